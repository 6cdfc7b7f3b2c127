import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { exercises } from '../../lambda/conversation/exercise/catalogue/catalogue.ts';
import { EXERCISES, type ExerciseId } from '../../lambda/conversation/model/exercise-id.ts';
import type { Minutes } from '../../lambda/conversation/model/household.ts';
import { createEcho } from '../../simulator/device/echo.ts';
import type { Exchange } from '../../simulator/device/exchange.ts';
import { model } from '../model.ts';
import { type SkillOnDatabase, skillOnDatabase } from '../skill.ts';

/** What people say for an exercise, out of the blue: its name in the interaction model. */
function nameOf(exercise: ExerciseId): string {
  const { types = [] } = model.interactionModel.languageModel;
  const named = types.find(({ name }) => name === 'EXERCISE')?.values?.find(({ id }) => id === exercise);
  if (named === undefined) throw new Error(`the interaction model has no name for ${exercise}`);
  return named.name.value;
}

const IN_WORDS: Readonly<Record<Minutes, string>> = { 2: 'two', 5: 'five', 10: 'ten', 20: 'twenty' };

/** One small thing is not open to a couple that has not listened yet: test/transcripts/small-thing.txt plays it. */
const every = EXERCISES.filter((exercise) => exercises[exercise].opensAfter === undefined).flatMap(
  (exercise) => exercises[exercise].lengths.map((minutes) => [exercise, minutes] as const),
);

/** More answers than any exercise asks for. */
const MOST = 40;
/** Seconds that an answer takes. */
const ANSWER = 3;

/** A first visit that leaves nothing unfinished. */
const visit = ['alexa, ask our checkin for a self check', 'Ana', 'Bo', 'yes', 'yes', 'no', 'no'];

function answerTo(exchange: Exchange | undefined): string {
  const keeps = exchange?.state?.endsWith('@AppreciationIntent.appreciation') ?? false;
  return keeps ? 'thank you for the tea you made' : 'yes';
}

describe('Played on the simulated Echo from its first word to its last,', () => {
  let real: SkillOnDatabase;
  beforeAll(async () => {
    real = await skillOnDatabase();
  });
  afterAll(() => real.close());

  /** From the moment the exercise is called by name: yes to everything, and a sentence to keep. */
  async function played(exercise: ExerciseId, minutes: Minutes): Promise<Exchange[]> {
    const echo = createEcho({
      handler: real.skill,
      model,
      database: real.database,
      user: `${exercise} ${minutes}`,
      seed: 7,
      start: new Date('2026-11-22T19:00:00Z'),
      strict: true,
    });
    for (const line of visit) await echo.line(line);
    const call = `alexa, ask our checkin for a ${IN_WORDS[minutes]} minute ${nameOf(exercise)}`;
    const exchanges: Exchange[] = [];
    for (let line = call; exchanges.length < MOST; line = answerTo(exchanges.at(-1))) {
      const exchange = await echo.line(line);
      if (exchange === null) throw new Error(`${line} was not heard`);
      exchanges.push(exchange);
      if (exchange.session === 'ended' || exchange.state === 'self-check/direction') return exchanges;
    }
    throw new Error(`${exercise} never comes to its end`);
  }

  it.each(every)(
    '%s in %i minutes breaks no rule, and takes the time that was promised',
    async (exercise, minutes) => {
      const exchanges = await played(exercise, minutes);
      expect(exchanges.flatMap(({ violations }) => violations)).toEqual([]);
      expect(exchanges.filter(({ error }) => error !== null)).toEqual([]);
      const asked = exchanges.filter(({ session }) => session === 'open').length;
      const seconds = exchanges.reduce((sum, exchange) => sum + exchange.seconds, 0) + asked * ANSWER;
      expect(seconds / 60).toBeGreaterThanOrEqual(minutes * 0.85);
      expect(seconds / 60).toBeLessThanOrEqual(minutes * 1.15);
    },
  );
});
