import { describe, expect, test } from 'vitest';
import { returningTo, unfinished } from '../couple.ts';

describe('a check-in that runs on another speaker', () => {
  const elsewhere = () => returningTo(unfinished(), { elsewhere: true }).says('launch');

  test('is mentioned, and can be taken over', () => {
    const visit = elsewhere();
    expect(visit.heard).toEqual(['elsewhere.lead', 'elsewhere.ask']);
    expect(visit.says('yes').heard.slice(0, 2)).toEqual(['elsewhere.go', 'talk.left']);
  });

  test('stays where it is after a no, and nothing is written', () => {
    const visit = elsewhere().says('no');
    expect(visit.heard).toEqual(['elsewhere.no']);
    expect(visit.saved).toBe(false);
  });

  test('is not thrown away by choosing a length', () => {
    const visit = elsewhere().says({ type: 'choose', exercise: null, minutes: 10 });
    expect(visit.place?.step).toBe('talk.a');
    expect(visit.place?.minutes).toBe(20);
  });
});
