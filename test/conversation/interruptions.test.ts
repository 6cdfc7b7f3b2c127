import { describe, expect, test } from 'vitest';
import {
  appreciation,
  askedAt,
  atConsent,
  atTheDoorOf,
  doing,
  firstVisit,
  household,
  Visit,
} from './couple.ts';

describe('support before a check-in has begun', () => {
  test.each([
    ['the second name', () => firstVisit().says({ type: 'names', name: 'Ana', other: null })],
    ['a consent', () => atConsent().says('yes')],
    ['the beginning', () => new Visit(household()).says('launch')],
  ])('leads back to %s when they want to go on', (_what, reach) => {
    const visit = reach();
    const { scene, asked } = visit;
    const names = { ...visit.names };
    visit.says({ type: 'support', about: 'asked' }).says('resume');
    expect(visit.scene).toBe(scene);
    expect(visit.asked).toBe(asked);
    expect(visit.names).toEqual(names);
  });
});

describe('a pause', () => {
  test('is announced, lasts about three minutes, and asks whether they are back', () => {
    const visit = askedAt('talk.a').says('pause');
    expect(visit.heard).toEqual(['pause.lead', 'pause.ready']);
    expect(visit.quiet).toBe(170);
    expect(visit.scene).toBe('paused');
  });

  test('is not ended by a length of time: nothing is begun anew', () => {
    const visit = askedAt('talk.a').says('pause').says({ type: 'choose', exercise: null, minutes: 10 });
    expect(visit.scene).toBe('paused');
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
    expect(visit.says('resume').steps).toEqual(['more.a', 'sense.b', 'feeling.b', 'talk.b']);
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

  test('at the door of a turn leads back to that door or through it', () => {
    const visit = atTheDoorOf('talk.b').says('pause').says('resume');
    if (visit.scene === 'door') visit.says('yes');
    expect(visit.heard).toContain('talk.floor');
    expect(visit.quiet).toBe(166);
  });

  test('at the door of a question does not end the check-in without a word', () => {
    const visit = atTheDoorOf('question.a').says('pause').says('yes');
    expect(visit.asked).not.toBeNull();
  });

  test('while a sentence waits for its yes does not lose the sentence', () => {
    const visit = askedAt('appreciate.a').says(appreciation('I appreciate your calm.')).says('pause');
    expect(visit.scene).toBe('confirm');
    expect(visit.asked).toMatch(/^confirm\./);
    expect(visit.says('yes').effects.map(({ effect }) => effect)).toContain('keep');
  });
});

describe('support', () => {
  test.each(['asked', 'self-harm', 'unsafe', 'emergency'] as const)(
    '%s gives fixed words, and asks nothing but whether to repeat them',
    (about) => {
      const visit = doing('check-in', 20).interrupts({ type: 'support', about }, 'talk.a', 90);
      expect(visit.heard).toEqual([`support.${about}`, 'support.ask']);
      expect(visit.quiet).toBe(0);
    },
  );

  test('is said again as often as they like', () => {
    const visit = askedAt('talk.a').says({ type: 'support', about: 'unsafe' });
    for (let times = 0; times < 4; times += 1)
      expect(visit.says('yes').heard).toEqual(['support.slowly', 'support.unsafe', 'support.ask']);
  });

  test('ends without the exercise, unless they ask for it', () => {
    const visit = askedAt('talk.a').says({ type: 'support', about: 'asked' });
    expect(visit.says('no').heard).toEqual(['support.close']);
    expect(visit.scene).toBe('closed');
    const back = askedAt('talk.a').says({ type: 'support', about: 'asked' }).says('resume');
    expect(back.heard[0]).toBe('carry-on.go');
  });

  test('leaves no trace of why', () => {
    const visit = askedAt('talk.a').says({ type: 'support', about: 'self-harm' });
    expect(JSON.stringify(visit.state.household)).not.toContain('self-harm');
    expect(visit.effects.filter(({ effect }) => effect !== 'save')).toEqual([]);
  });

  test('is there before anything was agreed to', () => {
    expect(firstVisit().says({ type: 'support', about: 'asked' }).heard).toEqual([
      'support.asked',
      'support.ask',
    ]);
  });
});
