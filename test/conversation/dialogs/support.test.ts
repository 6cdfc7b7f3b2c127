import { describe, expect, test } from 'vitest';
import { askedAt, atConsent, doing, firstVisit, household, Visit } from '../couple.ts';

describe('support before a check-in has begun', () => {
  test.each([
    ['the second name', () => firstVisit().says({ type: 'names', name: 'Ana', other: null })],
    ['a consent', () => atConsent().says('yes')],
    ['the beginning', () => new Visit(household()).says('launch')],
  ])('leads back to %s when they want to go on', (_what, reach) => {
    const visit = reach();
    const { at, asked } = visit;
    const names = { ...visit.names };
    visit.says({ type: 'support', about: 'asked' }).says('resume');
    expect(visit.at).toBe(at);
    expect(visit.asked).toBe(asked);
    expect(visit.names).toEqual(names);
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
    expect(visit.isOver).toBe(true);
    const back = askedAt('talk.a').says({ type: 'support', about: 'asked' }).says('resume');
    expect(back.heard[0]).toBe('carry-on.go');
  });

  test('in the middle of a turn gives back the quiet that was left, if they want to go on', () => {
    const visit = doing('check-in', 20).interrupts({ type: 'support', about: 'asked' }, 'talk.a', 90);
    visit.says('resume');
    expect(visit.heard).toEqual(['carry-on.go', 'talk.still', 'talk.finished']);
    expect(visit.quiet).toBe(90);
  });

  test('after a question asks that again, if they want to go on', () => {
    const visit = askedAt('talk.a').says({ type: 'support', about: 'asked' }).says('resume');
    expect(visit.heard).toEqual(['carry-on.go', 'talk.finished-again']);
  });

  test('leaves no trace of the reason', () => {
    const visit = askedAt('talk.a').says({ type: 'support', about: 'self-harm' });
    expect(JSON.stringify(visit.state.household)).not.toContain('self-harm');
    expect(visit.effects.filter(({ effect }) => effect !== 'save')).toEqual([]);
  });

  test('is offered before anything was agreed to', () => {
    expect(firstVisit().says({ type: 'support', about: 'asked' }).heard).toEqual([
      'support.asked',
      'support.ask',
    ]);
  });
});
