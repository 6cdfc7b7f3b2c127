import { describe, expect, test } from 'vitest';
import { appreciation, askedAt, atTheDoorOf, doing, household, Visit } from '../couple.ts';

describe('a pause', () => {
  test('is announced, lasts about three minutes, and asks whether they are back', () => {
    const visit = askedAt('talk.a').says('pause');
    expect(visit.heard).toEqual(['pause.lead', 'pause.ready']);
    expect(visit.quiet).toBe(170);
    expect(visit.at).toBe('paused');
  });

  test('is not ended by a length of time: nothing is begun anew', () => {
    const visit = askedAt('talk.a').says('pause').says({ type: 'choose', exercise: null, minutes: 10 });
    expect(visit.at).toBe('paused');
    expect(visit.place?.step).toBe('talk.a');
  });

  test('in the middle of a turn gives the rest of it afterwards', () => {
    const visit = doing('check-in', 20).interrupts('pause', 'talk.a', 110).says('yes');
    expect(visit.heard.slice(0, 2)).toEqual(['carry-on.go', 'talk.still']);
    expect(visit.quiet).toBe(110);
  });

  test('keeps the step that was heard, not the one asked about last', () => {
    const visit = askedAt('get-it.a').says('yes').interrupts('pause', 'more.a', 20);
    expect(visit.place?.step).toBe('more.a');
    expect(visit.saved).toBe(true);
    expect(visit.says('resume').steps).toEqual(['more.a', 'more-back.b', 'sense.b', 'feeling.b', 'talk.b']);
  });

  test('after a question asks it again, without a new turn', () => {
    const visit = askedAt('talk.a').says('pause').says('resume');
    expect(visit.heard).toEqual(['carry-on.go', 'talk.finished-again']);
    expect(visit.quiet).toBe(0);
  });

  test.each(['no', 'unclear', 'pause'] as const)('goes on after %s', (word) => {
    const visit = askedAt('talk.a').says('pause').says(word);
    expect(visit.heard).toEqual(['pause.more', 'pause.ready']);
    expect(visit.quiet).toBe(170);
  });

  test('at the question whether they are ready is followed by the whole turn: a yes counts for both questions', () => {
    const visit = atTheDoorOf('talk.b').says('pause').says('resume');
    expect(visit.heard[0]).toBe('carry-on.go');
    expect(visit.heard).toContain('talk.floor');
    expect(visit.quiet).toBe(150);
  });

  test('at the question whether they are ready does not end the check-in without a word', () => {
    const visit = atTheDoorOf('question.a').says('pause').says('yes');
    expect(visit.asked).not.toBeNull();
  });

  test('does not lose a sentence that waits for its yes', () => {
    const visit = askedAt('appreciate.a').says(appreciation('I appreciate your calm.')).says('pause');
    expect(visit.at).toBe('check-in/appreciate.a.confirm');
    expect(visit.asked).toMatch(/^confirm\./);
    expect(visit.says('yes').effects.map(({ effect }) => effect)).toContain('keep');
  });
});

describe('something in the room that needs them', () => {
  test('pauses the exercise, in words of its own, and loses nothing of the turn', () => {
    const visit = doing('check-in', 20).interrupts('interrupted', 'talk.a', 110);
    expect(visit.heard).toEqual(['interrupted.lead', 'pause.ready']);
    expect(visit.quiet).toBe(170);
    expect(visit.says('yes').quiet).toBe(110);
  });

  test('goes on pausing a pause', () => {
    const visit = askedAt('talk.a').says('pause').says('interrupted');
    expect(visit.heard).toEqual(['pause.more', 'pause.ready']);
  });

  test('outside of an exercise is a moment of quiet, and the question again', () => {
    const visit = new Visit(household()).says('launch').says('interrupted');
    expect(visit.heard).toEqual(['interrupted.moment', 'welcome.again']);
    expect(visit.quiet).toBe(45);
  });

  test('does not lose a sentence that waits for its yes', () => {
    const visit = askedAt('appreciate.a').says(appreciation('I appreciate your calm.')).says('interrupted');
    expect(visit.heard[0]).toBe('interrupted.moment');
    expect(visit.at).toBe('check-in/appreciate.a.confirm');
  });
});
