import { describe, expect, test } from 'vitest';
import { enUS } from '../../../../lambda/content/en-US/en-us.ts';
import {
  chooseQuestion,
  type Wanted,
} from '../../../../lambda/conversation/exercise/choosing/choose-question.ts';
import type { QuestionFacts } from '../../../../lambda/conversation/model/context.ts';
import { DEPTHS, PRACTICES } from '../../../../lambda/conversation/model/household.ts';
import { createWording } from '../../../../lambda/speech/wording.ts';
import { context, DAY, SUNDAY } from '../../couple.ts';

const { questions } = createWording(enUS);

const practiceOf = new Map(questions.map(({ id, practice }) => [id, practice]));

const cellOf = new Map(questions.map(({ id, practice, depth }) => [id, `${practice} ${depth}`]));

const ANY: Wanted = { practice: null, depths: DEPTHS };

/** The questions of this many evenings, one day after the other. */
function evenings(
  count: number,
  wanted: Wanted = ANY,
  pool: readonly QuestionFacts[] = questions,
): { ids: string[]; heard: string } {
  const ids: string[] = [];
  let heard = '';
  for (let evening = 0; evening < count; evening += 1) {
    const now = SUNDAY + evening * DAY;
    const seed = Math.imul(evening, 2654435761) >>> 0;
    const chosen = chooseQuestion(heard, wanted, context({ now, seed, questions: pool }));
    ids.push(chosen.id);
    heard = chosen.heard;
  }
  return { ids, heard };
}

/** After how many questions one is repeated, and how many others of its practice and depth did not come in between. */
function returns(ids: readonly string[]): { after: number; missing: number }[] {
  return ids.flatMap((id, index) => {
    const before = ids.lastIndexOf(id, index - 1);
    if (index === 0 || before === -1) return [];
    const between = ids.slice(before + 1, index).filter((one) => cellOf.get(one) === cellOf.get(id));
    const others = [...cellOf.values()].filter((cell) => cell === cellOf.get(id)).length - 1;
    return [{ after: index - before, missing: others - new Set(between).size }];
  });
}

describe('the next question', () => {
  test('never comes again before all the others of its practice and depth', () => {
    const all = returns(evenings(1000).ids);
    expect(all.length).toBeGreaterThan(500);
    expect(new Set(all.map(({ missing }) => missing))).toEqual(new Set([0]));
  });

  test.each([
    ['light ones alone', { practice: null, depths: ['light'] }],
    ['all but the deepest', { practice: null, depths: ['light', 'deeper'] }],
    ['all of them', ANY],
  ] as const)('is none of the last sixty days for two who meet every day and hear %s', (_, wanted) => {
    for (const { after } of returns(evenings(400, wanted).ids)) expect(after).toBeGreaterThan(60);
  });

  test('takes the practices in turn', () => {
    const { ids } = evenings(30);
    for (let five = 0; five < 25; five += 5)
      expect(new Set(ids.slice(five, five + 5).map((id) => practiceOf.get(id))).size).toBe(5);
  });

  test('takes the depths of a practice in turn', () => {
    const { ids } = evenings(30);
    for (const practice of PRACTICES) {
      const cells = ids.filter((id) => practiceOf.get(id) === practice).map((id) => cellOf.get(id));
      expect(new Set(cells.slice(0, 3)).size).toBe(3);
    }
  });

  test('is about what they wished for, and as deep', () => {
    const { ids } = evenings(20, { practice: 'validation', depths: ['deepest'] });
    for (const id of ids) expect(cellOf.get(id)).toBe('validation deepest');
  });

  test('is any question, if there is none of what they wished for', () => {
    const pool = questions.filter(({ depth }) => depth === 'light');
    const chosen = chooseQuestion('', { practice: null, depths: ['deepest'] }, context({ questions: pool }));
    expect(cellOf.get(chosen.id)).toMatch(/light$/);
  });

  test('is the same for the same seed, and not for every seed', () => {
    const chosen = (seed: number) => chooseQuestion('', ANY, context({ seed, questions })).id;
    expect(chosen(5)).toBe(chosen(5));
    expect(new Set([0, 1, 2, 3, 4, 5, 6].map(chosen)).size).toBeGreaterThan(1);
  });

  test.each([0, 0xffff_ffff, -1, -2_147_483_648])('comes for any seed of 32 bits: %i', (seed) => {
    expect(practiceOf.has(chooseQuestion('', ANY, context({ seed, questions })).id)).toBe(true);
  });

  test('cannot be chosen if there are no questions', () => {
    expect(() => chooseQuestion('', ANY, context({ questions: [] }))).toThrow(RangeError);
  });
});

describe('what is remembered of them', () => {
  const LIGHT: Wanted = { practice: 'openness', depths: ['light'] };
  const lightOnes = questions.filter(({ practice, depth }) => practice === 'openness' && depth === 'light');

  test('stays small after a thousand evenings', () => {
    expect(evenings(1000).heard.length).toBeLessThan(90);
  });

  test('holds nothing but ids, one of each practice and depth', () => {
    const { heard } = evenings(100);
    expect(heard).toMatch(/^[a-z]{2}\d+( [a-z]{2}\d+){14}$/);
  });

  test('goes on after a question that a later release took out', () => {
    const [first, second, third] = lightOnes.map(({ id }) => id);
    const pool = questions.filter(({ id }) => id !== second);
    expect(chooseQuestion(second ?? '', LIGHT, context({ questions: pool })).id).toBe(third);
    expect(chooseQuestion(first ?? '', LIGHT, context({ questions: pool })).id).toBe(third);
  });

  test('comes to questions that a later release brings, before the first ones again', () => {
    const pool = [...questions, { id: 'ol99', practice: 'openness', depth: 'light' } as const];
    const last = lightOnes.at(-1)?.id ?? '';
    expect(chooseQuestion(last, LIGHT, context({ questions: pool })).id).toBe('ol99');
    expect(chooseQuestion('ol99', LIGHT, context({ questions: pool })).id).toBe(lightOnes[0]?.id);
  });

  test.each(['', ' ', 'nonsense', 'ol', '12', 'gone1 gone2'])('bears with %j', (heard) => {
    expect(practiceOf.has(chooseQuestion(heard, ANY, context({ questions })).id)).toBe(true);
  });
});
