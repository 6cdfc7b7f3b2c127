import { describe, expect, test } from 'vitest';
import type { Appreciation } from '../../../lambda/conversation/model/effect.ts';
import { other, type Partner } from '../../../lambda/conversation/model/household.ts';
import { DAY, household, SUNDAY, unfinished, Visit } from '../couple.ts';

function kept(from: Partner, daysAgo: number, text = `${from} ${daysAgo}`): Appreciation {
  const at = SUNDAY - daysAgo * DAY;
  return { id: `${at.toString(36)}-x`, text, from, to: other(from), day: '2026-11-20', at };
}

const read = (visit: Visit): unknown[] =>
  visit.acts.flatMap((act) =>
    act.do === 'say' && act.line.key === 'recap.item' ? [act.line.with.text] : [],
  );

describe('the week', () => {
  test('is offered at the welcome, noted, and goes on to the check-in whatever they say', () => {
    const recalled = { page: [kept('a', 2)], next: null };
    const visit = new Visit(household({ appreciated: SUNDAY - DAY }), { recalled }).says('launch');
    expect(visit.heard).toEqual(['welcome.back', 'recap.offer']);
    expect(visit.state.household.recap.offered).toBe(SUNDAY);
    expect(visit.says('no').asked).toBe('welcome.again');
    expect(visit.says('yes').place?.exercise).toBe('check-in');
  });

  test('names only the author if the other one has no nickname', () => {
    const recalled = { page: [kept('a', 2), kept('b', 1)], next: null };
    const visit = new Visit(household({ names: { a: 'Ana', b: null } }), { recalled });
    visit.says({ type: 'recap', period: 'week', whose: null }).says('yes');
    expect(visit.heard).toEqual(['recap.lead', 'recap.item-by', 'recap.item', 'recap.week']);
  });

  test('is not offered if an exercise waits that was left a short time ago', () => {
    const recalled = { page: [kept('a', 2)], next: null };
    const visit = new Visit(household({ appreciated: SUNDAY - DAY }), { recalled }, unfinished());
    expect(visit.says('launch').asked).toBe('carry-on.ask');
  });

  test('reads on with one more, and says again what it read last', () => {
    const page = [6, 5, 4, 3, 2, 1].map((days) => kept('a', days));
    const visit = new Visit(household(), { recalled: { page, next: null } });
    visit.says({ type: 'recap', period: 'week', whose: null }).says('yes');
    expect(read(visit)).toEqual(['a 6', 'a 5', 'a 4', 'a 3']);
    visit.says('repeat');
    expect(read(visit)).toEqual(['a 6', 'a 5', 'a 4', 'a 3']);
    visit.says('another');
    expect(read(visit)).toEqual(['a 2']);
    visit.says('yes');
    expect(read(visit)).toEqual(['a 1']);
    expect(visit.heard.at(-1)).toBe('recap.week');
    expect(visit.acts.slice(-2).map((act) => act.do)).toEqual(['hold', 'chime']);
    expect(visit.isOver).toBe(true);
    expect(visit.state.household.recap.heard).toBe(SUNDAY);
  });

  test.each(['yes', 'next', 'resume'] as const)(
    'reads on with %s when asked whether it shall go on',
    (word) => {
      const page = [6, 5, 4, 3, 2, 1].map((days) => kept('a', days));
      const visit = new Visit(household(), { recalled: { page, next: null } });
      visit.says({ type: 'recap', period: 'week', whose: null }).says('yes');
      expect(visit.asked).toBe('recap.more');
      expect(read(visit.says(word))).toEqual(['a 2', 'a 1']);
    },
  );
});
