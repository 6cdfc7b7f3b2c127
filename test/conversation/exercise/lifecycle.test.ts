import { describe, expect, test } from 'vitest';
import { doing, household, returningTo, unfinished, Visit } from '../couple.ts';

describe('beginning and carrying on', () => {
  test('a check-in begins by putting phones away, and the one whose turn it is to start talks first', () => {
    const visit = doing('check-in', 20, { next: 'b' });
    expect(visit.heard.slice(0, 2)).toEqual(['open.check-in', 'talk.floor']);
    expect(visit.said('talk.floor')).toMatchObject({ name: 'Bo' });
    expect(visit.said('listen.mind')).toMatchObject({ name: 'Ana', partner: 'Bo' });
    expect(visit.place).toMatchObject({ first: 'b', minutes: 20, began: visit.place?.touched });
  });

  test('the length that was chosen is remembered', () => {
    expect(doing('check-in', 5).state.household.settings.minutes).toBe(5);
    const again = new Visit(household({ settings: { minutes: 5 } })).says('launch').says('yes');
    expect(again.place?.minutes).toBe(5);
  });

  test('a place that was kept goes on at the beginning of its step', () => {
    const visit = returningTo(unfinished({ step: 'say-back.b' }))
      .says('launch')
      .says('yes');
    expect(visit.heard.slice(0, 2)).toEqual(['carry-on.go', 'say-back.start']);
    expect(visit.quiet).toBe(55);
  });
});
