import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { v1 } from 'ask-smapi-model';
import differences from './locale-differences.json' with { type: 'json' };

type Model = v1.skill.interactionModel.InteractionModelData;

/** What one country says otherwise than the US: samples of its own, and words that it spells in another way. */
export interface Difference {
  readonly samples?: Readonly<Record<string, readonly string[]>>;
  readonly spelling?: Readonly<Record<string, string>>;
}

export type Locale = keyof typeof differences;

/** Where the skill is offered. */
export const LOCALES = Object.keys(differences) as Locale[];

const BASE = fileURLToPath(new URL('./en-US.json', import.meta.url));

/** Whether the skill is offered in a locale. */
export function isLocale(name: string): name is Locale {
  return Object.hasOwn(differences, name);
}

/**
 * The interaction model of a locale: the one of the US, with what is different there.
 *
 * @throws Error where the model of the US cannot be read, or is not JSON
 * @throws RangeError see `localised`
 */
export function localisedModel(locale: Locale): Model {
  return localised(JSON.parse(readFileSync(BASE, 'utf8')) as Model, differences[locale]);
}

/**
 * A model with a difference applied. The base is left as it is.
 *
 * @throws RangeError where the difference is none: an intent that is not there, a sample it has, a word nobody says.
 */
export function localised(base: Model, { samples = {}, spelling = {} }: Difference): Model {
  const model = structuredClone(base);
  const { intents = [], types = [] } = model.interactionModel.languageModel ?? {};
  const said = new Set<string>();
  // Where the base has both spellings, they become one.
  const spellAll = (phrases: readonly string[]): string[] => [...new Set(phrases.map(spell))];
  const spell = (words: string): string =>
    words.replace(/[\p{L}']+/gu, (word) => {
      said.add(word);
      return spelling[word] ?? word;
    });
  for (const intent of intents) {
    if (intent.samples !== undefined) intent.samples = spellAll(intent.samples);
  }
  for (const { name } of types.flatMap(({ values = [] }) => values)) {
    if (name?.value !== undefined) name.value = spell(name.value);
    if (name?.synonyms !== undefined) name.synonyms = spellAll(name.synonyms);
  }
  for (const word of Object.keys(spelling)) {
    if (!said.has(word)) throw new RangeError(`No sample and no value holds the word "${word}".`);
  }
  for (const [name, added] of Object.entries(samples)) {
    const intent = intents.find((one) => one.name === name);
    if (intent === undefined) throw new RangeError(`The model has no intent ${name}.`);
    const twice = added.find((sample) => intent.samples?.includes(sample));
    if (twice !== undefined) throw new RangeError(`${name} has the sample "${twice}" already.`);
    intent.samples = [...(intent.samples ?? []), ...added];
  }
  return model;
}
