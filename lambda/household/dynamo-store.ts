/** The store on DynamoDB: single-item conditional writes, no scans, no transactions (docs/decisions/). */
import {
  type AttributeValue,
  BatchWriteItemCommand,
  DeleteItemCommand,
  type DynamoDBClient,
  GetItemCommand,
  PutItemCommand,
  QueryCommand,
  type QueryCommandInput,
} from '@aws-sdk/client-dynamodb';
import type { Recalling } from '../conversation/effect.ts';
import { type AppreciationKey, dayOf } from '../conversation/household.ts';
import {
  decodeAppreciation,
  decodeHousehold,
  encodeAppreciation,
  encodeHousehold,
  type Item,
  isExpired,
} from './codec.ts';
import { asStoreError } from './dynamo-errors.ts';
import { readOn } from './read-on.ts';
import type { HouseholdId, HouseholdStore } from './store.ts';

/** A batch takes at most 25 writes (Amazon: BatchWriteItem). */
const BATCH = 25;
/** How often what a batch left over is tried again. */
const BATCH_TRIES = 5;

const HOUSEHOLD = 'household';
const APPRECIATION = 'appreciation#';
/** After every other character. */
const LAST = '\u{10FFFF}';
/** So many batches are deleted at the same time. */
const AT_ONCE = 8;

export interface DynamoStoreOptions {
  client: DynamoDBClient;
  table: string;
}

/** A store on a table with the keys `pk` and `sk`, both strings, and a time to live in `expiresAt`. */
export function createDynamoStore({ client, table }: DynamoStoreOptions): HouseholdStore {
  const pk = (id: HouseholdId) => ({ S: `household#${id}` });
  const householdKey = (id: HouseholdId): Item => ({ pk: pk(id), sk: { S: HOUSEHOLD } });
  const appreciationKey = (id: HouseholdId, key: AppreciationKey): Item => ({
    pk: pk(id),
    sk: { S: sortKey(key) },
  });

  const removeAll = async (id: HouseholdId, filter: Partial<QueryCommandInput>): Promise<void> => {
    let next: Item | undefined;
    do {
      const page = await client.send(
        new QueryCommand({
          TableName: table,
          KeyConditionExpression: 'pk = :pk',
          ProjectionExpression: 'pk, sk',
          ConsistentRead: true,
          ...filter,
          ExpressionAttributeValues: { ':pk': pk(id), ...filter.ExpressionAttributeValues },
          ...(next === undefined ? {} : { ExclusiveStartKey: next }),
        }),
      );
      const keys = page.Items ?? [];
      const batches = Array.from({ length: Math.ceil(keys.length / BATCH) }, (_, index) =>
        keys.slice(index * BATCH, (index + 1) * BATCH),
      );
      for (let first = 0; first < batches.length; first += AT_ONCE)
        await Promise.all(
          batches.slice(first, first + AT_ONCE).map((batch) => deleteAll(client, table, batch)),
        );
      next = page.LastEvaluatedKey;
    } while (next !== undefined);
  };

  return {
    load: (id, now) =>
      asStoreError('load', async () => {
        const { Item: item } = await client.send(
          new GetItemCommand({ TableName: table, Key: householdKey(id), ConsistentRead: true }),
        );
        return item === undefined || isExpired(item, now) ? null : decodeHousehold(item);
      }),

    save: (id, record, seen, now) =>
      asStoreError('save', async () => {
        // Holds while nobody has written since we read: a second device, or a deletion, makes it fail.
        const unchanged =
          seen === null
            ? {
                ConditionExpression: 'attribute_not_exists(pk) OR expiresAt <= :now',
                ExpressionAttributeValues: { ':now': { N: String(Math.floor(now / 1000)) } },
              }
            : {
                ConditionExpression: 'version = :seen',
                ExpressionAttributeValues: { ':seen': { N: String(seen) } },
              };
        await client.send(
          new PutItemCommand({
            TableName: table,
            Item: { ...householdKey(id), ...encodeHousehold(record, now) },
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

    takeBack: (id, key) =>
      asStoreError('takeBack', async () => {
        await client.send(new DeleteItemCommand({ TableName: table, Key: appreciationKey(id, key) }));
      }),

    appreciations: (id, recalling) =>
      asStoreError('appreciations', async () => {
        const filter = filterOf(recalling.confirmedFrom);
        if (filter === null) return { page: [], next: null };
        const first = sortKey(momentKey(recalling.from));
        const last = `${sortKey(momentKey(recalling.to))}${LAST}`;
        const after = recalling.after === null ? null : sortKey(recalling.after);
        const [isBefore, isBeyond] = [after !== null && after < first, after !== null && after > last];
        if (recalling.newest ? isBefore : isBeyond) return { page: [], next: null };
        // DynamoDB refuses to start outside of the key condition ("outside query boundaries").
        const start = after === null || isBefore || isBeyond ? null : { pk: pk(id), sk: { S: after } };
        return readOn<Item>(recalling, start, async (position, size) => {
          const answer = await client.send(
            new QueryCommand({
              TableName: table,
              KeyConditionExpression: 'pk = :pk AND sk BETWEEN :first AND :last',
              FilterExpression: filter.expression,
              ExpressionAttributeNames: { '#from': 'from', '#at': 'at' },
              ExpressionAttributeValues: {
                ':pk': pk(id),
                ':first': { S: first },
                ':last': { S: last },
                ...filter.values,
              },
              Limit: size,
              ScanIndexForward: !recalling.newest,
              ...(position === null ? {} : { ExclusiveStartKey: position }),
            }),
          );
          return {
            found: (answer.Items ?? []).flatMap((item) => decodeAppreciation(item) ?? []),
            next: answer.LastEvaluatedKey ?? null,
          };
        });
      }),

    erase: (id, from, until) =>
      asStoreError('erase', () =>
        removeAll(id, {
          KeyConditionExpression: 'pk = :pk AND sk BETWEEN :first AND :last',
          FilterExpression: '#from = :from',
          ExpressionAttributeNames: { '#from': 'from' },
          ExpressionAttributeValues: {
            ':first': { S: APPRECIATION },
            ':last': { S: `${sortKey(momentKey(until))}${LAST}` },
            ':from': { S: from },
          },
        }),
      ),

    forget: (id) =>
      asStoreError('forget', async () => {
        await client.send(new DeleteItemCommand({ TableName: table, Key: householdKey(id) }));
        await removeAll(id, {});
      }),
  };
}

/** The sort key of an appreciation: by day, and within it by moment, for ids begin with their moment. */
function sortKey({ day, id }: AppreciationKey): string {
  return `${APPRECIATION}${day}#${id}`;
}

/** What may be heard, as a filter; null if nothing may. DynamoDB applies it after the limit. */
function filterOf(
  confirmedFrom: Recalling['confirmedFrom'],
): { expression: string; values: Record<string, AttributeValue> } | null {
  const asked = (['a', 'b'] as const).flatMap((who) => {
    const from = confirmedFrom[who];
    return from === null ? [] : [{ who, from }];
  });
  if (asked.length === 0) return null;
  return {
    expression: asked.map(({ who }) => `(#from = :${who} AND #at >= :${who}From)`).join(' OR '),
    values: Object.fromEntries(
      asked.flatMap(({ who, from }) => [
        [`:${who}`, { S: who }],
        [`:${who}From`, { N: String(from) }],
      ]),
    ),
  };
}

/** The key that the appreciations of a moment begin with. */
function momentKey(moment: number): AppreciationKey {
  return { day: dayOf(moment), id: moment.toString(36) };
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
