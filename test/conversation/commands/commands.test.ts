import { describe, expect, test } from 'vitest';
import { household, Visit } from '../couple.ts';

describe('a moment of quiet while no exercise runs', () => {
  test.each(['pause', 'more-time'] as const)('%s at the welcome waits, and asks again', (word) => {
    const visit = new Visit(household()).says('launch');
    visit.says(word === 'pause' ? 'pause' : { type: 'more-time', seconds: null });
    expect(visit.quiet).toBeGreaterThan(30);
    expect(visit.asked).toBe('welcome.again');
  });

  test('"pause" at the beginning of a session is followed by a question that a yes answers', () => {
    const visit = new Visit(household()).says('pause');
    expect(visit.asked).toBe('welcome.ask');
    expect(visit.says('yes').heard).toContain('talk.floor');
  });
});

test('not understanding three times outside of an exercise ends with a kind goodbye', () => {
  const visit = new Visit(household()).says('launch').says('unclear');
  expect(visit.heard).toEqual(['missed.ready', 'welcome.again']);
  expect(visit.says('unclear').heard).toEqual(['missed.ready-again', 'welcome.again']);
  expect(visit.says('unclear').heard).toEqual(['unclear.close']);
});
