/**
 * Makes the costs of en-US from its examples: `npm run costs`. It takes about eight minutes, and gives the same result for
 * the same examples and phrases.
 */
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { scriptOptions } from '../../command-line/script-options.ts';
import { DANGERS } from '../../lambda/content/danger.ts';
import { enUS } from '../../lambda/content/en-US/en-us.ts';
import type { Costs } from '../../lambda/content/phrases.ts';
import { createClues } from '../../lambda/understanding/clues.ts';
import { createDangerFeatures } from '../../lambda/understanding/danger.ts';
import { HARMLESS_SENSE } from '../../lambda/understanding/danger-evidence.ts';
import { hashed, hashOf, type Precision } from '../../lambda/understanding/hashed-costs.ts';
import model from '../en-US.json' with { type: 'json' };
import {
  type Dangerous,
  dangersIn,
  examplesIn,
  heardIn,
  MOMENTS,
  type Moment,
  type Spoken,
} from './examples.ts';
import { type Example, type LearnOptions, learn } from './learn.ts';

export const COSTS_FILE = fileURLToPath(
  new URL('../../lambda/content/en-US/phrases/costs.json', import.meta.url),
);

const EXAMPLES = new URL('../examples/en-US/', import.meta.url);
/** What couples said, or would have said, where the skill was wrong in conversations that were played with it. */
const PLAYED = new URL('played/', EXAMPLES);
/** How often such an example counts, since each stands for a mistake that a conversation met with; and one of danger. */
const PLAYED_COUNTS = 2;
const PLAYED_DANGER_COUNTS = 4;
const counted = <T>(those: readonly T[], times: number): T[] =>
  Array.from({ length: times }, () => those).flat();
export const DANGER_COSTS_FILE = fileURLToPath(
  new URL('../../lambda/content/en-US/danger-costs.json', import.meta.url),
);

/** How costs are learned, and how exactly they are written. */
type Options = LearnOptions & Precision;

/** The values with which the part of the examples that was not learned from is understood best. */
export const OPTIONS: Options = {
  least: 3,
  rounds: 15,
  sparseness: 5e-5,
  kept: 33_000,
  again: 15,
  rate: 0.2,
  leftOut: 0.1,
  step: 0.25,
  bound: 32,
};

/** The same for danger: many small weights, since what endangers somebody is seldom said in words that were heard before. */
export const DANGER_OPTIONS: Options = {
  least: 5,
  rounds: 10,
  sparseness: 1e-5,
  kept: 36_700,
  again: 5,
  rate: 0.07,
  leftOut: 0.1,
  step: 0.4,
  bound: 8,
};

/** The examples, each with its features and the senses that are right for it. */
export function featuredExamples(): Example[] {
  const { featuresOf } = createClues(enUS.hearing.phrases);
  const all = [...examplesIn(EXAMPLES), ...counted(examplesIn(new URL('couples/', PLAYED)), PLAYED_COUNTS)];
  return [...all, ...elsewhere(all), ...unknownWords()].map(({ moment, said, means }) => {
    const { question, names } = heardIn(moment);
    return { features: featuresOf(said, question, names), senses: means };
  });
}

/** From this many words on, what is not for the skill at one question is not for it at most others either. */
const SIDE_TALK = 4;
/** The moments in which other words than answers are taken. */
const OPEN: ReadonlySet<Moment> = new Set<Moment>([
  'names.a',
  'names.b',
  'who-said',
  'keep-what',
  'own-what',
  'confirm',
  'cold',
  'mid-talk',
]);
/** What such an example means. */
const NOT_FOR_THE_SKILL = 'none';
const CLOSED = MOMENTS.filter((moment) => !OPEN.has(moment));

/** The moments at which a name is asked for: whoever talks about the day says no name there. */
const NAMING: readonly Moment[] = ['names.a', 'names.b', 'who-said'];

/**
 * What is not for the skill, each at one more question, and a quarter at a question for a name. Which ones depends on the
 * words alone.
 */
function elsewhere(all: readonly Spoken[]): Spoken[] {
  const sideTalk = all.filter(
    ({ moment, means, said }) =>
      means.join() === NOT_FOR_THE_SKILL && !OPEN.has(moment) && said.split(' ').length >= SIDE_TALK,
  );
  const at = (moments: readonly Moment[], those: readonly Spoken[]): Spoken[] =>
    those.map((spoken) => ({
      ...spoken,
      moment: moments[hashOf(`${spoken.said} `) % moments.length] ?? spoken.moment,
    }));
  return [
    ...at(CLOSED, sideTalk),
    ...at(
      NAMING,
      sideTalk.filter(({ said }) => hashOf(said) % 4 === 0),
    ),
  ];
}

/** This many examples of unknown words for each moment, with up to this many words. */
const UNKNOWN = 9;
const MOST_UNKNOWN = 3;

/** Words that nobody knows mean nothing, except at the moments in which any words can be an answer. */
function unknownWords(): Spoken[] {
  let made = 0;
  // Each is made up once, so that it is no feature itself.
  const word = (): string =>
    `xq${[...(made++).toString(26)].map((digit) => String.fromCharCode(97 + Number.parseInt(digit, 26))).join('')}`;
  return [...CLOSED, 'cold' as const, 'mid-talk' as const].flatMap((moment) =>
    Array.from({ length: UNKNOWN }, (_, index): Spoken => {
      const said = Array.from({ length: (index % MOST_UNKNOWN) + 1 }, word).join(' ');
      return { moment, means: [NOT_FOR_THE_SKILL], said };
    }),
  );
}

/** The examples of danger, the samples for it, and everything else that couples say as examples without. */
export function dangerExamples(): Example[] {
  const featuresOf = createDangerFeatures(enUS.hearing.danger);
  const harmless = [...examplesIn(EXAMPLES), ...examplesIn(new URL('couples/', PLAYED))]
    // After help was offered, somebody may still tell of the danger.
    .filter(({ moment }) => moment !== 'support')
    .map(({ said }) => ({ said, kind: HARMLESS_SENSE }));
  const played = counted(dangersIn(new URL('danger/', PLAYED)), PLAYED_DANGER_COUNTS);
  return [...dangersIn(new URL('danger/', EXAMPLES)), ...played, ...harmless, ...samples()].map(
    ({ said, kind }) => ({
      features: featuresOf(said),
      senses: [kind],
    }),
  );
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
export function basisOf(examples: readonly Example[], options: Options): string {
  return createHash('sha256')
    .update(JSON.stringify([examples, options]))
    .digest('hex');
}

/** The costs as text. */
export function costsFile(): string {
  const examples = featuredExamples();
  const senses = [...new Set(examples.flatMap((example) => example.senses))].sort();
  return fileOf(examples, senses, OPTIONS);
}

/** The costs for danger as text. */
export function dangerCostsFile(): string {
  const senses = [HARMLESS_SENSE, ...DANGERS];
  return fileOf(dangerExamples(), senses, DANGER_OPTIONS);
}

function fileOf(examples: readonly Example[], senses: readonly string[], options: Options): string {
  const costs: Costs = {
    basis: basisOf(examples, options),
    senses,
    costs: hashed(learn(examples, senses, options), senses.length, options),
  };
  return `${JSON.stringify(costs)}\n`;
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  scriptOptions(
    `npm run costs

Learns from the examples what words say about meanings and about danger, writes that for the skill, and then packs the content
(npm run pack). It takes about eight minutes.`,
    {},
  );
  writeFileSync(COSTS_FILE, costsFile());
  writeFileSync(DANGER_COSTS_FILE, dangerCostsFile());
  process.exitCode = spawnSync('npm', ['run', '--silent', 'pack'], { stdio: 'inherit' }).status ?? 1;
}
