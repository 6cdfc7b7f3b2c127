import { describe, expect, test } from 'vitest';
import { askedAt, atConsent, atTheDoorOf, doing, firstVisit, household, Visit } from '../couple.ts';

describe('help', () => {
  test.each([
    ['a name', () => firstVisit(), 'help.names', 'names.first'],
    ['a yes', () => atConsent(), 'help.consent', 'consent.ask'],
    ['the welcome', () => new Visit(household()).says('launch'), 'help.welcome', 'welcome.ask'],
    ['a pause', () => askedAt('talk.a').says('pause'), 'help.paused', 'pause.ready'],
    [
      'support',
      () => askedAt('talk.a').says({ type: 'support', about: 'asked' }),
      'help.support',
      'support.ask',
    ],
    ['a turn to talk', () => askedAt('talk.a'), 'topic.mind', 'talk.finished-again'],
    ['a door', () => atTheDoorOf('talk.b'), 'help.exercise', 'ready.again'],
  ] as const)('says what can be said at %s, and asks again', (_, reach, key, question) => {
    const visit = reach().says('help');
    expect(visit.heard[0]).toBe(key);
    expect(visit.asked).toBe(question);
  });

  test('at a first visit says what this is, and how to reach support', () => {
    const visit = new Visit(null).says('help');
    expect(visit.heard).toEqual(expect.arrayContaining(['help.what', 'help.safety']));
    expect(visit.asked).toBe('names.first');
  });

  test('during a turn leaves the quiet that was left', () => {
    const visit = doing('check-in', 20).interrupts('help', 'talk.a', 90);
    expect(visit.quiet).toBe(90);
    expect(visit.saved).toBe(false);
  });
});
