/** Finds the nicknames that are known in what was said. */
import type { Clues } from './evidence.ts';
import { phraseAt } from './phrases-in-words.ts';

/** The nickname that begins at this word, also before "'s"; null if none does. A nickname can have several words. */
export function nameAt(words: readonly string[], at: number, names: Clues['names']): string | null {
  return (
    names.find((known) => {
      const name = known?.toLowerCase() ?? '';
      return name !== '' && phraseAt(words, [name, `${name}'s`], at) !== undefined;
    }) ?? null
  );
}

/** The index of the word with which a nickname begins; -1 if it is not said. */
export function indexOfName(words: readonly string[], name: string | null): number {
  return words.findIndex((_, at) => nameAt(words, at, [name]) !== null);
}
