/** Changes of a sentence that was read back: "without the last bit", "fire, not stove". */

/**
 * What is to be left out of a sentence, and what is to stand there instead; as words in lower case. Where one ends and the
 * other begins is not always said ("not stove, fire"): then all is in `out`, which begins with what is in the sentence.
 */
export interface Edit {
  out: readonly string[];
  put: readonly string[];
  /** Whether something is put in. */
  replaces: boolean;
}

/** The sentence after the change; null if what is to be changed is not in it, or nothing would be left. */
export function edited(text: string, { out, put, replaces }: Edit): string | null {
  const words = text.split(/\s+/u);
  const plain = words.map(plainly);
  // All of it, or as much of its beginning as is in the sentence, if the rest is what is put in.
  const shortest = replaces && put.length === 0 ? 1 : out.length;
  for (let length = out.length; length >= Math.max(shortest, 1); length--) {
    const at = indexOf(plain, out.slice(0, length));
    const instead = replaces && put.length === 0 ? out.slice(length) : put;
    if (at === -1 || (replaces && instead.length === 0)) continue;
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
