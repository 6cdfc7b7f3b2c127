/** Which exercise and which length somebody names. */
import type { Hearing } from '../content/content.ts';
import type { Clues } from './evidence.ts';

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
  isRejecting(before: string): boolean;
  besideYes: Hearing['besideYes'];
}

/** Prepares telling whether words turn down what follows them: "not the". "Why not" does not. */
export function createIsRejecting({ rejecting, besideYes }: Hearing): SaidChoice['isRejecting'] {
  return (before) => {
    const words = ` ${before} `;
    return (
      rejecting.some((phrase) => words.includes(` ${phrase} `)) &&
      !besideYes.suggesting.some((phrase) => words.includes(` ${phrase} `))
    );
  };
}

/** How many words before the name of an exercise can show that it is not the one they want. */
const REACH = 4;

/** Whether the words before a value, from one of them on, show that it is not what they want. */
function isTurnedDown({ at }: SaidValue, { clues, isRejecting }: SaidChoice, from = 0): boolean {
  return isRejecting(clues.heard.words.slice(Math.max(from, at - REACH), at).join(' '));
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
    !besideYes.noLength.includes(words[value.at + value.words] ?? '') && !isTurnedDown(value, said);
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

/** Minutes beside a yes to beginning ("yes, but only ten minutes"), or `shorter`; undefined if there is no length. */
export function lengthBesideYes(said: SaidChoice): { minutes: string } | 'shorter' | undefined {
  const { kind, candidates, heard } = said.clues;
  const begins = kind !== null && BEGINS.has(kind);
  const minutes = begins ? minutesIn(said) : undefined;
  if (minutes !== undefined) return { minutes };
  if ((!begins && kind !== 'ready') || said.isRejecting(heard.words.join(' '))) return undefined;
  return candidates.some(({ meaning }) => meaning === 'shorter') ? 'shorter' : undefined;
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
