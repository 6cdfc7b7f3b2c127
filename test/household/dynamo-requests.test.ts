/** The requests that the store sends to the database: how many, and under which conditions. */
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { DynamoClient, Operation } from '../../lambda/household/dynamo-client.ts';
import { createDynamoStore } from '../../lambda/household/dynamo-store.ts';
import { type Table, tableInMemory } from './database-table.ts';
import { anAppreciation, aRecord, aStranger, manyAppreciations, NOW, ofDays } from './records.ts';

interface Asked {
  operation: Operation;
  input: Record<string, unknown>;
}

describe('the requests of the DynamoDB store', () => {
  let table: Table;
  let asked: Asked[] = [];

  beforeAll(async () => {
    table = await tableInMemory();
    const { storeClient } = table;
    const client: DynamoClient = {
      ...storeClient,
      send(operation, input) {
        asked.push({ operation, input: { ...input } });
        return storeClient.send(operation, input);
      },
    };
    table = { ...table, store: createDynamoStore({ client, table: table.name }) };
  });
  beforeEach(() => {
    asked = [];
  });
  afterAll(() => table.close());

  it('are one each to load, save, keep, take back, and read a week of appreciations', async () => {
    const id = aStranger();
    await table.store.load(id, NOW);
    await table.store.save(id, aRecord(), null, NOW);
    await table.store.save(id, aRecord({ version: 2 }), 1, NOW);
    await table.store.keep(id, anAppreciation());
    await table.store.takeBack(id, anAppreciation());
    await table.store.appreciations(id, ofDays('2026-11-16', '2026-11-22'));
    expect(asked.map(({ operation }) => operation)).toEqual([
      'GetItem',
      'PutItem',
      'PutItem',
      'PutItem',
      'DeleteItem',
      'Query',
    ]);
  });

  it('ask for a few appreciations more than the limit, and stop there', async () => {
    const id = aStranger();
    await Promise.all(manyAppreciations(20).map((one) => table.store.keep(id, one)));
    asked = [];
    await table.store.appreciations(id, ofDays('2026-11-01', '2026-11-30', { limit: 8 }));
    expect(asked.map(({ input }) => input.Limit)).toEqual([13]);
  });

  it('are two to find one appreciation by a partner after a hundred by the other', async () => {
    const id = aStranger();
    const kept = manyAppreciations(101).toSorted((one, two) => one.at - two.at);
    await Promise.all(
      kept.map((one, index) => table.store.keep(id, index < 100 ? one : { ...one, from: 'b', to: 'a' })),
    );
    asked = [];
    const confirmedFrom = { a: null, b: 0 };
    await table.store.appreciations(id, ofDays('2026-11-01', '2026-11-30', { limit: 8, confirmedFrom }));
    expect(asked.map(({ operation }) => operation)).toEqual(['Query', 'Query']);
  });

  it('never put a household without a condition', async () => {
    const id = aStranger();
    for (const seen of [null, 1, 0, 17]) {
      const record = aRecord({ version: (seen ?? 0) + 1 });
      await table.store.save(id, record, seen, NOW).catch(() => 'a conflict is fine here');
    }
    const puts = asked.filter(({ operation }) => operation === 'PutItem');
    expect(puts.map(({ input }) => input.ConditionExpression)).toEqual([
      'attribute_not_exists(pk) OR expiresAt <= :now',
      'version = :seen',
      'version = :seen',
      'version = :seen',
    ]);
    expect(puts.map(({ input }) => input.ExpressionAttributeValues)).toEqual([
      { ':now': { N: String(NOW / 1000) } },
      { ':seen': { N: '1' } },
      { ':seen': { N: '0' } },
      { ':seen': { N: '17' } },
    ]);
  });

  it('read the household with a consistent read', async () => {
    await table.store.load(aStranger(), NOW);
    expect(asked[0]?.input.ConsistentRead).toBe(true);
  });

  it('delete sixty items in batches of at most twenty-five, without a scan', async () => {
    const id = aStranger();
    await table.store.save(id, aRecord(), null, NOW);
    await Promise.all(manyAppreciations(59).map((one) => table.store.keep(id, one)));
    asked = [];
    await table.store.forget(id, NOW);
    const commands = asked.map(({ operation }) => operation);
    // The household first: a session that stores something at the same time finds it gone.
    expect(commands).toEqual(['PutItem', 'Query', 'BatchWriteItem', 'BatchWriteItem', 'BatchWriteItem']);
    for (const { input } of asked) expect(JSON.stringify(input)).not.toContain('kindness');
  });
});
