/** Appreciations before they are stored: how long one may be, its key, and how it is spoken. */
import type { Context } from './context.ts';
import type { SentenceKey } from './dialog-state.ts';
import { type AppreciationKey, dayOf } from './household.ts';

/** Characters in the longest appreciation. More is more than one sentence, and may reach the skill cut off. */
const LONGEST_APPRECIATION = 300;

/** Whether a text is too long for one appreciation. */
export function isTooLong(text: string): boolean {
  return [...text].length > LONGEST_APPRECIATION;
}

/**
 * The key of the appreciation in this request. A request that is delivered twice gets the same key, and so is stored
 * once. Two devices that send one in the same second get different keys.
 */
export function sentenceAt({ now, seed }: Context): SentenceKey {
  return { key: `${now.toString(36)}-${seed.toString(36)}`, at: now };
}

/** The key under which the store holds an appreciation. */
export function keyOf({ key, at }: SentenceKey): AppreciationKey {
  return { id: key, day: dayOf(at) };
}

/** The text without a full stop at its end, since the line that contains it has one. */
export function asSpoken(text: string): string {
  return text.replace(/[.\s]+$/u, '');
}
