/** Reads the values of slots in words: numbers, lengths of time, days, times of day, names, and words of a list. */
import type { SlotTypes, Speech } from '../content/phrases.ts';
import type { Filled, ReadSlot } from './matching.ts';
import { lengthOf, phraseAt } from './phrases-in-words.ts';
import { type Heard, type Normalise, withoutPossessive } from './words.ts';

/** The names of the two partners, as far as they are known. */
export type KnownNames = readonly (string | null)[];

/** The list that the values of a slot come from. A slot that is not here is a number, a time or a name. */
const LISTS: Readonly<Record<string, string>> = {
  exercise: 'EXERCISE',
  depth: 'DEPTH',
  otherDepth: 'DEPTH',
  theme: 'THEME',
  subject: 'SUBJECT',
  period: 'PERIOD',
  choice: 'CHOICE',
  partner: 'PARTNER',
  kept: 'KEPT',
};

const NONE: readonly Filled[] = [];

/** A value of a list, with the words for it. */
interface Value {
  id: string;
  words: readonly string[];
}

/**
 * Prepares the reading of slots.
 *
 * @param isKnown - whether a word belongs to some phrase; any other word can be a name
 */
export function createReadSlot(
  types: SlotTypes,
  speech: Speech,
  normalise: Normalise,
  isKnown: (word: string) => boolean,
): (names: KnownNames) => ReadSlot {
  // The values of each type by their first word, prepared when the first slot of that type is read.
  const lists = new Map<string, Map<string, Value[]>>();
  const listOf = (type: string): Map<string, Value[]> => {
    const known = lists.get(type);
    if (known !== undefined) return known;
    const byFirst = new Map<string, Value[]>();
    for (const [id, phrases] of Object.entries(types[type] ?? {}))
      for (const phrase of phrases) {
        const { words } = normalise(phrase);
        const [first = ''] = words;
        const those = byFirst.get(first);
        if (those === undefined) byFirst.set(first, [{ id, words }]);
        else those.push({ id, words });
      }
    lists.set(type, byFirst);
    return byFirst;
  };
  const inList = (slot: string, { words }: Heard, at: number): readonly Filled[] => {
    const values = listOf(LISTS[slot] ?? '').get(words[at] ?? '') ?? [];
    return values
      .filter((value) => value.words.every((word, index) => words[at + index] === word))
      .map((value) => ({ value: value.id, words: value.words.length }))
      .sort((one, two) => two.words - one.words);
  };
  return (names) => {
    const known = names.flatMap((name) => (name === null ? [] : [normalise(name).words]));
    return (slot, heard, at) => {
      if (at >= heard.words.length) return NONE;
      if (slot in LISTS) return inList(slot, heard, at);
      switch (slot) {
        case 'minutes':
          return numberAt(heard, at, speech);
        case 'duration':
          return durationAt(heard, at, speech);
        case 'day':
          return dayAt(heard, at, speech);
        case 'time':
          return timeAt(heard, at, speech);
        default:
          return nameAt(heard, at, known, isKnown);
      }
    };
  };
}

/** A number in digits up to 999, or in words up to 99. */
function numberAt({ words }: Heard, at: number, { numbers }: Speech): readonly Filled[] {
  const word = words[at] ?? '';
  if (/^\d{1,3}$/u.test(word)) return [{ value: word, words: 1 }];
  const first = numbers[word];
  if (first === undefined) return NONE;
  const unit = numbers[words[at + 1] ?? ''];
  if (first >= 20 && first % 10 === 0 && unit !== undefined && unit < 10 && unit > 0)
    return [{ value: String(first + unit), words: 2 }];
  return [{ value: String(first), words: 1 }];
}

/** A length of time, as seconds: "two minutes", "half a minute", "a couple of minutes". */
function durationAt(heard: Heard, at: number, speech: Speech): readonly Filled[] {
  const { words } = heard;
  const lengths = Object.entries(speech.lengths)
    .filter(([phrase]) => phraseAt(words, [phrase], at) !== undefined)
    .map(([phrase, seconds]): Filled => ({ value: String(seconds), words: lengthOf(phrase) }));
  if (lengths.length > 0) return lengths.sort((one, two) => two.words - one.words);
  const number = numberAt(heard, at, speech)[0];
  if (number === undefined) return NONE;
  const unit = speech.units[words[at + number.words] ?? ''];
  if (unit === undefined) return NONE;
  return [{ value: String(Number(number.value) * unit), words: number.words + 1 }];
}

/** A day of the week, or every day. */
function dayAt({ words }: Heard, at: number, { days }: Speech): readonly Filled[] {
  const two = days[`${words[at]} ${words[at + 1]}`];
  if (two !== undefined) return [{ value: two, words: 2 }];
  const one = days[words[at] ?? ''];
  return one === undefined ? NONE : [{ value: one, words: 1 }];
}

const NOON = '12:00';
/** Hours between a part of the day, such as "afternoon", and an hour that can be meant by it. */
const MOST_APART = 4;

/**
 * A time of day, such as `19:30`. Without "in the morning" an hour is in the evening, when couples have time; it is said
 * back to them before anything is set.
 */
function timeAt(heard: Heard, at: number, speech: Speech): readonly Filled[] {
  const { words } = heard;
  const fixed = speech.times[words[at] ?? ''];
  if (fixed !== undefined) {
    // "Sunday afternoon about five".
    const from = at + 1 + (speech.about.includes(words[at + 1] ?? '') ? 1 : 0);
    const exact = Number.parseInt(fixed, 10) % 12 === 0 ? null : clockAt(heard, from, speech);
    if (exact === null || exact.hour % 12 === 0) return [{ value: fixed, words: 1 }];
    const after = words[exact.next];
    const isEnd = after === undefined || after === "o'clock" || speech.free.includes(after);
    const hour = (exact.hour % 12) + (fixed > NOON ? 12 : 0);
    if (!isEnd || Math.abs(hour - Number.parseInt(fixed, 10)) > MOST_APART)
      return [{ value: fixed, words: 1 }];
    return [{ value: asTime(hour, exact.minute), words: exact.next - at }];
  }
  const read = clockAt(heard, at, speech);
  if (read === null) return NONE;
  let { hour, next } = read;
  if (words[next] === "o'clock") next += 1;
  const half = phraseAt(words, Object.keys(speech.halves), next);
  // "In the morning at seven."
  const before = words[at - (speech.about.includes(words[at - 1] ?? '') ? 2 : 1)] ?? '';
  if (half !== undefined) {
    next += lengthOf(half);
    hour = (hour % 12) + (speech.halves[half] === 'pm' ? 12 : 0);
  } else if (hour >= 1 && hour <= 11 && (speech.times[before] ?? NOON) >= NOON) hour += 12;
  return [{ value: asTime(hour, read.minute), words: next - at }];
}

/** The hour and the minute that are said from a word on, and the word after them. */
function clockAt(
  heard: Heard,
  at: number,
  speech: Speech,
): { hour: number; minute: number; next: number } | null {
  const { words } = heard;
  const digits = /^(\d{1,2}):(\d\d)$/u.exec(words[at] ?? '');
  if (digits !== null) return valid(Number(digits[1]), Number(digits[2]), at + 1);
  for (const [phrase, minutes] of Object.entries(speech.fractions)) {
    const parts = phrase.split(' ');
    if (!parts.every((part, index) => words[at + index] === part)) continue;
    const hour = numberAt(heard, at + parts.length, speech)[0];
    if (hour === undefined) continue;
    const next = at + parts.length + hour.words;
    const after = Number(hour.value) + (minutes < 0 ? -1 : 0);
    return valid(after === 0 ? 12 : after, (minutes + 60) % 60, next);
  }
  const hour = /^\d{1,2}$/u.test(words[at] ?? '')
    ? Number(words[at])
    : (speech.numbers[words[at] ?? ''] ?? Number.NaN);
  if (Number.isNaN(hour)) return null;
  const minute = numberAt(heard, at + 1, speech)[0];
  if (
    minute !== undefined &&
    Number(minute.value) >= 5 &&
    Number(minute.value) < 60 &&
    !(words[at + 1 + minute.words] ?? '').startsWith('minute')
  )
    return valid(hour, Number(minute.value), at + 1 + minute.words);
  return valid(hour, 0, at + 1);
}

function valid(hour: number, minute: number, next: number) {
  return hour >= 1 && hour <= 23 && minute < 60 ? { hour, minute, next } : null;
}

function asTime(hour: number, minute: number): string {
  return `${String(hour).padStart(2, '0')}:${String(minute).padStart(2, '0')}`;
}

/** A name: one of the two that are known, or a word that belongs to no phrase. */
function nameAt(
  heard: Heard,
  at: number,
  known: readonly (readonly string[])[],
  isKnown: (word: string) => boolean,
): readonly Filled[] {
  const { words } = heard;
  const found = known.find((name) =>
    name.every((word, index) => withoutPossessive(words[at + index]) === word),
  );
  if (found !== undefined && found.length > 0)
    return [{ value: asSaid(heard, at, found.length), words: found.length }];
  const word = withoutPossessive(words[at]);
  return isKnown(word) || !/^\p{L}{2,}/u.test(word)
    ? NONE
    : [{ value: asSaid(heard, at, 1), words: 1, unsure: true }];
}

/** The words from one on, as they were said, without "'s". */
export function asSaid({ text, places }: Heard, at: number, count: number): string {
  const start = places[at]?.[0] ?? 0;
  const end = places[at + count - 1]?.[1] ?? text.length;
  return text.slice(start, end).replace(/['’ʼ]s$/u, '');
}
