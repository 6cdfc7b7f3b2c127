import { PutItemCommand } from '@aws-sdk/client-dynamodb';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { SCHEMA } from '../../lambda/conversation/model/household.ts';
import {
  encodeAppreciation,
  encodeHousehold,
  encodeQuestion,
  type Item,
} from '../../lambda/household/codec.ts';
import { codeOf } from './contract/stored.ts';
import { type Table, tableInMemory } from './database-table.ts';
import { anAppreciation, aQuestion, aRecord, aStranger, idAt, NOW, ofDays } from './records.ts';

describe('the store on DynamoDB, with an item that it cannot read', () => {
  let table: Table;
  beforeAll(async () => {
    table = await tableInMemory();
  });
  afterAll(() => table.close());

  it.each([
    ['a newer schema', 'newer-schema', { schema: { N: String(SCHEMA + 1) } }],
    ['an older schema without a migration', 'older-schema', { schema: { N: '2' } }],
    ['a broken body', 'malformed', { body: { S: '{' } }],
  ])('refuses %s, and leaves the item untouched', async (_what, code, change) => {
    const id = aStranger();
    const item: Item = {
      pk: { S: `household#${id}` },
      sk: { S: 'household' },
      ...encodeHousehold(aRecord({ version: 9 }), NOW),
      ...change,
    };
    await table.client.send(new PutItemCommand({ TableName: table.name, Item: item }));
    expect(await codeOf(table.store.load(id, NOW))).toBe(code);
    expect(await codeOf(table.store.save(id, aRecord(), null, NOW))).toBe('conflict');
    expect(await table.items(id)).toEqual([item]);
  });

  it.each<[string, Item]>([
    ['a newer schema', { schema: { N: '99' }, version: { N: String(NOW + 5000) } }],
    ['an older schema', { schema: { N: '2' } }],
    ['a broken body', { body: { S: '{' } }],
    ['a version in words', { version: { S: 'xylophone' } }],
    ['no version', { version: { NULL: true } }],
    ['a version beyond all', { version: { N: '1e30' } }],
    ['no time to live', { expiresAt: { NULL: true } }],
  ])('forgets %s, and everything with it', async (_what, change) => {
    const id = aStranger();
    const put = (Item: Item) =>
      table.client.send(
        new PutItemCommand({ TableName: table.name, Item: { pk: { S: `household#${id}` }, ...Item } }),
      );
    await put({ sk: { S: 'household' }, ...encodeHousehold(aRecord({ version: 9 }), NOW), ...change });
    await put({ sk: { S: 'appreciation#once' }, ...encodeAppreciation(anAppreciation()), at: { S: 'x' } });
    await put({ sk: { S: 'something else' } });
    await table.store.forget(id, NOW);
    expect((await table.items(id)).map(({ sk, forgotten }) => [sk?.S, forgotten?.N])).toEqual([
      ['household', String(NOW)],
    ]);
    expect(await table.store.load(id, NOW)).toBeNull();
  });

  it('erases what does not say whose it is, or when it was said, with the words of either partner', async () => {
    const id = aStranger();
    const changes: Item[] = [{ from: { NULL: true } }, { from: { S: 'c' } }, { at: { S: 'x' } }];
    for (const [index, change] of changes.entries()) {
      const one = anAppreciation({ id: idAt(NOW - index) });
      const key = { pk: { S: `household#${id}` }, sk: { S: `appreciation#${one.day}#${one.id}` } };
      const Item = { ...key, ...encodeAppreciation(one), ...change };
      await table.client.send(new PutItemCommand({ TableName: table.name, Item }));
    }
    await table.store.erase(id, 'a', NOW);
    expect(await table.items(id)).toEqual([]);
  });

  it('skips and counts questions that cannot be read, and reads the rest', async () => {
    const id = aStranger();
    const change = async (index: number, changed: Item): Promise<void> => {
      const question = aQuestion({ id: idAt(NOW + index) });
      const key = { pk: { S: `household#${id}` }, sk: { S: `question#${question.id}` } };
      const Item = { ...key, ...encodeQuestion(question), ...changed };
      await table.client.send(new PutItemCommand({ TableName: table.name, Item }));
    };
    await table.store.keepQuestion(id, aQuestion());
    await change(1, { text: { S: ' ' } });
    await change(2, { at: { N: '1e17' } });
    await change(3, { id: { S: 'another' } });
    await change(4, { schema: { N: '99' } });
    const skipped: string[] = [];
    expect(await table.store.questions(id, NOW, (why) => skipped.push(why))).toEqual([aQuestion()]);
    expect(skipped).toEqual(['malformed', 'malformed', 'malformed', 'newer-schema']);
  });

  it('skips a malformed appreciation, and reads the rest', async () => {
    const id = aStranger();
    const [one, broken, two] = [NOW, NOW + 1, NOW + 2].map((at) => anAppreciation({ id: idAt(at), at }));
    if (one === undefined || two === undefined || broken === undefined) return;
    await table.store.keep(id, one);
    await table.store.keep(id, two);
    const item: Item = {
      pk: { S: `household#${id}` },
      sk: { S: `appreciation#${broken.day}#${broken.id}` },
      ...encodeAppreciation(broken),
      text: { NULL: true },
    };
    await table.client.send(new PutItemCommand({ TableName: table.name, Item: item }));
    const found = await table.store.appreciations(id, ofDays('2026-11-22', '2026-11-23', { limit: 2 }));
    expect(found).toEqual({ page: [one, two], next: null, skipped: { malformed: 1 } });
  });
});
