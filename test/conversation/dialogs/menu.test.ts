import { describe, expect, test } from 'vitest';
import type { Household } from '../../../lambda/conversation/model/household.ts';
import { askedAt, household, Visit } from '../couple.ts';

const known = (more: Partial<Household> = {}) => new Visit(household(more));

describe('the menu', () => {
  test('names two things at a time, and more pages when they ask for something else', () => {
    const tried = { ...household().tried, listening: 3 };
    const visit = known({ tried }).says('launch').says('menu');
    const pages = [visit.asked];
    for (let page = 0; page < 5; page += 1) pages.push(visit.says('menu').asked);
    expect(pages).toEqual([
      'menu.main',
      'menu.warm',
      'menu.longer',
      'menu.practice',
      'menu.inner',
      'menu.between',
    ]);
  });

  test('does not name what is not open to them yet', () => {
    const visit = known().says('launch').says('menu');
    for (let page = 0; page < 5; page += 1) visit.says('menu');
    expect(visit.asked).toBe('menu.end');
    expect(visit.says('unclear').asked).toBe('menu.end-again');
    expect(visit.says('yes').place?.exercise).toBe('appreciation');
  });

  test('begins what is named, and with a yes what it named first', () => {
    const named = known().says('menu').says({ type: 'choose', exercise: 'weekly', minutes: null });
    expect(named.place?.exercise).toBe('weekly');
    expect(known().says('menu').says('menu').says('yes').place?.exercise).toBe('play');
  });

  test('ends with a no', () => {
    expect(known().says('menu').says('no').isOver).toBe(true);
  });

  test('in the middle of an exercise says how to leave it', () => {
    const visit = askedAt('talk.a').says('menu');
    expect(visit.heard).toEqual(['menu.later', 'talk.finished-again']);
  });
});
