/** The store on DynamoDB: conditional writes of single items, no scans, no transactions. */
import { setTimeout as pause } from 'node:timers/promises';
import type { AttributeValue, QueryCommandInput } from '@aws-sdk/client-dynamodb';
import { KEY_BEFORE } from '../conversation/model/appreciation.ts';
import type { Appreciation, OwnQuestion, Recalling } from '../conversation/model/effect.ts';
import {
  type AppreciationKey,
  dayOf,
  type KeptKey,
  other,
  type Partner,
} from '../conversation/model/household.ts';
import { MOST_OWN } from '../conversation/model/own-question.ts';
import {
  decodeAppreciation,
  decodeHousehold,
  decodeQuestion,
  encodeAppreciation,
  encodeForgotten,
  encodeHousehold,
  encodeQuestion,
  forgottenIn,
  type Item,
  isExpired,
} from './codec.ts';
import type { DynamoClient } from './dynamo-client.ts';
import { asStoreError, isConflict } from './dynamo-errors.ts';
import { StoreError } from './errors.ts';
import { LAST_MOMENT } from './fields.ts';
import { readOn } from './read-on.ts';
import type { HouseholdId, HouseholdStore, Unreadable } from './store.ts';

/** A batch takes at most 25 writes (Amazon: BatchWriteItem). */
const BATCH = 25;
/** How often a batch is sent in all, each time with the items that DynamoDB left unprocessed. */
const BATCH_TRIES = 5;

const HOUSEHOLD = 'household';
const APPRECIATION = 'appreciation#';
const QUESTION = 'question#';
/** A character that sorts after every other one. */
const LAST = '\u{10FFFF}';
/** How many batches are deleted in parallel. */
const AT_ONCE = 8;

/** The client, and the name of the table. */
export interface DynamoStoreOptions {
  client: DynamoClient;
  table: string;
}

/** Creates a store. Its table has the string keys `pk` and `sk` and the time-to-live attribute `expiresAt`. */
export function createDynamoStore({ client, table }: DynamoStoreOptions): HouseholdStore {
  const pk = (id: HouseholdId) => ({ S: `household#${id}` });
  const householdKey = (id: HouseholdId): Item => ({ pk: pk(id), sk: { S: HOUSEHOLD } });
  const keptKey = (id: HouseholdId, key: KeptKey): Item => ({
    pk: pk(id),
    sk: { S: sortKey(key) },
  });

  /** Deletes all items of a household except for the household itself, or those of them that a narrower query finds. */
  const removeAll = async (id: HouseholdId, filter: Partial<QueryCommandInput>): Promise<void> => {
    let next: Item | undefined;
    do {
      const page = await client.send('Query', {
        TableName: table,
        KeyConditionExpression: 'pk = :pk',
        ProjectionExpression: 'pk, sk',
        ConsistentRead: true,
        ...filter,
        ExpressionAttributeValues: { ':pk': pk(id), ...filter.ExpressionAttributeValues },
        ...(next === undefined ? {} : { ExclusiveStartKey: next }),
      });
      const keys = (page.Items ?? []).filter(({ sk }) => sk?.S !== HOUSEHOLD);
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

  /**
   * Replaces the household by the mark that it was forgotten. Whatever cannot be read is replaced too.
   *
   * @returns false if there is another household than the one that began at that moment
   */
  const markForgotten = async (id: HouseholdId, at: number, began: number | null): Promise<boolean> => {
    const meant =
      began === null
        ? {}
        : {
            ConditionExpression: 'attribute_not_exists(began) OR began = :began',
            ExpressionAttributeValues: { ':began': { N: String(began) } },
          };
    try {
      await client.send('PutItem', {
        TableName: table,
        Item: { ...householdKey(id), ...encodeForgotten(at) },
        ...meant,
      });
      return true;
    } catch (cause) {
      if (isConflict(cause)) return false;
      throw cause;
    }
  };

  /** Deletes what was said up to a moment, except for what one partner said. */
  const removeUpTo = async (id: HouseholdId, until: number, notBy: Partner): Promise<void> => {
    for (const [first, last] of [
      [APPRECIATION, sortKey(momentKey(until))],
      [QUESTION, `${QUESTION}${until.toString(36)}`],
    ] as const)
      await removeAll(id, {
        KeyConditionExpression: 'pk = :pk AND sk BETWEEN :first AND :last',
        // The moment of the yes can be later than the one in the key. What has no moment or no author goes as well.
        FilterExpression: 'NOT #at > :until AND NOT #from = :notBy',
        ExpressionAttributeNames: { '#at': 'at', '#from': 'from' },
        ExpressionAttributeValues: {
          ':first': { S: first },
          ':last': { S: `${last}${LAST}` },
          ':until': { N: String(until) },
          ':notBy': { S: notBy },
        },
      });
  };

  return {
    load: (id, now, forgotten) =>
      asStoreError('load', async () => {
        const { Item: item } = await client.send('GetItem', {
          TableName: table,
          Key: householdKey(id),
          ConsistentRead: true,
        });
        if (item === undefined || isExpired(item, now)) return null;
        const mark = forgottenIn(item);
        if (mark === null) return decodeHousehold(item);
        forgotten?.(mark);
        return null;
      }),

    save: (id, record, seen, now, mark = null) =>
      asStoreError('save', async () => {
        const isNothing = 'attribute_not_exists(pk) OR expiresAt <= :now';
        // True only if nobody has written or deleted the household since it was read.
        const unchanged =
          seen === null
            ? {
                ConditionExpression: mark === null ? isNothing : `${isNothing} OR forgotten = :mark`,
                ExpressionAttributeValues: {
                  ':now': { N: String(Math.floor(now / 1000)) },
                  ...(mark === null ? {} : { ':mark': { N: String(mark) } }),
                },
              }
            : {
                ConditionExpression: 'version = :seen',
                ExpressionAttributeValues: { ':seen': { N: String(seen) } },
              };
        await client.send('PutItem', {
          TableName: table,
          Item: { ...householdKey(id), ...encodeHousehold(record, now) },
          ...unchanged,
        });
      }),

    keep: (id, appreciation) =>
      asStoreError('keep', async () => {
        await client.send('PutItem', {
          TableName: table,
          Item: { ...keptKey(id, appreciation), ...encodeAppreciation(appreciation) },
        });
      }),

    keepQuestion: (id, question) =>
      asStoreError('keepQuestion', async () => {
        const key: KeptKey = { id: question.id, kind: 'question' };
        await client.send('PutItem', {
          TableName: table,
          Item: { ...keptKey(id, key), ...encodeQuestion(question) },
        });
      }),

    takeBack: (id, key) =>
      asStoreError('takeBack', async () => {
        await client.send('DeleteItem', { TableName: table, Key: keptKey(id, key) });
      }),

    questions: (id, now, skipped) =>
      asStoreError('questions', async () => {
        const answer = await client.send('Query', {
          TableName: table,
          KeyConditionExpression: 'pk = :pk AND begins_with(sk, :question)',
          ExpressionAttributeValues: { ':pk': pk(id), ':question': { S: QUESTION } },
          ConsistentRead: true,
          Limit: MOST_OWN,
        });
        return (answer.Items ?? []).flatMap((item) => {
          if (isExpired(item, now)) return [];
          const question = questionIn(item);
          if (typeof question !== 'string') return [question];
          skipped?.(question);
          return [];
        });
      }),

    appreciations: (id, recalling) =>
      asStoreError('appreciations', async () => {
        const filter = filterOf(recalling);
        if (filter === null) return { page: [], next: null };
        // Earlier than the moment asked for, since the moment in a key can be earlier than that of the yes.
        const first = sortKey(momentKey(Math.max(0, recalling.from - KEY_BEFORE)));
        const last = `${sortKey(momentKey(recalling.to))}${LAST}`;
        const after = recalling.after === null ? null : sortKey(recalling.after);
        const [isBefore, isBeyond] = [after !== null && after < first, after !== null && after > last];
        if (recalling.newest ? isBefore : isBeyond) return { page: [], next: null };
        // DynamoDB rejects a start key outside of the key condition with a ValidationException.
        const start = after === null || isBefore || isBeyond ? null : { pk: pk(id), sk: { S: after } };
        return readOn<Item>(recalling, start, async (position, size) => {
          const answer = await client.send('Query', {
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
          });
          return {
            found: (answer.Items ?? []).flatMap((item) =>
              isExpired(item, recalling.now) ? [] : appreciationIn(item),
            ),
            next: answer.LastEvaluatedKey ?? null,
          };
        });
      }),

    erase: (id, from, until) => asStoreError('erase', () => removeUpTo(id, until, other(from))),

    forget: (id, at, began = null) =>
      asStoreError('forget', async () => {
        if (!(await markForgotten(id, at, began))) return false;
        await removeAll(id, {});
        return true;
      }),
  };
}

/** The appreciation in an item. With another key than its own, no reading could go on after it. */
function appreciationIn(item: Item): Appreciation | Unreadable {
  const decoded = decodeAppreciation(item);
  return typeof decoded === 'string' || sortKey(decoded) === item.sk?.S ? decoded : 'malformed';
}

/** The question in an item. With another key than its own, it could not be taken back. */
function questionIn(item: Item): OwnQuestion | Unreadable {
  const decoded = decodeQuestion(item);
  if (typeof decoded === 'string') return decoded;
  return sortKey({ id: decoded.id, kind: 'question' }) === item.sk?.S ? decoded : 'malformed';
}

/**
 * The sort key of an appreciation, which sorts by day and then by moment, since ids begin with their moment; or of one
 * of their own questions, which sorts by moment.
 */
function sortKey(key: KeptKey): string {
  return 'day' in key ? `${APPRECIATION}${key.day}#${key.id}` : `${QUESTION}${key.id}`;
}

/**
 * The filter for the appreciations that may be read out; null if none may. DynamoDB applies it after the limit. What has
 * no author or no moment passes too: it cannot be read, and is counted.
 */
function filterOf({
  from,
  to,
  confirmedFrom,
}: Recalling): { expression: string; values: Record<string, AttributeValue> } | null {
  const asked = (['a', 'b'] as const).flatMap((who) => {
    const first = confirmedFrom[who];
    return first === null ? [] : [{ who, first: Math.max(from, first) }];
  });
  if (asked.length === 0) return null;
  return {
    expression: [
      ...asked.map(({ who }) => `(#from = :${who} AND #at >= :${who}From AND #at <= :to)`),
      'attribute_not_exists(#from)',
      'NOT (#from IN (:a, :b))',
      'NOT attribute_type(#at, :number)',
      '#at > :end',
    ].join(' OR '),
    values: {
      ':a': { S: 'a' },
      ':b': { S: 'b' },
      ':to': { N: String(to) },
      ':number': { S: 'N' },
      ':end': { N: String(LAST_MOMENT) },
      ...Object.fromEntries(asked.map(({ who, first }) => [`:${who}From`, { N: String(first) }])),
    },
  };
}

/** The beginning that the keys of a moment's appreciations share. */
function momentKey(moment: number): AppreciationKey {
  return { day: dayOf(moment), id: moment.toString(36) };
}

/**
 * Milliseconds before the second try of a batch; each further one waits twice as long. Items are left unprocessed if there
 * are too many requests (Amazon, "Error handling with DynamoDB", "Batch operations and error handling").
 */
const BATCH_PAUSE = 50;

/** Deletes items in one batch, and retries those that DynamoDB leaves unprocessed. @throws StoreError if some remain */
async function deleteAll(client: DynamoClient, table: string, keys: readonly Item[]): Promise<void> {
  let left = keys.map((key) => ({ DeleteRequest: { Key: key } }));
  for (let tries = 0; left.length > 0; tries += 1) {
    if (tries === BATCH_TRIES)
      throw new StoreError('throttled', `BatchWriteItem: ${left.length} items left after ${tries} tries`);
    if (tries > 0) await pause(BATCH_PAUSE * 2 ** (tries - 1));
    const answer = await client.send('BatchWriteItem', { RequestItems: { [table]: left } });
    left = (answer.UnprocessedItems?.[table] ?? []).flatMap(({ DeleteRequest: request }) =>
      request?.Key === undefined ? [] : [{ DeleteRequest: { Key: request.Key } }],
    );
  }
}
