import { beforeAll, describe, expect, it } from 'vitest';
import type { Household } from '../../lambda/conversation/model/household.ts';
import { encodeHousehold } from '../../lambda/household/codec.ts';
import { DAY, household, SUNDAY, Visit } from '../conversation/couple.ts';
import { english } from '../skill.ts';
import { sizeOf } from './database-table.ts';
import { aRecord } from './records.ts';

const COUNT = 200;
const REST_DAYS = 60;

describe('Two hundred check-ins in a row, one a day,', () => {
  const asked: string[] = [];
  const starters: string[] = [];
  let largest = 0;
  let kept: Household = household({
    names: { a: 'Ж'.repeat(24), b: 'Д'.repeat(24) },
    counts: { finished: 0, listened: 0 },
  });

  beforeAll(() => {
    for (let day = 0; day < COUNT; day += 1) {
      const now = SUNDAY + day * DAY;
      const visit = new Visit(kept, { now, seed: day * 7919, questions: english.wording.questions });
      visit.says({ type: 'choose', exercise: 'check-in', minutes: 20 });
      starters.push(visit.place?.first ?? '');
      while (!visit.isOver) {
        largest = Math.max(
          largest,
          sizeOf(encodeHousehold(aRecord({ household: visit.state.household, place: visit.place }), now)),
        );
        const question = visit.place?.question ?? null;
        if (question !== null && asked.length === day) asked.push(question);
        visit.says(visit.asked === 'appreciate.keep' ? 'skip' : 'yes');
      }
      kept = visit.state.household;
    }
  });

  it('ask a question each time, and none that was heard within sixty days', () => {
    expect(asked).toHaveLength(COUNT);
    for (const [day, id] of asked.entries())
      expect(asked.slice(Math.max(0, day - REST_DAYS), day), `day ${day}`).not.toContain(id);
  });

  it('leave the item of the household under a kilobyte', () => {
    expect(largest).toBeGreaterThan(200);
    expect(largest).toBeLessThan(1024 - 100);
  });

  it('are begun as often by one partner as by the other', () => {
    expect(starters.filter((who) => who === 'a')).toHaveLength(COUNT / 2);
    expect(starters.slice(0, 4)).toEqual(['a', 'b', 'a', 'b']);
  });

  it('are counted', () => {
    expect(kept.counts).toEqual({ finished: COUNT, listened: COUNT * 20 });
  });
});
