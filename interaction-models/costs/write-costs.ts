/**
 * Makes the costs of en-US from its examples: `npm run costs`. It takes a minute, and gives the same result for the same
 * examples and phrases.
 */
import { createHash } from 'node:crypto';
import { writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { enUS } from '../../lambda/content/en-US/en-us.ts';
import { createClues } from '../../lambda/understanding/clues.ts';
import { encoded } from '../../lambda/understanding/evidence.ts';
import { examplesIn, heardIn } from './examples.ts';
import { type Example, type LearnOptions, learn } from './learn.ts';

export const COSTS_FILE = fileURLToPath(
  new URL('../../lambda/content/en-US/phrases/costs.json', import.meta.url),
);

const EXAMPLES = new URL('../examples/en-US/', import.meta.url);

/** The values with which the part of the examples that was not learned from is understood best. */
const OPTIONS: LearnOptions = {
  least: Number(process.env.LEAST ?? 3),
  sparseness: Number(process.env.L1 ?? 5e-5),
  rounds: Number(process.env.ROUNDS ?? 250),
};

/** The examples, each with its features and the senses that are right for it. */
export function featuredExamples(): Example[] {
  const { featuresOf } = createClues(enUS.hearing.phrases);
  return examplesIn(EXAMPLES).map(({ moment, said, means }) => {
    const { question, names } = heardIn(moment);
    return { features: featuresOf(said, question, names), senses: means };
  });
}

/** A hash of what costs are learned from: another one shows that examples, phrases or features are no longer the same. */
export function basisOf(examples: readonly Example[]): string {
  return createHash('sha256').update(JSON.stringify(examples)).digest('hex');
}

/** The costs as text. */
export function costsFile(): string {
  const examples = featuredExamples();
  const senses = [...new Set(examples.flatMap((example) => example.senses))].sort();
  const costs = encoded(learn(examples, senses, OPTIONS));
  return `${JSON.stringify({ basis: basisOf(examples), senses, costs })}\n`;
}

if (process.argv[1] === fileURLToPath(import.meta.url)) writeFileSync(COSTS_FILE, costsFile());
