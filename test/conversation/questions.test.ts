import { describe, expect, test } from 'vitest';
import { enUS } from '../../lambda/content/en-US/en-us.ts';
import type { QuestionFacts } from '../../lambda/conversation/context.ts';
import { chooseQuestion, REST_DAYS } from '../../lambda/conversation/questions.ts';
import { createWording } from '../../lambda/speech/wording.ts';
import { context, DAY, SUNDAY } from './couple.ts';

const { questions } = createWording(enUS);
const practiceOf = new Map(questions.map(({ id, practice }) => [id, practice]));

/** The questions of so many evenings, so many days apart. */
function evenings(
  count: number,
  apart: number,
  pool: readonly QuestionFacts[] = questions,
): { ids: string[]; heard: string } {
  const ids: string[] = [];
  let heard = '';
  for (let evening = 0; evening < count; evening += 1) {
    const now = SUNDAY + evening * apart * DAY;
    const chosen = chooseQuestion(
      heard,
      context({ now, seed: Math.imul(evening, 2654435761) >>> 0, questions: pool }),
    );
    ids.push(chosen.id);
    heard = chosen.heard;
  }
  return { ids, heard };
}

describe('the next question', () => {
  test('is none that was heard in the last sixty days', () => {
    expect(REST_DAYS).toBe(60);
    const { ids } = evenings(60, 7);
    const rest = Math.floor(REST_DAYS / 7);
    for (const [index, id] of ids.entries())
      expect(ids.slice(Math.max(0, index - rest), index)).not.toContain(id);
  });

  test('may come again once it has rested', () => {
    const one = [
      { id: 'ol1', practice: 'openness', depth: 'light' },
      { id: 'll1', practice: 'listening', depth: 'light' },
    ] as const;
    const { ids } = evenings(3, 61, one);
    expect(new Set(ids).size).toBe(2);
    expect(ids[2]).toBe(ids[0]);
  });

  test('takes the practices in turn', () => {
    const { ids } = evenings(30, 1);
    for (let five = 0; five < 25; five += 1)
      expect(new Set(ids.slice(five, five + 5).map((id) => practiceOf.get(id))).size).toBe(5);
  });

  test('is the one heard longest ago, when all were heard lately', () => {
    const { ids } = evenings(questions.length * 2, 1);
    expect(new Set(ids.slice(0, questions.length)).size).toBe(questions.length);
    expect(ids.slice(questions.length)).toEqual(ids.slice(0, questions.length));
  });

  test('is the same for the same seed, and not for every seed', () => {
    const chosen = (seed: number) => chooseQuestion('', context({ seed, questions })).id;
    expect(chosen(5)).toBe(chosen(5));
    expect(new Set([0, 1, 2, 3, 4, 5, 6].map(chosen)).size).toBeGreaterThan(1);
  });

  test.each([0, 0xffff_ffff, -1, -2_147_483_648])('comes for any seed of 32 bits: %i', (seed) => {
    expect(practiceOf.has(chooseQuestion('', context({ seed, questions })).id)).toBe(true);
  });

  test('cannot come from nowhere', () => {
    expect(() => chooseQuestion('', context({ questions: [] }))).toThrow(RangeError);
  });
});

describe('what is remembered of them', () => {
  test('stays small after a thousand evenings', () => {
    expect(evenings(1000, 1).heard.length).toBeLessThan(600);
  });

  test('holds nothing but ids and days', () => {
    expect(evenings(40, 3).heard).toMatch(/^([a-z]{2}\d@[0-9a-z]+)( [a-z]{2}\d@[0-9a-z]+)*$/);
  });

  test('bears with questions that a later release took out', () => {
    const chosen = chooseQuestion('gone1@fmx gone2@fmy', context({ questions }));
    expect(practiceOf.has(chosen.id)).toBe(true);
  });

  test.each(['', ' ', 'nonsense', 'ol1@', '@@@'])('bears with %j', (heard) => {
    expect(practiceOf.has(chooseQuestion(heard, context({ questions })).id)).toBe(true);
  });
});
