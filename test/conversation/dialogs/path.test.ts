import { describe, expect, test } from 'vitest';
import { DAY } from '../../../lambda/conversation/model/household.ts';
import { askedAt, firstVisit, household, SUNDAY, unfinished, Visit } from '../couple.ts';

const WEEK = 7 * DAY;
const unasked = (finished = 3) => new Visit(household({ path: null, counts: { finished, listened: 60 } }));
const on = (path: { began: number; week: number }, now = SUNDAY) => new Visit(household({ path }), { now });

describe('the path of four weeks', () => {
  test('is offered once, after three exercises', () => {
    expect(unasked(2).says('launch').asked).toBe('welcome.ask');
    const offered = unasked().says('launch');
    expect(offered.heard).toEqual(['welcome.back', 'path.what', 'path.offer']);
    expect(offered.saved).toBe(true);
    expect(offered.another().says('launch').asked).toBe('welcome.ask');
  });

  test('is dropped by a no, and the session goes on as always', () => {
    const visit = unasked().says('launch').says('no');
    expect(visit.heard).toEqual(['path.no', 'welcome.again']);
    expect(visit.state.household.path).toBe(false);
  });

  test('begins with a yes, and asks whether the first theme fits today', () => {
    const begins = () => unasked().says('launch').says('yes');
    const begun = begins();
    expect(begun.heard).toEqual(['path.begun', 'path.week-1', 'path.today']);
    expect(begun.state.household.path).toEqual({ began: SUNDAY, week: 1 });
    expect(begins().says('yes').place?.exercise).toBe('appreciation');
    expect(begins().says('no').heard).toEqual(['path.another-day', 'welcome.again']);
  });

  test('offers the exercise of each week once in it, whatever was missed', () => {
    const path = { began: SUNDAY, week: 1 };
    expect(on(path, SUNDAY + 2 * DAY).says('launch').asked).toBe('welcome.ask');
    const second = on(path, SUNDAY + WEEK).says('launch');
    expect(second.heard).toEqual(['welcome.back', 'path.week-2', 'path.today']);
    expect(second.another().says('launch').asked).toBe('welcome.ask');
    expect(second.says('yes').place?.exercise).toBe('listening');
    const fourth = on(path, SUNDAY + 3 * WEEK).says('launch');
    expect(fourth.heard).toContain('path.week-4');
    expect(fourth.says('yes').place?.exercise).toBe('weekly');
  });

  test('is over after four weeks, and can begin again', () => {
    const ends = () => on({ began: SUNDAY, week: 4 }, SUNDAY + 4 * WEEK).says('launch');
    const over = ends();
    expect(over.heard).toEqual(['welcome.back', 'path.over', 'path.once-more']);
    expect(ends().says('no').heard).toEqual(['path.enough', 'welcome.again']);
    expect(ends().says('yes').state.household.path).toEqual({ began: SUNDAY + 4 * WEEK, week: 1 });
    expect(over.another().says('launch').asked).toBe('welcome.ask');
  });

  test('begins the exercise of the week as they want it', () => {
    const asked = () => on({ began: SUNDAY, week: 1 }, SUNDAY + WEEK).says('launch');
    const ten = asked().says({ type: 'choose', exercise: null, minutes: 10 });
    expect(ten.place).toMatchObject({ exercise: 'listening', minutes: 10 });
    const bo = asked()
      .says({ type: 'first', who: { name: 'Bo' } })
      .says('yes');
    expect(bo.place).toMatchObject({ exercise: 'listening', first: 'b' });
  });

  test('counts its weeks by days, so that the same evening a week later is the next one', () => {
    const path = { began: SUNDAY, week: 2 };
    const early = on(path, SUNDAY + 2 * WEEK - 5 * 60_000).says('launch');
    expect(early.heard).toContain('path.week-3');
  });

  test('asks before it leaves an unfinished exercise', () => {
    const visit = new Visit(household({ path: { began: SUNDAY, week: 1 } }), {}, unfinished())
      .says('path')
      .says('yes');
    expect([visit.asked, visit.place?.exercise]).toEqual(['carry-on.ask', 'check-in']);
  });

  test('is left at its own question too', () => {
    const left = on({ began: SUNDAY, week: 1 }, SUNDAY + WEEK)
      .says('launch')
      .says('leave-path');
    expect([left.heard, left.state.household.path]).toEqual([['path.left', 'welcome.again'], false]);
    const none = unasked().says('launch').says('leave-path');
    expect(none.heard).toEqual(['path.no', 'welcome.again']);
  });

  test('is there for the asking, also after a no', () => {
    const visit = new Visit(household({ path: false })).says('path');
    expect(visit.heard).toEqual(['path.what', 'path.offer']);
    expect(on({ began: SUNDAY, week: 1 }, SUNDAY + DAY).says('path').heard).toEqual([
      'path.week-1',
      'path.today',
    ]);
  });

  test('in an exercise is only mentioned', () => {
    expect(askedAt('talk.a').says('path').heard).toEqual(['path.later', 'talk.finished-again']);
  });

  test('can be left at any time', () => {
    const left = on({ began: SUNDAY, week: 1 }).says('leave-path');
    expect([left.heard, left.state.household.path, left.saved]).toEqual([['path.left'], false, true]);
    expect(new Visit(household()).says('leave-path').heard).toEqual(['path.none']);
  });

  test('is for those who are remembered', () => {
    expect(firstVisit().says('path').heard).toContain('path.not-yet');
  });
});
