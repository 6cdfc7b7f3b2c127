/** The yes or no with which somebody begins an answer. */

import { matchAt } from './matching.ts';
import type { Parse, Part } from './template.ts';
import type { Heard } from './words.ts';

/** How an answer begins or ends, and how much of it is said by that. */
export interface Polarity {
  says: 'yes' | 'no';
  /** How many words of the answer are not part of it. */
  besides: number;
  /** The word at which the rest of the answer begins; null if it ends with the yes or no. */
  rest: number | null;
}

/** Finds the yes or no of an answer, of several the last one; null if it has none. */
export type ReadPolarity = (heard: Heard, isFree: (at: number) => boolean) => Polarity | null;

/** Prepares finding it. @param parse - reads templates with the classes of the language, among them `yes` and `no` */
export function createPolarity(parse: Parse): ReadPolarity {
  const templates: Record<'yes' | 'no', Part> = {
    yes: parse('<yes>'),
    no: parse('<no>'),
  };
  /** The longest that begins at a word: its number of words; 0 for none. */
  const longest = (says: 'yes' | 'no', heard: Heard, at: number): number => {
    let most = 0;
    matchAt(
      templates[says],
      heard,
      at,
      () => [],
      ({ literal }) => {
        most = Math.max(most, literal.length);
      },
    );
    return most;
  };
  return (heard, isFree) => {
    const { words } = heard;
    let at = 0;
    let says: Polarity['says'] | null = null;
    while (at < words.length) {
      const [yes, no] = [longest('yes', heard, at), longest('no', heard, at)];
      if (yes === 0 && no === 0) {
        if (says !== null || !isFree(at)) break;
        at += 1;
        continue;
      }
      const now = no >= yes ? 'no' : 'yes';
      // "Yeah, nah" is a no, and "nah, yeah" a yes: the last one counts.
      says = now;
      at += Math.max(yes, no);
    }
    if (says === null) {
      const last = words.length - 1;
      for (const one of ['yes', 'no'] as const)
        if (last > 0 && longest(one, heard, last) > 0) return { says: one, besides: last, rest: null };
      return null;
    }
    return { says, besides: words.length - at, rest: at };
  };
}
