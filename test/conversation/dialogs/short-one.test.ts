import { describe, expect, test } from 'vitest';
import { doing, household, returningTo, unfinished, Visit } from '../couple.ts';

const atWelcome = () => new Visit(household()).says('launch').says('reluctant');

describe('two who would rather not', () => {
  test('are told that they do not have to, and asked about a short one', () => {
    const visit = atWelcome();
    expect(visit.heard).toEqual(['short-one.lead', 'short-one.ask']);
    expect(visit.said('short-one.ask')).toEqual({ time: { seconds: 300 } });
  });

  test('have five minutes after a yes', () => {
    expect(atWelcome().says('yes').place).toMatchObject({ exercise: 'check-in', minutes: 5 });
  });

  test.each(['no', 'skip', 'reluctant', 'done'] as const)('hear a kind goodbye after %s', (word) => {
    const visit = atWelcome().says(word);
    expect([visit.heard, visit.isOver]).toEqual([['welcome.no'], true]);
  });

  test('keep their unfinished exercise if they want nothing today', () => {
    const visit = returningTo(unfinished()).says('launch').says('reluctant').says('no');
    expect(visit.place).toEqual(unfinished());
  });

  test('hear the nearest length of what they had asked for', () => {
    const visit = new Visit(household()).says({ type: 'learn', about: 'together' }).says('reluctant');
    expect(visit.said('short-one.ask')).toEqual({ time: { seconds: 600 } });
    expect(visit.says('yes').place).toMatchObject({ exercise: 'together', minutes: 10 });
  });

  test('are asked the same in the quiet arrival of an exercise', () => {
    const visit = doing('check-in', 20).interrupts('reluctant', 'arrive', 5);
    expect(visit.asked).toBe('short-one.ask');
    expect(visit.says('yes').place).toMatchObject({ exercise: 'check-in', minutes: 5 });
  });

  test('may name something else', () => {
    const visit = atWelcome().says({ type: 'choose', exercise: 'good-news', minutes: null });
    expect(visit.place?.exercise).toBe('good-news');
  });
});
