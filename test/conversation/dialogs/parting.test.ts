import { describe, expect, test } from 'vitest';
import type { Reminded } from '../../../lambda/conversation/model/effect.ts';
import {
  askedAt,
  atConsent,
  doing,
  firstVisit,
  household,
  returningTo,
  unfinished,
  Visit,
  withoutKeeping,
} from '../couple.ts';

const reminder = { token: 't', day: 'sunday', time: '19:00' } as const;
const reminded = (outcome: Exclude<Reminded['outcome'], 'set' | 'found'>) =>
  new Visit(household({ reminder }), { reminded: { outcome } });

describe('two who have parted, or one who has lost the other,', () => {
  test('hear one sentence, and are asked about deleting everything; no exercise is offered', () => {
    const visit = new Visit(household()).says('launch').says('parting');
    expect(visit.heard).toEqual(['parting.lead', 'parting.ask']);
    expect(visit.dialogs.map(({ id }) => id)).toEqual(['parting']);
  });

  test('hear no sorrow if one of the two is new: whether to begin anew, since the old words are not about them', () => {
    const visit = new Visit(household()).says('launch').says({ type: 'parting', anew: true });
    expect(visit.heard).toEqual(['parting.anew']);
    visit.says('yes');
    expect([visit.heard, visit.effects]).toEqual([['parting.begin'], [{ effect: 'forget' }]]);
    expect(visit.another().says('launch').asked).toBe('names.first');
    const kept = new Visit(household({ reminder }))
      .says('launch')
      .says({ type: 'parting', anew: true })
      .says('no');
    expect([kept.heard, kept.state.household.reminder]).toEqual([['parting.bye'], reminder]);
  });

  test('are not reminded any more, at once and without a question', () => {
    const asking = new Visit(household({ reminder })).says('parting');
    expect(asking.effects).toEqual([{ effect: 'remind', reminding: { do: 'cancel' } }]);
    const visit = reminded('cancelled').says('parting');
    expect(visit.heard).toEqual(['parting.lead', 'remind.cancelled', 'parting.ask']);
    expect(visit.state.household.reminder).toBeNull();
    expect(visit.saved).toBe(true);
  });

  test.each([
    ['unreachable', 'remind.still-there'],
    ['no-permission', 'remind.delete-in-app'],
  ] as const)('are told if the reminder could not be cancelled: %s', (outcome, key) => {
    const visit = reminded(outcome).says('parting');
    expect(visit.heard).toEqual(['parting.lead', key, 'parting.ask']);
    expect(visit.state.household.reminder).toEqual(reminder);
  });

  test('are not asked to carry on, now or later: the place is dropped and saved', () => {
    for (const visit of [
      doing('check-in', 20).interrupts('parting', 'talk.a', 90),
      askedAt('talk.a').says('parting'),
    ]) {
      expect([visit.place, visit.saved]).toEqual([null, true]);
      expect(visit.says('no').another().says('launch').heard).not.toContain('carry-on.lead');
    }
    const cold = returningTo(unfinished()).says('parting');
    expect([cold.place, cold.saved]).toEqual([null, true]);
  });

  test('have the place dropped on a night without saving too', () => {
    const visit = askedAt('talk.a').says('dont-save');
    expect(visit.saved).toBe(true);
    expect(visit.says('parting').state.savingOff?.place).toBeNull();
  });

  test('have everything deleted after a yes', () => {
    const visit = new Visit(household()).says('parting').says('yes');
    expect(visit.effects).toEqual([{ effect: 'forget' }]);
    expect([visit.heard, visit.isOver]).toEqual([['parting.deleted'], true]);
  });

  test('may try again if the deletion fails', () => {
    const visit = new Visit(household()).says('parting').says('not-forgotten');
    expect(visit.heard).toEqual(['forget.failed', 'forget.try-again']);
    expect(visit.says('yes').effects).toEqual([{ effect: 'forget' }]);
  });

  test.each(['no', 'next', 'rather-not', 'thanks'] as const)(
    'keep everything after %s, and it ends',
    (word) => {
      const visit = new Visit(household()).says('parting').says(word);
      expect([visit.heard, visit.isOver, visit.effects]).toEqual([['parting.bye'], true, []]);
    },
  );

  test('have nothing deleted by silence', () => {
    const visit = new Visit(household()).says('parting').saysNothing();
    expect(visit.heard).toEqual(['parting.again']);
  });

  test.each([
    ['at the first name', () => firstVisit()],
    ['at a consent', () => atConsent()],
    ['in a check-in of which nothing is kept', () => withoutKeeping()],
  ])('are asked nothing if nothing is kept: %s', (_where, reach) => {
    const visit = reach().says('parting');
    expect([visit.heard, visit.isOver]).toEqual([['parting.lead', 'parting.close'], true]);
    expect(visit.effects).toEqual([]);
  });
});
