import { describe, expect, test } from 'vitest';
import { household, Visit } from '../couple.ts';

describe('a reminder in place of another', () => {
  test('is said back with the one that it replaces, and again by "repeat"', () => {
    const reminder = { token: 't', day: 'sunday', time: '19:00' } as const;
    const visit = new Visit(household({ reminder }));
    visit.says({ type: 'remind', day: 'monday', time: '20:00' });
    expect(visit.heard).toEqual(['remind.plan', 'remind.instead', 'remind.sure']);
    expect(visit.says('repeat').heard).toEqual([
      'repeat.lead',
      'remind.plan',
      'remind.instead',
      'remind.sure',
    ]);
  });
});
