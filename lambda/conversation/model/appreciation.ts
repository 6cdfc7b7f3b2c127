/** One sentence that somebody appreciates the other for, before it is kept. */
import type { Context } from './context.ts';
import type { SentenceKey } from './dialog-state.ts';
import { type AppreciationKey, dayOf } from './household.ts';

/** More than this many characters is more than one sentence, and more than a speaker hears without clipping. */
const LONGEST_APPRECIATION = 300;

export function isTooLong(text: string): boolean {
  return [...text].length > LONGEST_APPRECIATION;
}

/** What tells the sentence of this request from others: delivered twice it keeps the same item, two devices in one second do not. */
export function sentenceAt({ now, seed }: Context): SentenceKey {
  return { key: `${now.toString(36)}-${seed.toString(36)}`, at: now };
}

/** What the sentence is kept under. */
export function keyOf({ key, at }: SentenceKey): AppreciationKey {
  return { id: key, day: dayOf(at) };
}

/** The sentence without its full stop: the line that takes it in brings its own. */
export function asSpoken(text: string): string {
  return text.replace(/[.\s]+$/u, '');
}
