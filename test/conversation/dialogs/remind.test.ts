import { describe, expect, test } from 'vitest';
import type { Reminded } from '../../../lambda/conversation/model/effect.ts';
import type { Rhythm } from '../../../lambda/conversation/model/reminder.ts';
import { household, Visit } from '../couple.ts';

const reminder = { token: 't', day: 'sunday', time: '19:00' } as const;

/** A visit of two who have a reminder, which comes in this pattern by now. */
function inTheApp(reminded: Reminded): Visit {
  return new Visit(household({ reminder }), { reminded });
}
const comes = (day: Rhythm): Reminded => ({ outcome: 'found', reminder: { token: 't', day, time: '19:00' } });
const atEight = { type: 'remind', day: null, time: '20:00' } as const;

describe('a reminder in place of another', () => {
  test('is said back with the one that it replaces, and again by "repeat"', () => {
    const visit = inTheApp(comes('sunday'));
    visit.says({ type: 'remind', day: 'monday', time: '20:00' });
    expect(visit.heard).toEqual(['remind.plan', 'remind.instead', 'remind.sure']);
    expect(visit.says('repeat').heard).toEqual([
      'repeat.lead',
      'remind.plan',
      'remind.instead',
      'remind.sure',
    ]);
  });

  test('is planned once Alexa has told when the old one comes', () => {
    const visit = new Visit(household({ reminder }));
    visit.says(atEight);
    expect(visit.effects).toEqual([{ effect: 'remind', reminding: { do: 'find', token: 't' } }]);
  });

  test.each<Rhythm[]>([['sunday'], ['every-day'], [['saturday', 'sunday']]])(
    'keeps the days of %j with a new hour',
    (day) => {
      const visit = inTheApp(comes(day)).says(atEight);
      expect(visit.heard).toEqual(['remind.plan', 'remind.instead', 'remind.sure']);
      expect(visit.state.stack.dialogs).toMatchObject([{ id: 'remind', day, time: '20:00' }]);
    },
  );

  test.each<Rhythm[]>([
    [{ every: 'weeks', interval: 2, days: ['sunday'] }],
    [{ every: 'month', date: 15 }],
    [{ every: 'never', on: '2026-11-29' }],
  ])('asks for the day with a new hour in place of %j, and keeps the hour for a new day', (day) => {
    expect(inTheApp(comes(day)).says(atEight).heard).toEqual(['remind.found', 'remind.which-day']);
    const friday = inTheApp(comes(day)).says({ type: 'remind', day: 'friday', time: null });
    expect(friday.heard).toEqual(['remind.plan', 'remind.instead', 'remind.sure']);
    expect(friday.state.stack.dialogs).toMatchObject([{ id: 'remind', day: 'friday', time: '19:00' }]);
  });

  test('that has no words asks for what was not said', () => {
    const visit = inTheApp({ outcome: 'changed' });
    expect(visit.says(atEight).heard).toEqual(['remind.changed', 'remind.which-day']);
    expect(visit.says({ type: 'remind', day: 'sunday', time: null }).heard).toEqual([
      'remind.plan',
      'remind.instead-other',
      'remind.sure',
    ]);
    expect(visit.says('no').says('no').heard).toEqual(['remind.stays']);
  });

  test('takes nothing from the note if Alexa may not be asked', () => {
    expect(inTheApp({ outcome: 'no-permission' }).says(atEight).heard).toEqual(['remind.which-day']);
  });

  test('is a first one if the old one was deleted in the app', () => {
    const visit = inTheApp({ outcome: 'none' }).says(atEight);
    expect(visit.heard).toEqual(['remind.which-day']);
    expect(visit.state.household.reminder).toBeNull();
  });

  test('is not planned if Alexa does not answer', () => {
    expect(inTheApp({ outcome: 'unreachable' }).says(atEight).heard).toEqual(['remind.unreachable']);
  });

  test('that is the same is only said', () => {
    const visit = inTheApp(comes('every-day'));
    visit.says({ type: 'remind', day: 'every-day', time: '19:00' });
    expect(visit.heard).toEqual(['remind.found']);
    expect(visit.state.household.reminder).toEqual({ token: 't', day: 'every-day', time: '19:00' });
  });

  test('is dropped with a word on the old one as it is now', () => {
    const visit = inTheApp(comes({ every: 'month', date: 1 })).says({
      type: 'remind',
      day: 'friday',
      time: '20:00',
    });
    expect(visit.says('skip').heard).toEqual(['remind.found']);
  });
});
