import type { SlotType } from '../../../interaction-models/interaction-model.ts';
import { normalise } from '../../../interaction-models/words.ts';
import nearWords from '../near-words.json' with { type: 'json' };

/** The value of a custom slot type to which words resolve. */
export interface Resolved {
  readonly id: string;
  readonly name: string;
}

/** A custom slot type: its values, by each of their names and synonyms. */
export interface CustomType {
  readonly values: ReadonlyMap<string, Resolved>;
  /** The number of words in the longest name or synonym. */
  readonly longest: number;
}

const FUNCTION_WORDS: ReadonlySet<string> = new Set(nearWords.functionWords);

/** Prepares a custom slot type. The id of a value without one is its name. */
export function customTypeOf(type: SlotType): CustomType {
  const values = new Map<string, Resolved>();
  let longest = 1;
  const say = (words: string, value: Resolved): void => {
    const key = normalise(words);
    if (key !== '' && !values.has(key)) values.set(key, value);
    longest = Math.max(longest, key.split(' ').length);
  };
  const all = (type.values ?? []).map((value) => ({
    resolved: { id: value.id ?? value.name.value, name: value.name.value },
    synonyms: value.name.synonyms ?? [],
  }));
  for (const { resolved } of all) say(resolved.name, resolved);
  for (const { resolved, synonyms } of all) for (const synonym of synonyms) say(synonym, resolved);
  return { values, longest };
}

/** The value that the words name (ER_SUCCESS_MATCH), with or without an article; null if they name none. */
export function resolve(type: CustomType, words: readonly string[]): Resolved | null {
  const said = words.join(' ');
  return type.values.get(said) ?? type.values.get(said.replace(/^(the|a|an|our|some) /, '')) ?? null;
}

/** Whether words that are not in the list may be a value: if they are few, and not function words alone. */
export function isBelievable(type: CustomType, words: readonly string[]): boolean {
  return (
    words.length <= Math.max(2, type.longest) &&
    words.length > 0 &&
    !words.every((word) => FUNCTION_WORDS.has(word))
  );
}
