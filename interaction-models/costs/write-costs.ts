/**
 * Makes the costs of en-US from its examples: `npm run costs`. It takes a minute, and gives the same result for the same
 * examples and phrases.
 */
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

/** The values with which the part of the examples that was not learned from is understood best. */
const OPTIONS: LearnOptions = {
  least: Number(process.env.LEAST ?? 3),
  sparseness: Number(process.env.L1 ?? 1e-4),
  rounds: Number(process.env.ROUNDS ?? 250),
};

/** The costs as text. */
export function costsFile(): string {
  const { featuresOf } = createClues(enUS.hearing.phrases);
  const spoken = examplesIn(new URL('../examples/en-US/', import.meta.url));
  const examples: Example[] = spoken.map(({ moment, said, means }) => {
    const { question, names } = heardIn(moment);
    return { features: featuresOf(said, question, names), senses: means };
  });
  const senses = [...new Set(spoken.flatMap(({ means }) => means))].sort();
  const costs = encoded(learn(examples, senses, OPTIONS));
  return `${JSON.stringify({ senses, costs })}\n`;
}

if (process.argv[1] === fileURLToPath(import.meta.url)) writeFileSync(COSTS_FILE, costsFile());
