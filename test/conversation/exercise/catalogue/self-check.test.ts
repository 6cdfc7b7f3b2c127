import { describe, expect, test } from 'vitest';
import type { Household } from '../../../../lambda/conversation/model/household.ts';
import { household, Visit } from '../../couple.ts';

const known = (more: Partial<Household> = {}) => new Visit(household(more));

describe('a self-check', () => {
  const noticing = () => known().says({ type: 'choose', exercise: 'self-check', minutes: null });

  test('reads five lines with quiet after each, asks about none of them, and then asks for a direction', () => {
    const visit = noticing();
    const read = visit.heard.filter((key) => key.startsWith('notice-'));
    expect(read).toHaveLength(5);
    expect(visit.heard.slice(-2)).toEqual(['direction.lead', 'direction.first']);
    expect(visit.quiets.length).toBe(6);
  });

  test('leads into the exercise that they choose, at its lightest', () => {
    const visit = noticing().says({ type: 'choose', exercise: 'validation', minutes: null });
    expect(visit.place).toMatchObject({ exercise: 'validation', depth: 'light' });
  });

  test('asks for a direction again if nobody answered, and still takes one', () => {
    const visit = noticing().saysNothing();
    expect(visit.asked).toBe('direction.first');
    const chosen = visit.says({ type: 'choose', exercise: 'together', minutes: null });
    expect(chosen.place?.exercise).toBe('together');
  });

  test('has more directions, and they may choose none', () => {
    const visit = noticing().says('menu');
    expect(visit.asked).toBe('direction.others');
    expect(visit.says('no').heard[0]).toBe('direction.none');
    expect(visit.isOver).toBe(true);
  });
});
