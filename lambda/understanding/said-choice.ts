/** Which exercise, length, day and partner to start somebody names. */
import type { Hearing } from '../content/hearing.ts';
import type { Event, Starter } from '../conversation/model/event.ts';
import type { Clues } from './evidence.ts';
import { eventFor } from './meanings.ts';
import { hasPhrase, lengthOf, phraseAt, phraseAtEnd } from './phrases-in-words.ts';
import { NEGATED } from './reading.ts';

/** The value of a slot, the index of the word at which it begins, and how many words it takes. */
export interface SaidValue {
  value: string;
  at: number;
  words: number;
}

/** What the choice is read from. */
export interface SaidChoice {
  clues: Clues;
  /** The values of a slot in what was said, from the first to the last. They do not overlap. */
  valuesIn(slot: string): readonly SaidValue[];
  /** Whether words before an exercise or a length show that it is another one that they want. */
  isRejecting(before: readonly string[]): boolean;
  /** Whether words after a length or a day show that it is not the one they want. */
  isRejected(after: readonly string[]): boolean;
  /** Whether the words before a length only limit it. */
  isLimiting(before: readonly string[]): boolean;
  besideYes: Hearing['besideYes'];
}

/** Prepares telling whether words turn down what follows them: "not the". "Why not" does not. */
export function createIsRejecting({ rejecting: { before, suggesting } }: Hearing): SaidChoice['isRejecting'] {
  return (words) => (hasPhrase(words, before) || words.at(-1) === 'not') && !hasPhrase(words, suggesting);
}

/** Prepares telling whether words only limit what follows them: "no more than". */
export function createIsLimiting({ rejecting: { limiting } }: Hearing): SaidChoice['isLimiting'] {
  return (words) => phraseAtEnd(words, limiting) !== undefined;
}

/** Prepares telling whether words turn down what is before them: "is too long". */
export function createIsRejected({ rejecting: { after } }: Hearing): SaidChoice['isRejected'] {
  return (words) => phraseAt(words, after) !== undefined;
}

/** How many words before the name of an exercise can show that it is not the one they want, and before a length. */
const REACH = 4;
const REACH_OF_LENGTH = 3;

/** Whether the words before a value, from one of them on, or after it show that it is not what they want. */
export function isTurnedDown(
  { at, words: count }: SaidValue,
  { clues, isRejecting, isRejected }: SaidChoice,
  from = 0,
): boolean {
  const { words } = clues.heard;
  return isRejecting(words.slice(Math.max(from, at - REACH), at)) || isRejected(words.slice(at + count));
}

/**
 * The exercise that they want, as its id: "not the game, feelings" names `validation`.
 *
 * @param likely - the one that a phrase names
 * @returns undefined if they want none, or none is known
 */
export function exerciseIn(said: SaidChoice, likely: string | undefined): string | undefined {
  const named = said.valuesIn('exercise');
  const wanted = named
    .filter((value, index) => {
      const before = named[index - 1];
      return !isTurnedDown(value, said, before === undefined ? 0 : before.at + before.words);
    })
    .map(({ value }) => value);
  return likely !== undefined && wanted.includes(likely) ? likely : wanted.at(-1);
}

function isLengthTurnedDown(value: SaidValue, said: SaidChoice): boolean {
  // "No more than ten minutes."
  if (said.isLimiting(said.clues.heard.words.slice(0, value.at))) return false;
  return isTurnedDown(value, said, Math.max(0, value.at - REACH_OF_LENGTH));
}

/** Kinds of questions at which a yes begins the exercise, so that a length beside it is the wanted one. */
const BEGINS: ReadonlySet<string> = new Set(['welcome', 'fresh']);
/** A number is a length there if it is one of these, in minutes. */
const LENGTHS: ReadonlySet<string> = new Set(['5', '10', '15', '20', '30']);
/** No longer time is meant as the length of an exercise, in seconds. */
const LONGEST = 3600;

/** The length that they want, in minutes; undefined if none is named. */
export function minutesIn(said: SaidChoice): string | undefined {
  const { clues, valuesIn, besideYes } = said;
  const { kind } = clues;
  const { words } = clues.heard;
  // "Five of us", "ten years" and "not the short one" are none.
  const isLength = (value: SaidValue): boolean =>
    !besideYes.noLength.includes(words[value.at + value.words] ?? '') &&
    !isLengthTurnedDown(value, said) &&
    !isTooShort(value, said);
  const durations = valuesIn('duration');
  const long = durations
    .filter(isLength)
    .map(({ value }) => Number(value))
    .find((seconds) => seconds >= 60 && seconds <= LONGEST);
  if (long !== undefined) return String(Math.round(long / 60));
  const numbers = valuesIn('minutes')
    .filter((value) => isLength(value) && !durations.some(({ at }) => at === value.at))
    .map(({ value }) => value);
  // "Twenty": at the question for the length a number alone is one. "One" is a word for an exercise.
  if (kind === 'length') return numbers.find((number) => number !== '1');
  return kind !== null && BEGINS.has(kind) ? numbers.find((number) => LENGTHS.has(number)) : undefined;
}

/** A length from which on "not that long" asks for a shorter one, in minutes. */
const LONG = 10;

/** Whether a long length is turned down: "twenty is too much". */
export function isLongTurnedDown(said: SaidChoice): boolean {
  const { valuesIn, clues } = said;
  if (clues.kind === null || !(BEGINS.has(clues.kind) || clues.kind === 'length')) return false;
  return valuesIn('minutes').some((value) => Number(value.value) >= LONG && isLengthTurnedDown(value, said));
}

/** Whether the short one is turned down at the question for a length: "not the short one", "five isn't enough". */
export function isShortTurnedDown(said: SaidChoice): boolean {
  const { valuesIn, clues, besideYes, isRejecting } = said;
  const { words } = clues.heard;
  if (clues.kind !== 'length') return false;
  const isOfShort = hasPhrase(words, besideYes.short) && !hasPhrase(words, besideYes.long);
  const isUnwanted = isRejecting(words) && !words.includes('than');
  if (isOfShort && (isUnwanted || hasPhrase(words, besideYes.tooShort))) return true;
  // "One" is a word for an exercise.
  const lengths = valuesIn('minutes').filter(({ value }) => value !== '1');
  return lengths.some(
    (value) => isTooShort(value, said) || (Number(value.value) < LONG && isLengthTurnedDown(value, said)),
  );
}

/** Whether a length is said to be too short. "Not enough for twenty" is said of another one. */
function isTooShort({ at, words: count }: SaidValue, { clues, besideYes }: SaidChoice): boolean {
  const { words } = clues.heard;
  const why = phraseAt(words, besideYes.tooShort, at + count);
  return why !== undefined && words[at + count + lengthOf(why)] !== 'for';
}

/** Minutes of the length between the short one and the long one. */
const MIDDLE = 10;

/** The short one, the long one, or one between, by a word for it: "go big". Null if there is none, or more than one. */
export function lengthByWord({ clues: { heard }, besideYes, isRejecting }: SaidChoice): Event | null {
  const { words } = heard;
  // "Nothing big" and "the whole thing is too much" name none.
  if (isRejecting(words) || words.some((word) => besideYes.negating.includes(word))) return null;
  const [isShort, isLong] = [besideYes.short, besideYes.long].map((those) => hasPhrase(words, those));
  if (isShort === isLong)
    return hasPhrase(words, besideYes.middle) ? { type: 'choose', exercise: null, minutes: MIDDLE } : null;
  return isShort ? { type: 'shorter' } : { type: 'more-time', seconds: null };
}

/** Less is found of a phrase about who starts if it is one by chance. */
const LEAST_FOUND = 0.8;

/** Who is to start, if that is said beside a length or an exercise; undefined if it is not. */
export function starterIn({ clues: { kind, candidates, names, heard } }: SaidChoice): Starter | undefined {
  if (kind === null || !(BEGINS.has(kind) || kind === 'length')) return undefined;
  // "The little one, but Bo starts" turns nothing down.
  const most = heard.words.includes('but') ? 2 * NEGATED : NEGATED;
  const said = candidates.find(
    ({ meaning, found, cost }) => meaning === 'first' && found >= LEAST_FOUND && cost < most,
  );
  if (said === undefined) return undefined;
  const { name, partner } = said.values;
  const isKnown = names.some((known) => known !== null && known.toLowerCase() === name?.toLowerCase());
  const event = eventFor('first', { partner, ...(isKnown && { name }) });
  return event?.type === 'first' ? event.who : undefined;
}

/** The exercise that is named beside a yes to beginning: "yes, but the listening one". Undefined if there is none. */
export function exerciseBesideYes(said: SaidChoice): string | undefined {
  const { clues, valuesIn, besideYes } = said;
  if (clues.kind === null || !BEGINS.has(clues.kind)) return undefined;
  const { words } = clues.heard;
  const wanted = exerciseIn(said, undefined);
  // "Yes, I'm listening" names none, and what they are asked about is the check-in.
  const isNamed = valuesIn('exercise').some(
    ({ value, at, words: count }) =>
      value === wanted && (count > 1 || besideYes.naming.includes(words[at - 1] ?? '')),
  );
  return isNamed && wanted !== 'check-in' ? wanted : undefined;
}

/** Minutes beside a yes to beginning ("yes, but only ten minutes"), or `shorter`; undefined if there is no length. */
export function lengthBesideYes(said: SaidChoice): { minutes: string } | 'shorter' | undefined {
  const { kind, candidates, heard } = said.clues;
  const begins = kind !== null && BEGINS.has(kind);
  const minutes = begins ? minutesIn(said) : undefined;
  if (minutes !== undefined) return { minutes };
  if ((!begins && kind !== 'ready') || said.isRejecting(heard.words)) return undefined;
  return candidates.some(({ meaning }) => meaning === 'shorter') ? 'shorter' : undefined;
}

/**
 * The day on which they want something: one that is not turned down ("not Sunday, Tuesday"), and rather one that is set
 * ("we're busy Sundays, do Tuesday"). Undefined if there is none.
 */
export function dayIn(said: SaidChoice): string | undefined {
  const { clues, valuesIn, besideYes } = said;
  const wanted = valuesIn('day').filter((value) => !isTurnedDown(value, said, Math.max(0, value.at - 1)));
  const { words } = clues.heard;
  const isDone = (at: number): boolean =>
    besideYes.doing.includes(words[at - 1] ?? '') && !besideYes.subjects.includes(words[at - 2] ?? '');
  const set = wanted.findLast(({ at }) => besideYes.setting.includes(words[at - 1] ?? '') || isDone(at));
  return (set ?? wanted[0])?.value;
}

/** The day and the time beside a yes to a reminder, if they are to be set: "yes, but make it eight". */
export function timeBesideYes(said: SaidChoice): { day?: string; time?: string } {
  const { clues, valuesIn, besideYes } = said;
  const { words } = clues.heard;
  const isSet = (value: SaidValue): boolean =>
    besideYes.setting.includes(words[value.at - 1] ?? '') && !isTurnedDown(value, said);
  const [day, time] = ['day', 'time'].map((slot) => valuesIn(slot).find(isSet)?.value);
  return { ...(day !== undefined && { day }), ...(time !== undefined && { time }) };
}
