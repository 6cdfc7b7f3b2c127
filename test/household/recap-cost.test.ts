/** What a recap costs, however much has been kept. */
import { BatchWriteItemCommand } from '@aws-sdk/client-dynamodb';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Appreciation } from '../../lambda/conversation/model/effect.ts';
import { dayOf } from '../../lambda/conversation/model/household.ts';
import { encodeAppreciation } from '../../lambda/household/codec.ts';
import { householdId } from '../../lambda/household/identity.ts';
import type { HouseholdId } from '../../lambda/household/store.ts';
import { userIdOf } from '../../simulator/cloud/identity.ts';
import { TABLE_NAME } from '../../simulator/database/database.ts';
import { createEcho } from '../../simulator/device/echo.ts';
import { model } from '../model.ts';
import { type SkillOnDatabase, skillOnDatabase } from '../skill.ts';
import { clientOf } from './database-table.ts';
import { anAppreciation, aRecord, idAt } from './records.ts';

const START = new Date('2026-11-22T19:00:00Z');
const MINUTE = 60_000;
/** The most items that one request writes (Amazon: BatchWriteItem). */
const BATCH = 25;

/** Writes the same items as the store's `keep`, in batches. */
async function keepAll(
  { endpoint }: SkillOnDatabase['database'],
  id: HouseholdId,
  appreciations: readonly Appreciation[],
): Promise<void> {
  const client = clientOf(endpoint);
  const items = appreciations.map((one) => ({
    pk: { S: `household#${id}` },
    sk: { S: `appreciation#${one.day}#${one.id}` },
    ...encodeAppreciation(one),
  }));
  for (let first = 0; first < items.length; first += BATCH) {
    const batch = items.slice(first, first + BATCH);
    const requests = batch.map((item) => ({ PutRequest: { Item: item } }));
    await client.send(new BatchWriteItemCommand({ RequestItems: { [TABLE_NAME]: requests } }));
  }
  client.destroy();
}

describe('a recap', () => {
  let real: SkillOnDatabase;
  beforeAll(async () => {
    real = await skillOnDatabase();
  });
  afterAll(() => real.close());

  /** The hardest case: every appreciation lies within the week. */
  async function costOf(count: number): Promise<{ requests: unknown; capacity: number; heard: string }> {
    const { store, skill, database, services } = real;
    const user = `kept-${count}`;
    const id = householdId(userIdOf(user));
    await store.save(id, { ...aRecord(), running: null }, null, START.getTime());
    await keepAll(
      database,
      id,
      Array.from({ length: count }, (_, index) => {
        const at = START.getTime() - (index + 1) * (MINUTE / 2);
        const from = index % 2 === 0 ? ('a' as const) : ('b' as const);
        return anAppreciation({ id: idAt(at), day: dayOf(at), at, from });
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

  it('reads four and costs the same after 10, 100 and 1,000 appreciations', async () => {
    const [ten, hundred, many] = [await costOf(10), await costOf(100), await costOf(1_000)];
    expect(ten.requests).toEqual({ Query: 1 });
    expect(hundred.requests).toEqual({ Query: 1 });
    expect(many.requests).toEqual({ Query: 1 });
    expect([hundred.capacity, many.capacity]).toEqual([ten.capacity, ten.capacity]);
    const items = ({ heard }: { heard: string }): number => heard.split('the tea you made').length - 1;
    expect([ten, hundred, many].map(items)).toEqual([4, 4, 4]);
  });

  it('costs no more after one', async () => {
    const one = await costOf(1);
    expect(one.requests).toMatchObject({ Query: 1 });
    expect(one.heard).toContain('the tea you made');
  });
});
