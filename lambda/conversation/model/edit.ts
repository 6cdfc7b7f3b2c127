/** Changes of a sentence that was read back: "without the last bit", "fire, not stove", "yes, and he rang the doctor". */

/** What is to be added at the end of a sentence, as it was said and with the word that joins it: "and he rang the doctor". */
export interface Addition {
  more: string;
}

/** What is to be left out of a sentence, and what is to stand there instead; as words in lower case. */
export interface Edit {
  out: readonly string[];
  put: readonly string[];
  /** Whether something is put in. */
  replaces: boolean;
  /**
   * Whether `out` may also contain what is put in, after what is left out: where one ends and the other begins is not
   * always said ("not stove, fire").
   */
  splits: boolean;
}

/** The sentence after the change; null if what is to be changed is not in it, or nothing would be left. */
export function edited(text: string, edit: Edit | Addition): string | null {
  if ('more' in edit) return `${text.replace(/[\s,;.!]+$/u, '')}, ${edit.more}`;
  const { out, put, replaces, splits } = edit;
  const words = text.split(/\s+/u);
  const plain = words.map(plainly);
  const changed = (gone: readonly string[], come: readonly string[]): string | null => {
    const at = indexOf(plain, gone);
    if (at === -1 || (replaces && come.length === 0)) return null;
    const after = [...words.slice(0, at), ...come, ...words.slice(at + gone.length)].join(' ').trim();
    return after === '' ? null : after.replace(/^[\s,;]+|[\s,;]+$/gu, '');
  };
  const whole = changed(out, put);
  if (whole !== null || !splits) return whole;
  for (let length = out.length - 1; length > 0; length--) {
    const parted = changed(out.slice(0, length), put.length > 0 ? put : out.slice(length));
    if (parted !== null) return parted;
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
