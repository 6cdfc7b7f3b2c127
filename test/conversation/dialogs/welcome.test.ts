import { describe, expect, test } from 'vitest';
import { doing, household, Visit } from '../couple.ts';

describe('two who are known', () => {
  test('hear the plan in one welcome and one question, and a yes begins', () => {
    const visit = new Visit(household({ next: 'b' })).says('launch');
    expect(visit.heard).toEqual(['welcome.back', 'welcome.plan', 'welcome.ask']);
    expect(visit.said('welcome.plan')).toEqual({ name: 'Bo', time: { seconds: 1200 } });
    expect(visit.says('yes').said('talk.floor')?.name).toBe('Bo');
  });

  test('may say no', () => {
    const visit = new Visit(household()).says('launch').says('no');
    expect(visit.heard).toEqual(['welcome.no']);
    expect(visit.isOver).toBe(true);
    expect(visit.state.household).toEqual(household());
  });

  test('take turns in starting', () => {
    const visit = doing('check-in', 5);
    while (!visit.isOver) visit.says('skip');
    expect(visit.said('close-next.check-in')).toEqual({ name: 'Bo' });
    const nextWeek = visit.another().says('launch');
    expect(nextWeek.said('welcome.plan')?.name).toBe('Bo');
  });
});
