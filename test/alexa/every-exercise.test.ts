import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { exercises } from '../../lambda/conversation/exercises/all.ts';
import type { Minutes } from '../../lambda/conversation/household.ts';
import type { ExerciseId } from '../../lambda/conversation/lines.ts';
import { createEcho } from '../../simulator/device/echo.ts';
import type { Exchange } from '../../simulator/device/exchange.ts';
import { type SkillOnDatabase, skillOnDatabase } from '../skill.ts';
import { model } from '../transcripts/transcript.ts';

/** What people say for each exercise, out of the blue. */
const CALLED: Readonly<Record<ExerciseId, string>> = {
  'check-in': 'check in',
  listening: 'listening exercise',
  questions: 'question',
  openness: 'sharing exercise',
  together: 'time together',
  validation: 'feelings exercise',
  appreciation: 'appreciation exercise',
  'good-news': 'good news exercise',
  weekly: 'weekly',
  'self-check': 'self check',
};

const IN_WORDS: Readonly<Record<Minutes, string>> = { 2: 'two', 5: 'five', 10: 'ten', 20: 'twenty' };

const every = (Object.keys(exercises) as ExerciseId[]).flatMap((exercise) =>
  exercises[exercise].lengths.map((minutes) => [exercise, minutes] as const),
);

/** More answers than any exercise asks for. */
const MOST = 40;
/** Seconds that an answer takes. */
const ANSWER = 3;

/** A first visit that leaves nothing unfinished. */
const visit = ['alexa, ask our checkin for a self check', 'Ana', 'Bo', 'yes', 'yes', 'no', 'no'];

function answerTo(exchange: Exchange | undefined): string {
  const keeps = exchange?.state?.endsWith('@AppreciationIntent.appreciation') ?? false;
  return keeps ? 'I appreciate how you listen' : 'yes';
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
    const call = `alexa, ask our checkin for a ${IN_WORDS[minutes]} minute ${CALLED[exercise]}`;
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
