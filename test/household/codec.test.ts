import { PutItemCommand } from '@aws-sdk/client-dynamodb';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  decodeAppreciation,
  decodeHousehold,
  encodeAppreciation,
  encodeHousehold,
  type Item,
} from '../../lambda/household/codec.ts';
import { codeOf } from './contract.ts';
import { NOW, type Table, tableInMemory } from './database-table.ts';
import { anAppreciation, aRecord, aStranger } from './records.ts';

const partner = fc.constantFrom('a' as const, 'b' as const);
const words = fc.string({ unit: 'binary', maxLength: 40 });
const maybe = fc.option(words, { nil: null });
const count = fc.nat();
const minutes = fc.constantFrom(5 as const, 10 as const, 20 as const);
const place = fc.record({
  exercise: fc.constantFrom('check-in' as const, 'listening' as const),
  minutes,
  first: partner,
  step: words,
  from: words,
  question: maybe,
  began: count,
  touched: count,
});
const household = fc.record({
  names: fc.record({ a: maybe, b: maybe }),
  consent: fc.record({ a: maybe, b: maybe }),
  settings: fc.record({ minutes }),
  next: partner,
  place: fc.option(place, { nil: null }),
  heard: words,
  counts: fc.record({ finished: count, listened: count }),
  met: maybe,
});
const record = fc.record({
  household,
  version: count,
  writer: fc.record({ session: words, counter: count }),
  running: fc.option(
    fc.record({
      device: words,
      since: count,
      until: count,
      steps: fc.array(fc.tuple(words, count)),
    }),
    { nil: null },
  ),
  opening: words,
});
const day = fc.date({ min: new Date(0), max: new Date('2199-12-31'), noInvalidDate: true });
const appreciation = fc.record({
  id: words,
  text: words,
  from: partner,
  to: partner,
  day: day.map((date) => date.toISOString().slice(0, 10)),
  at: fc.nat(),
});

/** The way to every value in a JSON value, however it is laid out. */
function pathsIn(value: unknown): string[][] {
  if (typeof value !== 'object' || value === null) return [[]];
  return Object.entries(value).flatMap(([name, inner]) => pathsIn(inner).map((path) => [name, ...path]));
}

function changedAt(value: unknown, [name, ...rest]: readonly string[], to: unknown): unknown {
  if (name === undefined) return to;
  const entries: [string, unknown][] = Object.entries(value as object).map(([key, inner]) => [
    key,
    key === name ? changedAt(inner, rest, to) : inner,
  ]);
  return Array.isArray(value) ? entries.map(([, inner]) => inner) : Object.fromEntries(entries);
}

describe('a household as an item', () => {
  it('comes back as it was', () => {
    fc.assert(
      fc.property(record, (kept) => {
        expect(decodeHousehold(encodeHousehold(kept, NOW))).toEqual(kept);
      }),
    );
  });

  it('is read by what it must have, so that a later field does no harm', () => {
    const item = encodeHousehold(aRecord(), NOW);
    expect(decodeHousehold({ ...item, later: { S: 'new' } })).toEqual(aRecord());
  });

  it.each(['2', '3', '999'])('of schema %s is refused', async (schema) => {
    const item: Item = { ...encodeHousehold(aRecord(), NOW), schema: { N: schema } };
    expect(await codeOf((async () => decodeHousehold(item))())).toBe('newer-schema');
  });

  const good = encodeHousehold(aRecord(), NOW);
  const body = good.body?.S ?? '';
  it.each<[string, Item]>([
    ['nothing in it', {}],
    ['no body', { ...good, body: { NULL: true } }],
    ['a body of another type', { ...good, body: { N: '5' } }],
    ['an empty body', { ...good, body: { S: '' } }],
    ['a body cut off', { ...good, body: { S: body.slice(0, -5) } }],
    ['a body that is a list', { ...good, body: { S: '[]' } }],
    ['a body that is null', { ...good, body: { S: 'null' } }],
    ['no version', { ...good, version: { NULL: true } }],
    ['a version that is no number', { ...good, version: { S: '3' } }],
  ])('with %s is malformed', async (_what, item) => {
    expect(await codeOf((async () => decodeHousehold(item))())).toBe('malformed');
  });

  const parsed: unknown = JSON.parse(body);
  const paths = pathsIn(parsed).map((path) => ({ path, at: path.join('.') }));
  it.each(paths)('with something strange at $at is malformed', async ({ path }) => {
    const item: Item = { ...good, body: { S: JSON.stringify(changedAt(parsed, path, { strange: true })) } };
    expect(await codeOf((async () => decodeHousehold(item))())).toBe('malformed');
  });

  it('says nothing of what is in it when it is malformed', () => {
    const item: Item = { ...good, body: { S: body.replaceAll('"Ana"', '{"Ana":1}') } };
    expect(() => decodeHousehold(item)).toThrow(expect.objectContaining({ code: 'malformed' }));
    expect(() => decodeHousehold(item)).not.toThrow(/Ana/);
  });
});

describe('an appreciation as an item', () => {
  it('comes back as it was', () => {
    fc.assert(
      fc.property(appreciation, (kept) => {
        expect(decodeAppreciation(encodeAppreciation(kept))).toEqual(kept);
      }),
    );
  });

  it.each(['id', 'text', 'from', 'to', 'day', 'at'])('without its %s is malformed', async (field) => {
    const item: Item = { ...encodeAppreciation(anAppreciation()), [field]: { NULL: true } };
    expect(await codeOf((async () => decodeAppreciation(item))())).toBe('malformed');
  });
});

describe('the store on DynamoDB, with an item it cannot read', () => {
  let table: Table;
  beforeAll(async () => {
    table = await tableInMemory();
  });
  afterAll(() => table.close());

  it.each([
    ['a newer schema', 'newer-schema', { schema: { N: '2' } }],
    ['a broken body', 'malformed', { body: { S: '{' } }],
  ])('refuses %s and leaves it untouched', async (_what, code, change) => {
    const id = aStranger();
    const item: Item = {
      pk: { S: `household#${id}` },
      sk: { S: 'household' },
      ...encodeHousehold(aRecord({ version: 9 }), NOW),
      ...change,
    };
    await table.client.send(new PutItemCommand({ TableName: table.name, Item: item }));
    expect(await codeOf(table.store.load(id))).toBe(code);
    expect(await codeOf(table.store.save(id, aRecord(), null))).toBe('conflict');
    expect(await table.items(id)).toEqual([item]);
  });
});
