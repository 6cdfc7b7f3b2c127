/** Appreciations before they are stored: how long one may be, its key, and how it is spoken. */
import type { Context } from './context.ts';
import type { SentenceKey } from './dialog-state.ts';
import { type AppreciationKey, dayOf, type Place } from './household.ts';

/** Characters in the longest appreciation. More is more than one sentence, and may reach the skill cut off. */
const LONGEST_APPRECIATION = 300;

/** Whether a text is too long for one appreciation. */
export function isTooLong(text: string): boolean {
  return [...text].length > LONGEST_APPRECIATION;
}

/**
 * How long an exercise counts as one run in the keys of its appreciations, in milliseconds. A couple that was
 * interrupted goes on in the same evening, or in the next one.
 */
const RUN = 36 * 3_600_000;

/**
 * How long before an appreciation was confirmed the moment in its key can lie, in milliseconds: a run, and an hour to
 * say yes.
 */
export const KEY_BEFORE = RUN + 3_600_000;

/**
 * The key of a sentence that is said outside of a step that asks for one. A request that is delivered twice gets the
 * same key, and so is stored once. Two devices that send one in the same second get different keys.
 */
export function sentenceAt({ now, seed }: Context): SentenceKey {
  return { key: `${now.toString(36)}-${seed.toString(36)}`, at: now };
}

/**
 * The key of the appreciation that a step asks for: it comes from the run of the exercise and from the step. If the
 * sentence was stored and the place was not, the step asks again, and what is said then replaces the sentence
 * (docs/decisions/0025).
 */
export function sentenceIn({ began }: Place, step: string, { now }: Context): SentenceKey {
  const run = began + Math.max(0, Math.floor((now - began) / RUN)) * RUN;
  return { key: `${run.toString(36)}-${step}`, at: now };
}

/** The key under which the store holds an appreciation. Its day is that of the moment with which its id begins. */
export function keyOf({ key }: Pick<SentenceKey, 'key'>): AppreciationKey {
  const [moment = ''] = key.split('-');
  return { id: key, day: dayOf(Number.parseInt(moment, 36)) };
}

/** The text without a full stop at its end, since the line that contains it has one. */
export function asSpoken(text: string): string {
  return text.replace(/[.\s]+$/u, '');
}

/** Whether a sentence says the same as the one before it, or there was none before it, so that none is replaced. */
export function isSameSentence(before: string, said: string): boolean {
  const plain = (text: string): string =>
    text
      .trim()
      .replace(/[?!.\s]+$/u, '')
      .toLowerCase();
  return plain(before) === '' || plain(before) === plain(said);
}
