import { describe, expect, test } from 'vitest';
import { doing, household, returningTo, unfinished, Visit, withoutKeeping } from '../../couple.ts';

describe('the end', () => {
  const closing = (listening = 5) =>
    doing('check-in', 20, { tried: { ...household().tried, listening } })
      .goesOnTo('appreciate.b')
      .says('skip');

  test('is one word from each, a thank you, and who talks first next time', () => {
    const visit = closing();
    expect(visit.heard).toEqual([
      'reluctant.passed',
      'word.first',
      'word.second',
      'close.check-in',
      'close-next.check-in',
    ]);
    expect(visit.quiets).toEqual([8, 8]);
    expect(visit.said('close-next.check-in')).toEqual({ name: 'Bo' });
    expect([visit.asked, visit.isOver]).toEqual([null, true]);
  });

  test('tells what it has opened, once', () => {
    expect(closing(2).heard.slice(-3)).toEqual(['close.check-in', 'close.opened', 'close-next.check-in']);
    expect(closing(3).heard).not.toContain('close.opened');
  });

  test('says how to come back after the first exercise, and not again', () => {
    const visit = new Visit(household({ counts: { finished: 0, listened: 0 } }));
    const first = visit.says('launch').goesOnTo('appreciate.b').says('skip');
    expect(first.heard.slice(-2)).toEqual(['close-next.check-in', 'close.come-back']);
    expect(closing().heard).not.toContain('close.come-back');
  });

  test('counts it, clears the place and lets the other start next time', () => {
    const visit = closing();
    expect(visit.place).toBeNull();
    expect(visit.state.household).toMatchObject({
      next: 'b',
      counts: { finished: 4, listened: 80 },
    });
    expect(visit.saved).toBe(true);
  });

  test('promises nothing for next time to two who keep nothing', () => {
    const visit = withoutKeeping().goesOnTo('appreciate.b').says('yes');
    expect(visit.heard.slice(-2)).toEqual(['close.check-in', 'close.unkept']);
  });

  test('that was left can be taken up and finished', () => {
    const visit = returningTo(unfinished({ step: 'word.b' })).says('launch');
    expect(visit.heard).toContain('word.where');
    expect(visit.says('yes').heard.at(-1)).toBe('close-next.check-in');
  });
});
