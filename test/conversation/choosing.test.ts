import { describe, expect, test } from 'vitest';
import {
  askedAt,
  atConsent,
  atTheDoorOf,
  doing,
  firstVisit,
  household,
  returningTo,
  unfinished,
  Visit,
} from './couple.ts';

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

  test('a fresh one and the old one both declined begin nothing', () => {
    const weeksAgo = unfinished({ touched: 0 });
    const visit = returningTo(weeksAgo).says({ type: 'choose', exercise: 'check-in', minutes: 10 });
    expect(visit.asked).toBe('fresh.ask');
    expect(visit.says('no').asked).toBe('carry-on.ask');
    expect(visit.says('no').scene).toBe('closed');
    expect(visit.place?.minutes).toBe(20);
  });

  test('in the middle of one asks before it is left', () => {
    const visit = askedAt('talk.a').says({ type: 'choose', exercise: 'listening', minutes: 10 });
    expect(visit.asked).toBe('start-over.ask');
    expect(visit.place?.exercise).toBe('check-in');
    expect(visit.says('yes').place).toMatchObject({ exercise: 'listening', minutes: 10 });
  });
});

describe('starting over', () => {
  test('asks first, and begins again with a yes', () => {
    const visit = askedAt('talk.a').says('start-over');
    expect(visit.asked).toBe('start-over.ask');
    expect(visit.says('yes').heard.slice(0, 2)).toEqual(['fresh.go', 'open.check-in']);
  });

  test('goes on with the quiet that was left after a no', () => {
    const visit = doing('check-in', 20).interrupts('start-over', 'talk.a', 80).says('no');
    expect(visit.heard.slice(0, 2)).toEqual(['carry-on.go', 'talk.still']);
    expect(visit.quiet).toBe(80);
  });

  test('asks again what was asked, after a no, and does not give the whole turn again', () => {
    const visit = askedAt('talk.a').says('start-over').says('no');
    expect(visit.quiet).toBe(0);
    expect(visit.asked).toBe('talk.finished-again');
  });

  test('begins the same exercise again, at the same length', () => {
    const visit = askedAt('talk.a', 'listening', 10).says('start-over').says('yes');
    expect(visit.place).toMatchObject({ exercise: 'listening', minutes: 10 });
  });

  test('while support is offered does not throw the place away unasked', () => {
    const visit = askedAt('get-it.b').says({ type: 'support', about: 'asked' }).says('start-over');
    expect(visit.place?.step).toBe('get-it.b');
  });
});

describe('other names', () => {
  const known = () => new Visit(household()).says('launch');

  test('"change Bo to Bob" changes one, however it is written, and goes on', () => {
    const visit = known().says({ type: 'rename', name: 'BO', other: 'Bob' });
    expect(visit.names).toEqual({ a: 'Ana', b: 'Bob' });
    expect(visit.said('rename.one')).toEqual({ name: 'Bob' });
    expect(visit.saved).toBe(true);
    expect(visit.asked).toBe('welcome.again');
  });

  test('"change Bo to Bob" in the middle of a turn leaves its quiet', () => {
    const visit = doing('check-in', 20).interrupts(
      { type: 'rename', name: 'Bo', other: 'Bob' },
      'talk.a',
      60,
    );
    expect(visit.quiet).toBe(60);
    expect(visit.names.b).toBe('Bob');
  });

  test('two never get the same name', () => {
    const visit = known().says({ type: 'rename', name: 'Ana', other: 'bo' });
    expect(visit.names).toEqual({ a: 'Ana', b: 'Bo' });
  });

  test('"change our names" asks for both, and then goes on as it was, with nothing else asked again', () => {
    const visit = known().says({ type: 'rename', name: null, other: null });
    expect(visit.heard).toEqual(['rename.both', 'rename.ask']);
    visit.says({ type: 'names', name: 'Sam', other: null }).says({ type: 'names', name: 'Kim', other: null });
    expect(visit.names).toEqual({ a: 'Sam', b: 'Kim' });
    expect(visit.heard[0]).toBe('rename.done');
    expect(visit.asked).toBe('welcome.ask');
  });

  test('that are not understood twice stay as they were', () => {
    const visit = known().says({ type: 'rename', name: null, other: null }).says('unclear').says('unclear');
    expect(visit.names.a).toBe('Ana');
  });

  test('are never the same, even where the second is passed over', () => {
    const visit = known().says({ type: 'rename', name: null, other: null });
    visit.says({ type: 'names', name: 'Bo', other: null }).says('skip');
    expect(visit.names).toEqual({ a: 'Bo', b: null });
  });

  test('are asked for by the names they have, whoever talks first', () => {
    const visit = new Visit(household({ next: 'b' })).says('launch');
    visit.says({ type: 'rename', name: null, other: null });
    expect(visit.said('rename.ask')?.name).toBe('Ana');
    visit.says({ type: 'names', name: 'Sam', other: null });
    expect(visit.said('rename.ask')?.name).toBe('Bo');
    visit.says({ type: 'names', name: 'Kim', other: null });
    expect(visit.said('welcome.plan')?.name).toBe('Kim');
  });

  test.each(['skip', 'next'] as const)('%s leaves a name as it was', (word) => {
    const visit = known().says({ type: 'rename', name: null, other: null }).says(word);
    expect(visit.names.a).toBe('Ana');
  });

  test('in the middle of a check-in the place is kept', () => {
    const visit = askedAt('get-it.a').says({ type: 'rename', name: null, other: null });
    visit.says({ type: 'names', name: 'Sam', other: 'Kim' });
    expect(visit.place?.step).toBe('get-it.a');
    expect(visit.asked).toBe('carry-on.ask');
  });

  test('two who keep nothing are not asked to keep anything again', () => {
    const visit = atConsent().says('no').says('yes');
    visit.says({ type: 'rename', name: null, other: null });
    visit.says({ type: 'names', name: 'Sam', other: 'Kim' });
    expect(visit.asked).not.toBe('consent.ask');
  });
});

test('starting over declined at the door of a turn does not lose the turn behind it', () => {
  const visit = atTheDoorOf('talk.b').says('start-over').says('no');
  if (visit.scene === 'door') visit.says('yes');
  expect(visit.heard).toContain('talk.floor');
});
