import { PutItemCommand } from '@aws-sdk/client-dynamodb';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { exercises } from '../../lambda/conversation/exercise/catalogue/catalogue.ts';
import type { ExerciseId } from '../../lambda/conversation/model/exercise-id.ts';
import { DEPTHS, MINUTES, PRACTICES, SCHEMA } from '../../lambda/conversation/model/household.ts';
import {
  decodeAppreciation,
  decodeHousehold,
  encodeAppreciation,
  encodeHousehold,
  encodeQuestion,
  type Item,
} from '../../lambda/household/codec.ts';
import type { Migrations } from '../../lambda/household/migrations.ts';
import { codeOf } from './contract.ts';
import { type Table, tableInMemory } from './database-table.ts';
import { aHousehold, anAppreciation, aQuestion, aRecord, aStranger, idAt, NOW, ofDays } from './records.ts';

const partner = fc.constantFrom('a' as const, 'b' as const);
const words = fc.string({ unit: 'binary', maxLength: 40 });
const maybe = fc.option(words, { nil: null });
const count = fc.nat();
const minutes = fc.constantFrom(...MINUTES);
const place = fc.record({
  exercise: fc.constantFrom(...(Object.keys(exercises) as ExerciseId[])),
  minutes,
  first: partner,
  depth: fc.constantFrom(null, ...DEPTHS),
  theme: fc.constantFrom(null, ...PRACTICES),
  agreed: fc.boolean(),
  step: words,
  from: words,
  question: maybe,
  round: count,
  began: count,
  touched: count,
});
/** Alexa's timestamps are in whole seconds. */
const moment = fc.option(
  fc.integer({ min: 1, max: 4_000_000_000 }).map((seconds) => seconds * 1000),
  { nil: null },
);
const voice = fc.oneof(fc.constantFrom(null, false as const), fc.string());

const household = fc.record({
  names: fc.record({ a: maybe, b: maybe }),
  consent: fc.record({ a: maybe, b: maybe }),
  settings: fc.record(
    { minutes, once: minutes, slow: fc.constant(true as const) },
    { requiredKeys: ['minutes'] },
  ),
  path: fc.oneof(
    fc.constantFrom(null, false as const),
    fc.record({ began: fc.nat(4_000_000_000).map((seconds) => seconds * 1000), week: fc.nat(9) }),
  ),
  next: partner,
  heard: words,
  counts: fc.record({ finished: count, listened: count }),
  tried: fc.record({
    openness: count,
    listening: count,
    together: count,
    validation: count,
    appreciation: count,
  }),
  met: maybe,
  since: moment,
  zone: maybe,
  unsavedUntil: moment,
  recap: fc.record({ heard: moment, offered: moment }),
  appreciated: moment,
  voices: fc.record({ a: voice, b: voice }),
  reminder: fc.option(
    fc.record({
      token: words,
      day: fc.constantFrom('sunday' as const, 'every-day' as const),
      time: fc.constant('19:00'),
    }),
    { nil: null },
  ),
  erased: fc.record({ a: moment, b: moment }),
});
const record = fc.record({
  household,
  place: fc.option(place, { nil: null }),
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
  text: words.filter((text) => text.trim() !== ''),
  from: partner,
  to: partner,
  day: day.map((date) => date.toISOString().slice(0, 10)),
  at: fc.nat(),
});

/** The path to every value within a JSON value. */
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

const good = encodeHousehold(aRecord(), NOW);
const body = good.body?.S ?? '';

describe('a household as an item', () => {
  it('is decoded as it was encoded', () => {
    fc.assert(
      fc.property(record, (kept) => {
        expect(decodeHousehold(encodeHousehold(kept, NOW))).toEqual(kept);
      }),
    );
  });

  it('is read even if it has an unknown attribute', () => {
    const item = encodeHousehold(aRecord(), NOW);
    expect(decodeHousehold({ ...item, later: { S: 'new' } })).toEqual(aRecord());
  });

  it.each([SCHEMA + 1, SCHEMA + 2, 999])('of schema %s is refused as newer', async (schema) => {
    const item: Item = { ...encodeHousehold(aRecord(), NOW), schema: { N: String(schema) } };
    expect(await codeOf((async () => decodeHousehold(item))())).toBe('newer-schema');
  });

  it.each<[string, Item]>([
    ['no attributes', {}],
    ['no body', { ...good, body: { NULL: true } }],
    ['a body of another type', { ...good, body: { N: '5' } }],
    ['an empty body', { ...good, body: { S: '' } }],
    ['a truncated body', { ...good, body: { S: body.slice(0, -5) } }],
    ['a body that is a list', { ...good, body: { S: '[]' } }],
    ['a body that is null', { ...good, body: { S: 'null' } }],
    ['no version', { ...good, version: { NULL: true } }],
    ['a version that is not a number', { ...good, version: { S: '3' } }],
    ['no schema', { ...good, schema: { NULL: true } }],
    ['a schema that is not an integer', { ...good, schema: { N: '2.5' } }],
  ])('with %s is malformed', async (_what, item) => {
    expect(await codeOf((async () => decodeHousehold(item))())).toBe('malformed');
  });

  const parsed: unknown = JSON.parse(body);
  const paths = pathsIn(parsed).map((path) => ({ path, at: path.join('.') }));
  it.each(paths)('with an unexpected value at $at is malformed', async ({ path }) => {
    const item: Item = { ...good, body: { S: JSON.stringify(changedAt(parsed, path, { strange: true })) } };
    expect(await codeOf((async () => decodeHousehold(item))())).toBe('malformed');
  });

  it.each(['1795374000000', '1e300'])('with a moment beyond all dates is malformed: %s', async (moment) => {
    const since = NOW / 1000;
    const kept = encodeHousehold(aRecord({ household: aHousehold({ since: NOW }) }), NOW);
    const item: Item = { ...kept, body: { S: (kept.body?.S ?? '').replace(`${since},`, `${moment}0,`) } };
    expect(await codeOf((async () => decodeHousehold(item))())).toBe('malformed');
  });

  it('is not quoted in the error if it is malformed', () => {
    const item: Item = { ...good, body: { S: body.replaceAll('"Ana"', '{"Ana":1}') } };
    expect(() => decodeHousehold(item)).toThrow(expect.objectContaining({ code: 'malformed' }));
    expect(() => decodeHousehold(item)).not.toThrow(/Ana/);
  });
});

describe('a household of an older schema', () => {
  // Two made-up schemas before the present one: bodies of the second have no opening, and those of the first are in
  // reverse order besides.
  const [first, second] = [SCHEMA - 2, SCHEMA - 1];
  const now: unknown[] = JSON.parse(body);
  const opening = 10;
  const inSecond = now.toSpliced(opening, 1);
  const inFirst = inSecond.toReversed();
  const migrations: Migrations = {
    [first]: (old) => (old as unknown[]).toReversed(),
    [second]: (old) => (old as unknown[]).toSpliced(opening, 0, 'once more'),
  };
  const itemOf = (schema: number, old: unknown): Item => ({
    ...good,
    schema: { N: String(schema) },
    body: { S: JSON.stringify(old) },
  });

  it.each([
    [second, inSecond],
    [first, inFirst],
  ])('is read through every migration from schema %i on', (schema, old) => {
    const read = decodeHousehold(itemOf(schema, old), migrations);
    expect(read).toEqual(aRecord({ opening: 'once more' }));
  });

  it('of schema 3 keeps its lengths, and has neither a pace nor a path', () => {
    const settings = { minutes: 10, once: 20 } as const;
    const inSchema3 = (length: unknown): Item => {
      const packed = now
        .with(2, length)
        .with(4, (now[4] as unknown[]).slice(0, -1))
        .with(11, (now[11] as unknown[]).slice(0, -1));
      return itemOf(3, packed);
    };
    const read = (length: unknown) => decodeHousehold(inSchema3(length)).household;
    expect(read([10, 20])).toEqual(aHousehold({ settings, path: null }));
    expect(read(5)).toEqual(aHousehold({ settings: { minutes: 5 }, path: null }));
  });

  it('is written in the present schema by the next save', () => {
    const again = encodeHousehold(decodeHousehold(itemOf(first, inFirst), migrations), NOW);
    expect(again.schema).toEqual(good.schema);
    expect(decodeHousehold(again)).toEqual(aRecord({ opening: 'once more' }));
  });

  it.each<[string, number, unknown, Migrations | undefined]>([
    ['if there are no migrations', second, inSecond, {}],
    ['if the first migration is missing', first, inFirst, { [second]: migrations[second] }],
    ['if the last migration is missing', first, inFirst, { [first]: migrations[first] }],
    ['if it is of schema 0', 0, inFirst, migrations],
  ])('is refused as older %s', async (_what, schema, old, known) => {
    expect(await codeOf((async () => decodeHousehold(itemOf(schema, old), known))())).toBe('older-schema');
  });

  it.each<[string, unknown, Migrations]>([
    ['a migration throws', inSecond, { [second]: () => JSON.parse('zebra') }],
    ['a migration returns an invalid body', inSecond, { [second]: (old) => old }],
    ['its body is of another schema', now, migrations],
  ])('is malformed if %s, and is not quoted in the error', async (_what, old, known) => {
    const read = (async () => decodeHousehold(itemOf(second, old), known))();
    const error: unknown = await read.catch((thrown: unknown) => thrown);
    expect(error).toMatchObject({ code: 'malformed' });
    expect(error).not.toHaveProperty('cause');
    expect(String(error)).not.toMatch(/zebra|Ana/);
  });
});

describe('a household in an exercise that a later release removed', () => {
  it('is read without its place', () => {
    const gone: Item = { ...good, body: { S: body.replace('"check-in"', '"gone"') } };
    expect(decodeHousehold(gone)).toEqual(aRecord({ place: null }));
  });
});

describe('an appreciation as an item', () => {
  it('is decoded as it was encoded', () => {
    fc.assert(
      fc.property(appreciation, (kept) => {
        expect(decodeAppreciation(encodeAppreciation(kept))).toEqual(kept);
      }),
    );
  });

  it.each(['id', 'text', 'from', 'to', 'day', 'at'])('without its %s is skipped', (field) => {
    const item: Item = { ...encodeAppreciation(anAppreciation()), [field]: { NULL: true } };
    expect(decodeAppreciation(item)).toBe('malformed');
  });

  it.each([
    ['an empty text', { text: { S: ' ' } }],
    ['a text that nobody could have said in one breath', { text: { S: 'so '.repeat(200) } }],
    ['an unknown author', { from: { S: 'c' } }],
    ['a day that is none', { day: { S: '2026-02-31' } }],
    ['a moment beyond all dates', { at: { N: '1e17' } }],
    ['a moment in words', { at: { S: 'yesterday' } }],
  ])('with %s is skipped', (_what, change) => {
    expect(decodeAppreciation({ ...encodeAppreciation(anAppreciation()), ...change })).toBe('malformed');
  });

  it('of a newer schema is skipped, and told from a malformed one', () => {
    const item: Item = { ...encodeAppreciation(anAppreciation()), schema: { N: '99' }, text: { NULL: true } };
    expect(decodeAppreciation(item)).toBe('newer-schema');
  });
});

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
