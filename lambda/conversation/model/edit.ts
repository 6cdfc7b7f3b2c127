/** Changes of a sentence that was read back: "without the last bit", "fire, not stove". */

/**
 * What is to be left out of a sentence, and what is to stand there instead; as words in lower case. Where one ends and the
 * other begins is not always said ("not stove, fire"): then all is in `out`, and the words that are not in the sentence are
 * put in.
 */
export interface Edit {
  out: readonly string[];
  put: readonly string[];
  /** Whether what is left of `out` is put in. */
  replaces: boolean;
}

/** The sentence after the change; null if what is to be changed is not in it, or nothing would be left. */
export function edited(text: string, { out, put, replaces }: Edit): string | null {
  const words = text.split(/\s+/u);
  const plain = words.map(plainly);
  for (let length = out.length; length > 0; length--)
    for (let from = out.length - length; from >= 0; from--) {
      const at = indexOf(plain, out.slice(from, from + length));
      if (at === -1) continue;
      const rest = [...out.slice(0, from), ...out.slice(from + length)];
      const instead = put.length > 0 || !replaces ? put : rest;
      if (replaces && instead.length === 0) return null;
      const after = [...words.slice(0, at), ...instead, ...words.slice(at + length)].join(' ').trim();
      return after === '' ? null : after.replace(/^[\s,;]+|[\s,;]+$/gu, '');
    }
  return null;
}

/** Where some words stand in others, one after the other; -1 if they do not. */
function indexOf(words: readonly string[], sought: readonly string[]): number {
  return words.findIndex((_word, at) => sought.every((one, index) => words[at + index] === one));
}

/** A word in lower case, without the punctuation around it. */
function plainly(word: string): string {
  return word
    .toLowerCase()
    .replace(/[’ʼ]/gu, "'")
    .replace(/^[^\p{L}\p{N}]+|[^\p{L}\p{N}]+$/gu, '');
}
