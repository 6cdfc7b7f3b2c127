/**
 * Makes the costs of en-US from its examples: `npm run costs`. It takes a minute, and gives the same result for the same
 * examples and phrases.
 */
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { DANGERS } from '../../lambda/content/content.ts';
import { enUS } from '../../lambda/content/en-US/en-us.ts';
import { createClues } from '../../lambda/understanding/clues.ts';
import { createDangerFeatures } from '../../lambda/understanding/danger.ts';
import { HARMLESS_SENSE } from '../../lambda/understanding/danger-evidence.ts';
import { encoded, STEP } from '../../lambda/understanding/evidence.ts';
import { hashed } from '../../lambda/understanding/hashed-costs.ts';
import model from '../en-US.json' with { type: 'json' };
import { type Dangerous, dangersIn, examplesIn, heardIn } from './examples.ts';
import { type Example, type LearnOptions, learn } from './learn.ts';

export const COSTS_FILE = fileURLToPath(
  new URL('../../lambda/content/en-US/phrases/costs.json', import.meta.url),
);

const EXAMPLES = new URL('../examples/en-US/', import.meta.url);
export const DANGER_COSTS_FILE = fileURLToPath(
  new URL('../../lambda/content/en-US/danger-costs.json', import.meta.url),
);

/** The values with which the part of the examples that was not learned from is understood best. */
export const OPTIONS: LearnOptions = {
  least: 2,
  sparseness: 2e-4,
  smallness: 0,
  rounds: 200,
};

/** The same for danger. */
export const DANGER_OPTIONS: LearnOptions = {
  least: 5,
  sparseness: 0,
  smallness: 6e-4,
  rounds: 300,
};

/** The examples, each with its features and the senses that are right for it. */
export function featuredExamples(): Example[] {
  const { featuresOf } = createClues(enUS.hearing.phrases);
  return examplesIn(EXAMPLES).map(({ moment, said, means }) => {
    const { question, names } = heardIn(moment);
    return { features: featuresOf(said, question, names), senses: means };
  });
}

/** The examples of danger, the samples for it, and everything else that couples say as examples without. */
export function dangerExamples(): Example[] {
  const featuresOf = createDangerFeatures(enUS.hearing.danger);
  const harmless = examplesIn(EXAMPLES).map(({ said }) => ({ said, kind: HARMLESS_SENSE }));
  return [...dangersIn(new URL('danger/', EXAMPLES)), ...harmless, ...samples()].map(({ said, kind }) => ({
    features: featuresOf(said),
    senses: [kind],
  }));
}

/** The intents that ask for help. */
const DANGER_OF: ReadonlyMap<string, (typeof DANGERS)[number]> = new Map([
  ['SelfHarmIntent', 'self-harm'],
  ['UnsafeIntent', 'unsafe'],
  ['EmergencyIntent', 'emergency'],
]);

/** The samples of the interaction model without slots, and the danger that they show. */
function samples(): Dangerous[] {
  return model.interactionModel.languageModel.intents.flatMap(({ name, samples }) =>
    samples
      .map((sample) => sample.replace(/\{(?:depth|otherDepth)\}/gu, 'deep'))
      .filter((sample) => !sample.includes('{'))
      .map((said) => ({ said, kind: DANGER_OF.get(name) ?? HARMLESS_SENSE })),
  );
}

/**
 * A hash of what costs are learned from, and how: another one shows that examples, phrases, features or values are no
 * longer the same.
 */
export function basisOf(examples: readonly Example[], options: LearnOptions): string {
  return createHash('sha256')
    .update(JSON.stringify([examples, options, STEP]))
    .digest('hex');
}

/** The costs as text. */
export function costsFile(): string {
  const examples = featuredExamples();
  const senses = [...new Set(examples.flatMap((example) => example.senses))].sort();
  return fileOf(examples, senses, OPTIONS, encoded);
}

/** The step of the weights for danger. */
const DANGER_STEP = 0.4;

/** The costs for danger as text. */
export function dangerCostsFile(): string {
  const senses = [HARMLESS_SENSE, ...DANGERS];
  return fileOf(dangerExamples(), senses, DANGER_OPTIONS, (weights) => hashed(weights, DANGER_STEP));
}

function fileOf(
  examples: readonly Example[],
  senses: readonly string[],
  options: LearnOptions,
  written: (weights: ReadonlyMap<string, readonly number[]>) => unknown,
): string {
  const costs = written(learn(examples, senses, options));
  return `${JSON.stringify({ basis: basisOf(examples, options), senses, costs })}\n`;
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  if (process.argv.includes('--help')) {
    console.log(`npm run costs

Learns from the examples what words say about meanings and about danger, writes that for the skill, and then packs the content
(npm run pack). It takes a minute.`);
    process.exit(0);
  }
  writeFileSync(COSTS_FILE, costsFile());
  writeFileSync(DANGER_COSTS_FILE, dangerCostsFile());
  process.exitCode = spawnSync('npm', ['run', '--silent', 'pack'], { stdio: 'inherit' }).status ?? 1;
}
