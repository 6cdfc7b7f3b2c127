/** Looks for phrases in words: "not the" in "i am not the first". Phrases and words are in lower case. */

/** Whether one of the phrases is anywhere among the words. */
export function hasPhrase(words: readonly string[], phrases: readonly string[]): boolean {
  const text = ` ${words.join(' ')} `;
  return phrases.some((phrase) => text.includes(` ${phrase} `));
}

/** The phrase with which the words begin, from one of them on; undefined if there is none. */
export function phraseAt(words: readonly string[], phrases: readonly string[], at = 0): string | undefined {
  const text = `${words.slice(at).join(' ')} `;
  return phrases.find((phrase) => text.startsWith(`${phrase} `));
}

/** The phrase with which the words end; undefined if there is none. */
export function phraseAtEnd(words: readonly string[], phrases: readonly string[]): string | undefined {
  const text = ` ${words.join(' ')}`;
  return phrases.find((phrase) => text.endsWith(` ${phrase}`));
}

/** How many words a phrase has. */
export function lengthOf(phrase: string): number {
  return phrase.split(' ').length;
}
