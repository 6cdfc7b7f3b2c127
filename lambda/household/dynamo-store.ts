/** The store on DynamoDB: single-item conditional writes, no scans, no transactions (docs/decisions/). */
import {
  BatchWriteItemCommand,
  DeleteItemCommand,
  type DynamoDBClient,
  GetItemCommand,
  PutItemCommand,
  QueryCommand,
} from '@aws-sdk/client-dynamodb';
import type { Appreciation } from '../conversation/effect.ts';
import {
  decodeAppreciation,
  decodeHousehold,
  encodeAppreciation,
  encodeHousehold,
  type Item,
} from './codec.ts';
import { asStoreError } from './dynamo-errors.ts';
import type { HouseholdId, HouseholdStore } from './store.ts';

/** A batch takes at most 25 writes (Amazon: BatchWriteItem). */
const BATCH = 25;
/** How often what a batch left over is tried again. */
const BATCH_TRIES = 5;

const HOUSEHOLD = 'household';

export interface DynamoStoreOptions {
  client: DynamoDBClient;
  table: string;
  /** Milliseconds since 1970: times to live count from it. */
  now: () => number;
}

/** A store on a table with the keys `pk` and `sk`, both strings, and a time to live in `expiresAt`. */
export function createDynamoStore({ client, table, now }: DynamoStoreOptions): HouseholdStore {
  const pk = (id: HouseholdId) => ({ S: `household#${id}` });
  const householdKey = (id: HouseholdId): Item => ({ pk: pk(id), sk: { S: HOUSEHOLD } });
  const appreciationKey = (id: HouseholdId, { day, id: own }: Pick<Appreciation, 'day' | 'id'>): Item => ({
    pk: pk(id),
    sk: { S: `appreciation#${day}#${own}` },
  });

  return {
    load: (id) =>
      asStoreError('load', async () => {
        const { Item: item } = await client.send(
          new GetItemCommand({ TableName: table, Key: householdKey(id), ConsistentRead: true }),
        );
        return item === undefined ? null : decodeHousehold(item);
      }),

    save: (id, record, seen) =>
      asStoreError('save', async () => {
        // Holds while nobody has written since we read: a second device, or a deletion, makes it fail.
        const unchanged =
          seen === null
            ? { ConditionExpression: 'attribute_not_exists(pk)' }
            : {
                ConditionExpression: 'version = :seen',
                ExpressionAttributeValues: { ':seen': { N: String(seen) } },
              };
        await client.send(
          new PutItemCommand({
            TableName: table,
            Item: { ...householdKey(id), ...encodeHousehold(record, now()) },
            ...unchanged,
          }),
        );
      }),

    keep: (id, appreciation) =>
      asStoreError('keep', async () => {
        await client.send(
          new PutItemCommand({
            TableName: table,
            Item: { ...appreciationKey(id, appreciation), ...encodeAppreciation(appreciation) },
          }),
        );
      }),

    takeBack: (id, appreciation) =>
      asStoreError('takeBack', async () => {
        await client.send(
          new DeleteItemCommand({ TableName: table, Key: appreciationKey(id, appreciation) }),
        );
      }),

    appreciations: (id, { from, to }) =>
      asStoreError('appreciations', async () => {
        const found: Appreciation[] = [];
        let next: Item | undefined;
        do {
          const page = await client.send(
            new QueryCommand({
              TableName: table,
              KeyConditionExpression: 'pk = :pk AND sk BETWEEN :from AND :to',
              ExpressionAttributeValues: {
                ':pk': pk(id),
                ':from': { S: `appreciation#${from}#` },
                ':to': { S: `appreciation#${to}#\u{10FFFF}` },
              },
              ...(next === undefined ? {} : { ExclusiveStartKey: next }),
            }),
          );
          found.push(...(page.Items ?? []).map(decodeAppreciation));
          next = page.LastEvaluatedKey;
        } while (next !== undefined);
        return found;
      }),

    forget: (id) =>
      asStoreError('forget', async () => {
        let next: Item | undefined;
        do {
          const page = await client.send(
            new QueryCommand({
              TableName: table,
              KeyConditionExpression: 'pk = :pk',
              ExpressionAttributeValues: { ':pk': pk(id) },
              ProjectionExpression: 'pk, sk',
              ConsistentRead: true,
              ...(next === undefined ? {} : { ExclusiveStartKey: next }),
            }),
          );
          const keys = page.Items ?? [];
          for (let start = 0; start < keys.length; start += BATCH)
            await deleteAll(client, table, keys.slice(start, start + BATCH));
          next = page.LastEvaluatedKey;
        } while (next !== undefined);
      }),
  };
}

async function deleteAll(client: DynamoDBClient, table: string, keys: readonly Item[]): Promise<void> {
  let left = keys.map((key) => ({ DeleteRequest: { Key: key } }));
  for (let tries = 0; left.length > 0; tries += 1) {
    if (tries === BATCH_TRIES) throw new Error(`${left.length} items are not deleted after ${tries} tries`);
    const answer = await client.send(new BatchWriteItemCommand({ RequestItems: { [table]: left } }));
    left = (answer.UnprocessedItems?.[table] ?? []).flatMap(({ DeleteRequest: request }) =>
      request?.Key === undefined ? [] : [{ DeleteRequest: { Key: request.Key } }],
    );
  }
}
