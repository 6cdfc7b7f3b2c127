/** What hearing the week costs, whatever has been kept. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { dayOf } from '../../lambda/conversation/household.ts';
import { householdId } from '../../lambda/household/identity.ts';
import { userIdOf } from '../../simulator/cloud/identity.ts';
import { createEcho } from '../../simulator/device/echo.ts';
import { type SkillOnDatabase, skillOnDatabase } from '../skill.ts';
import { model } from '../transcripts/transcript.ts';
import { anAppreciation, aRecord, idAt } from './records.ts';

const START = new Date('2026-11-22T19:00:00Z');
const MINUTE = 60_000;

describe('a recap', () => {
  let real: SkillOnDatabase;
  beforeAll(async () => {
    real = await skillOnDatabase();
  });
  afterAll(() => real.close());

  /** Every appreciation lies within the week: the hardest case. */
  async function costOf(count: number): Promise<{ requests: unknown; capacity: number; heard: string }> {
    const { store, skill, database, services } = real;
    const user = `kept-${count}`;
    const id = householdId(userIdOf(user));
    await store.save(id, { ...aRecord(), running: null }, null, START.getTime());
    for (let first = 0; first < count; first += 100)
      await Promise.all(
        Array.from({ length: Math.min(100, count - first) }, (_, index) => {
          const at = START.getTime() - (first + index + 1) * (MINUTE / 2);
          const from = index % 2 === 0 ? ('a' as const) : ('b' as const);
          return store.keep(id, anAppreciation({ id: idAt(at), day: dayOf(at), at, from }));
        }),
      );
    const echo = createEcho({
      handler: skill,
      model,
      database,
      services,
      user,
      seed: 1,
      start: START,
      strict: true,
    });
    await echo.line('alexa, ask our checkin to play our weekly recap');
    const read = await echo.line('yes');
    const { requests = {}, capacity = 0 } = read?.database ?? {};
    return { requests, capacity, heard: read?.spoken ?? '' };
  }

  it('reads the same and costs the same after 10, 100 and 10,000 appreciations', async () => {
    const [ten, hundred, many] = [await costOf(10), await costOf(100), await costOf(10_000)];
    expect(ten.requests).toEqual({ Query: 1 });
    expect(hundred.requests).toEqual({ Query: 1 });
    expect(many.requests).toEqual({ Query: 1 });
    expect([hundred.capacity, many.capacity]).toEqual([ten.capacity, ten.capacity]);
    const items = ({ heard }: { heard: string }): number => heard.split('the tea you made').length - 1;
    expect([ten, hundred, many].map(items)).toEqual([4, 4, 4]);
  }, 120_000);

  it('costs no more after one', async () => {
    const one = await costOf(1);
    expect(one.requests).toMatchObject({ Query: 1 });
    expect(one.heard).toContain('the tea you made');
  });
});
