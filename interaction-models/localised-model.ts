import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { v1 } from 'ask-smapi-model';
import differences from './locale-differences.json' with { type: 'json' };

type Model = v1.skill.interactionModel.InteractionModelData;

/** How the model of a locale differs from that of en-US: samples to add, and words that are spelled differently. */
export interface Difference {
  /** Samples to add, by intent. */
  readonly samples?: Readonly<Record<string, readonly string[]>>;
  /** The spelling of this locale, by that of en-US. */
  readonly spelling?: Readonly<Record<string, string>>;
}

/** A locale in which the skill is offered. */
export type Locale = keyof typeof differences;

/** The locales in which the skill is offered. */
export const LOCALES = Object.keys(differences) as Locale[];

const BASE = fileURLToPath(new URL('./en-US.json', import.meta.url));

/** Whether the skill is offered in a locale. */
export function isLocale(name: string): name is Locale {
  return Object.hasOwn(differences, name);
}

/**
 * The interaction model of a locale: that of en-US with the differences of the locale.
 *
 * @param difference the default is that of the locale.
 * @throws {Error} if the model of en-US cannot be read or is not JSON.
 * @throws {RangeError} if the difference names an intent that is not in the model, adds a sample that is there already,
 *   or spells a word that is not in the model.
 */
export function localisedModel(
  locale: Locale,
  { samples = {}, spelling = {} }: Difference = differences[locale],
): Model {
  const model = JSON.parse(readFileSync(BASE, 'utf8')) as Model;
  const { intents = [], types = [] } = model.interactionModel.languageModel ?? {};
  const said = new Set<string>();
  // If the base has a phrase in both spellings, only one remains.
  const spellAll = (phrases: readonly string[]): string[] => [...new Set(phrases.map(spell))];
  const spell = (words: string): string =>
    // The name of a slot stays.
    words.replace(/(?<!\{\w*)[\p{L}']+(?!\w*\})/gu, (word) => {
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
