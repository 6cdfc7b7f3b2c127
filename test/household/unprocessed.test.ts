/** What becomes of items that DynamoDB leaves unprocessed, because there were too many requests. */
import { expect, it } from 'vitest';
import type { DynamoClient } from '../../lambda/household/dynamo-client.ts';
import { createDynamoStore } from '../../lambda/household/dynamo-store.ts';
import { codeOf } from './contract/stored.ts';
import { aStranger, NOW } from './records.ts';

const HOUSEHOLD = 'household#1';

/** A client whose table has one item, and deletes it in this try; never with null. */
function deletingIn(tries: number | null): { client: DynamoClient; batches(): number } {
  let batches = 0;
  const send = async (operation: string, input: { RequestItems?: unknown }) => {
    if (operation === 'Query')
      return { Items: [{ pk: { S: HOUSEHOLD }, sk: { S: 'appreciation#2026-11-01#a' } }] };
    if (operation !== 'BatchWriteItem') return {};
    batches += 1;
    return batches === tries ? {} : { UnprocessedItems: input.RequestItems };
  };
  return { client: { send: send as DynamoClient['send'], close: () => {} }, batches: () => batches };
}

it('Items that are left are deleted in a later try', async () => {
  const { client, batches } = deletingIn(3);
  await createDynamoStore({ client, table: 'households' }).forget(aStranger(), NOW);
  expect(batches()).toBe(3);
});

it('If some are left after all tries, there were too many requests', async () => {
  const { client } = deletingIn(null);
  const store = createDynamoStore({ client, table: 'households' });
  expect(await codeOf(store.forget(aStranger(), NOW))).toBe('throttled');
});
