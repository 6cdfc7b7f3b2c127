import { describe, expect, test } from 'vitest';
import { askedAt, atTheDoorOf, doing } from '../couple.ts';

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

  test('names the exercise, if it is another one that they asked for', () => {
    const aQuestion = { type: 'choose', exercise: 'questions', minutes: null } as const;
    const visit = askedAt('talk.a').says(aQuestion);
    expect(visit.asked).toBe('start-over.other');
    expect(visit.says(aQuestion).asked).toBe('start-over.other-again');
    expect(visit.says('yes').place?.exercise).toBe('questions');
  });

  test('while support is offered asks before the place is lost', () => {
    const visit = askedAt('get-it.b').says({ type: 'support', about: 'asked' }).says('start-over');
    expect(visit.place?.step).toBe('get-it.b');
  });
});

test('declining to start over at the question whether they are ready loses no turn', () => {
  const visit = atTheDoorOf('talk.b').says('start-over').says('no');
  if (visit.isAtDoor) visit.says('yes');
  expect(visit.heard).toContain('talk.floor');
});
