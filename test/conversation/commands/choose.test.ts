import { describe, expect, test } from 'vitest';
import type { Event } from '../../../lambda/conversation/model/event.ts';
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

  test('can come with who is to start', () => {
    const visit = new Visit(household()).says('launch');
    visit.says({ type: 'choose', exercise: 'listening', minutes: 10, first: { name: 'Bo' } });
    expect(visit.place).toMatchObject({ exercise: 'listening', minutes: 10, first: 'b' });
  });

  test('asks who that is, if they only said that they want to start, and then begins with both', () => {
    const visit = new Visit(household()).says('launch');
    visit.says({ type: 'choose', exercise: 'listening', minutes: 10, first: null });
    expect(visit.at).toBe('who-starts');
    visit.says({ type: 'names', name: 'Bo', other: null });
    expect(visit.place).toMatchObject({ exercise: 'listening', minutes: 10, first: 'b' });
  });

  test('is remembered through a first visit', () => {
    const visit = firstVisit().says({ type: 'choose', exercise: 'listening', minutes: 5 });
    expect(visit.heard).toEqual(['choose.noted', 'names.first-again']);
    visit.says({ type: 'names', name: 'Ana', other: 'Bo' }).says('yes').says('yes');
    expect(visit.place).toMatchObject({ exercise: 'listening', minutes: 5 });
  });

  test('by its name wins over the place of another one, and says so', () => {
    const visit = returningTo(unfinished()).says({ type: 'choose', exercise: 'listening', minutes: 10 });
    expect(visit.heard.slice(0, 2)).toEqual(['choose.over-place', 'open.listening']);
    expect(visit.place).toMatchObject({ exercise: 'listening', minutes: 10 });
    const light = returningTo(unfinished()).says({
      type: 'choose',
      exercise: null,
      minutes: null,
      depth: 'light',
    });
    expect(light.heard[0]).toBe('choose.over-place');
  });

  test.each<[string, Event]>([
    ['a length', { type: 'choose', exercise: null, minutes: 10 }],
    ['the same one', { type: 'choose', exercise: 'check-in', minutes: null }],
  ])('does not pass over a place for %s: it is offered first', (_what, choose) => {
    const visit = returningTo(unfinished()).says(choose);
    expect(visit.asked).toBe('carry-on.ask');
    expect(visit.says('no').heard[0]).toBe('fresh.go');
  });

  test('does not pass over an exercise that runs on another speaker', () => {
    const visit = returningTo(unfinished(), { elsewhere: true });
    visit.says({ type: 'choose', exercise: 'listening', minutes: 10 });
    expect(visit.asked).toBe('elsewhere.ask');
  });

  test('declining the old one, after a fresh one, begins what they asked for', () => {
    const weeksAgo = unfinished({ touched: 0 });
    const visit = returningTo(weeksAgo).says({ type: 'choose', exercise: 'check-in', minutes: 10 });
    expect(visit.asked).toBe('fresh.ask');
    expect(visit.says('no').asked).toBe('carry-on.ask');
    expect(visit.says('no').place?.minutes).toBe(10);
  });

  test('in the middle of another one asks before leaving that', () => {
    const visit = askedAt('talk.a').says({ type: 'choose', exercise: 'listening', minutes: 10 });
    expect(visit.asked).toBe('start-over.other');
    expect(visit.place?.exercise).toBe('check-in');
    expect(visit.says('yes').place).toMatchObject({ exercise: 'listening', minutes: 10 });
  });
});
