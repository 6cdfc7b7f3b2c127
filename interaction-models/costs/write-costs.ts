/**
 * Makes the costs of en-US from its examples: `npm run costs`. It takes a minute, and gives the same result for the same
 * examples and phrases.
 */
import { writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { DANGERS } from '../../lambda/content/content.ts';
import { enUS } from '../../lambda/content/en-US/en-us.ts';
import { createClues } from '../../lambda/understanding/clues.ts';
import { createDangerFeatures } from '../../lambda/understanding/danger.ts';
import { HARMLESS_SENSE } from '../../lambda/understanding/danger-evidence.ts';
import { encoded } from '../../lambda/understanding/evidence.ts';
import { dangersIn, examplesIn, heardIn } from './examples.ts';
import { type Example, type LearnOptions, learn } from './learn.ts';

export const COSTS_FILE = fileURLToPath(
  new URL('../../lambda/content/en-US/phrases/costs.json', import.meta.url),
);

export const DANGER_COSTS_FILE = fileURLToPath(
  new URL('../../lambda/content/en-US/danger-costs.json', import.meta.url),
);

/** The values with which the part of the examples that was not learned from is understood best. */
const OPTIONS: LearnOptions = {
  least: Number(process.env.LEAST ?? 2),
  sparseness: Number(process.env.L1 ?? 5e-5),
  rounds: Number(process.env.ROUNDS ?? 250),
  step: 2,
};

const DANGER_OPTIONS: LearnOptions = {
  least: 2,
  sparseness: Number(process.env.DL1 ?? 5e-5),
  rounds: Number(process.env.DROUNDS ?? 300),
  step: 1,
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

/** The costs for danger as text. Examples without danger are those of everything else that couples say, too. */
export function dangerCostsFile(): string {
  const featuresOf = createDangerFeatures(enUS.hearing.danger);
  const spoken = [
    ...dangersIn(new URL('../examples/en-US/danger/', import.meta.url)),
    ...examplesIn(new URL('../examples/en-US/', import.meta.url)).map(({ said }) => ({
      said,
      kind: HARMLESS_SENSE,
    })),
  ];
  const examples = spoken.map(({ said, kind }): Example => ({ features: featuresOf(said), senses: [kind] }));
  const senses = [HARMLESS_SENSE, ...DANGERS];
  const costs = encoded(learn(examples, senses, DANGER_OPTIONS));
  return `${JSON.stringify({ senses, costs })}\n`;
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  if (!process.argv.includes('--danger')) writeFileSync(COSTS_FILE, costsFile());
  writeFileSync(DANGER_COSTS_FILE, dangerCostsFile());
}
