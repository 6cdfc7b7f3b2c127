/** What somebody wants changed in a sentence that was read back to them. */
import type { Hearing } from '../content/hearing.ts';
import type { Edit } from '../conversation/model/edit.ts';
import { lengthOf, phraseAt, phraseAtEnd } from './phrases-in-words.ts';
import { lowered } from './words.ts';

/**
 * Reads a change; null if none is said. `out` is empty if it names only a place, such as "the last bit".
 *
 * @param isYes - beside a yes, "not" alone changes nothing
 */
export type ReadEdit = (said: string, isYes: boolean) => Edit | null;

/** Words in the longest part of a sentence that is named in order to change it. */
const LONGEST = 8;
/** Words in the longest part that is put in its place. */
const LONGEST_IN_PLACE = 4;

/** Words in the longest part that is named before or after "not". */
const MOST_BESIDE_NOT = 3;
/** The same if both the wrong and the right ones are after it. */
const MOST_AFTER_NOT = 5;

/** Prepares it. */
export function createReadEdit({ edits, phrases }: Hearing): ReadEdit {
  const { leavingOut, changing, into, instead, before, after, whole, places, next } = edits;
  const small = new Set(phrases.speech.function);
  const all = new Set(whole);
  const stripped = (words: readonly string[]): string[] => {
    let rest = [...words];
    for (;;) {
      const lead = phraseAt(rest, before);
      const end = phraseAtEnd(rest, after);
      if (lead === undefined && end === undefined) return rest;
      if (lead !== undefined) rest = rest.slice(lengthOf(lead));
      else if (end !== undefined) rest = rest.slice(0, rest.length - lengthOf(end));
    }
  };
  /** The words after the first of these phrases, and those before it; null if there is none. */
  const around = (words: readonly string[], phrases: readonly string[]) => {
    for (let at = 0; at < words.length; at++) {
      const phrase = phraseAt(words, phrases, at);
      if (phrase !== undefined)
        return { before: words.slice(0, at), after: words.slice(at + lengthOf(phrase)) };
    }
    return null;
  };
  const edit = (out: readonly string[], put: readonly string[], replaces: boolean): Edit | null => {
    const [gone, come] = [stripped(out), stripped(put)];
    // Which words are the last bit is not known.
    if (gone.length > 0 && gone.every((word) => places.includes(word)))
      return { out: [], put: [], replaces: false, splits: false };
    // "Drop it" is about the whole sentence.
    const isWhole = gone.every((word) => all.has(word));
    if (isWhole || gone.length > LONGEST || come.length > LONGEST_IN_PLACE) return null;
    return { out: gone, put: come, replaces, splits: replaces && !small.has(gone[0] ?? '') };
  };
  return (said, isYes) => {
    const words = lowered(said)
      .split(/[^\p{L}\p{N}'-]+/u)
      .filter((word) => word !== '');
    const changed = around(words, changing);
    const parts = changed === null ? null : around(changed.after, into);
    if (parts !== null) return edit(parts.before, parts.after, true);
    const cut = around(words, leavingOut);
    // "Leave out the washing, and make it Kezza": one change at a time.
    if (cut !== null) return edit(around(cut.after, next)?.before ?? cut.after, [], false);
    const not = isYes ? null : around(words, instead);
    const short = not === null ? null : edit(not.after, not.before, true);
    // "No, that's not what I said" is no "X, not Y".
    if (short === null || short.put.length > MOST_BESIDE_NOT) return null;
    // "Not mother, my mother-in-law" has both after the "not".
    return short.out.length > (short.put.length > 0 ? MOST_BESIDE_NOT : MOST_AFTER_NOT) ? null : short;
  };
}
