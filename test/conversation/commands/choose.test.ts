import { describe, expect, test } from 'vitest';
import { askedAt, firstVisit, household, returningTo, unfinished, Visit } from '../couple.ts';

describe('choosing an exercise and its length', () => {
  test('begins it at once for two who are known', () => {
    const visit = new Visit(household()).says('launch');
    visit.says({ type: 'choose', exercise: 'listening', minutes: 10 });
    expect(visit.place).toMatchObject({ exercise: 'listening', minutes: 10 });
    expect(visit.heard[0]).toBe('open.listening');
  });

  test('takes the nearest length there is', () => {
    const visit = new Visit(household()).says({ type: 'choose', exercise: null, minutes: 12 });
    expect(visit.place).toMatchObject({ exercise: 'check-in', minutes: 10 });
  });

  test('is remembered through a first visit', () => {
    const visit = firstVisit().says({ type: 'choose', exercise: 'listening', minutes: 5 });
    expect(visit.heard).toEqual(['choose.noted', 'names.first-again']);
    visit.says({ type: 'names', name: 'Ana', other: 'Bo' }).says('yes').says('yes');
    expect(visit.place).toMatchObject({ exercise: 'listening', minutes: 5 });
  });

  test('does not pass over a place that is kept: it is offered first', () => {
    const visit = returningTo(unfinished()).says({ type: 'choose', exercise: 'listening', minutes: 10 });
    expect(visit.asked).toBe('carry-on.ask');
    expect(visit.says('no').place).toMatchObject({ exercise: 'listening', minutes: 10 });
  });

  test('declining both a fresh one and the old one begins nothing', () => {
    const weeksAgo = unfinished({ touched: 0 });
    const visit = returningTo(weeksAgo).says({ type: 'choose', exercise: 'check-in', minutes: 10 });
    expect(visit.asked).toBe('fresh.ask');
    expect(visit.says('no').asked).toBe('carry-on.ask');
    expect(visit.says('no').isOver).toBe(true);
    expect(visit.place?.minutes).toBe(20);
  });

  test('in the middle of another one asks before leaving that', () => {
    const visit = askedAt('talk.a').says({ type: 'choose', exercise: 'listening', minutes: 10 });
    expect(visit.asked).toBe('start-over.ask');
    expect(visit.place?.exercise).toBe('check-in');
    expect(visit.says('yes').place).toMatchObject({ exercise: 'listening', minutes: 10 });
  });
});
