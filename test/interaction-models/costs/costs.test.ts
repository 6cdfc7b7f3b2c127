import { expect, it } from 'vitest';
import {
  basisOf,
  DANGER_OPTIONS,
  dangerExamples,
  featuredExamples,
  OPTIONS,
} from '../../../interaction-models/costs/write-costs.ts';
import type { English } from '../../../lambda/content/difference.ts';
import { enUS } from '../../../lambda/content/en-US/en-us.ts';
import { english } from '../../../lambda/content/english.ts';
import { MEANINGS } from '../../../lambda/content/phrases.ts';

const { costs } = enUS.hearing.phrases;

it('The costs were learned from the examples and phrases that are here; `npm run costs` learns them anew', () => {
  expect(costs.basis).toBe(basisOf(featuredExamples(), OPTIONS));
  expect(enUS.hearing.dangerCosts.basis).toBe(basisOf(dangerExamples(), DANGER_OPTIONS));
}, 120_000); // Every example is taken apart into its features.

it('The packed content is the content; `npm run pack` packs it anew', async () => {
  const { english: unpacked } = await import('../../../lambda/content/packed.ts');
  // What the costs were learned from is not packed.
  const plain = ({ hearing, ...spoken }: English) =>
    JSON.parse(JSON.stringify([spoken, hearing()], (key, value) => (key === 'basis' ? undefined : value)));
  expect(plain(unpacked)).toEqual(plain(english));
});

it('Every change of an example or of its features is a change of what costs are learned from', () => {
  const example = { features: ['tea'], senses: ['yes'] };
  const bases = [
    [example],
    [example, example],
    [{ ...example, features: ['tea', 'please'] }],
    [{ ...example, senses: ['no'] }],
  ].map((examples) => basisOf(examples, OPTIONS));
  expect(new Set(bases).size).toBe(bases.length);
});

it('Every sense of the costs is a meaning, or stands for several of them', () => {
  const several = ['forget', 'none'];
  const unknown = costs.senses.filter((sense) => !(MEANINGS as readonly string[]).includes(sense));
  expect(unknown.toSorted()).toEqual(several);
});
