import { PutItemCommand } from '@aws-sdk/client-dynamodb';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { exercises } from '../../lambda/conversation/exercises/all.ts';
import { DEPTHS, MINUTES, PRACTICES } from '../../lambda/conversation/household.ts';
import type { ExerciseId } from '../../lambda/conversation/lines.ts';
import {
  decodeAppreciation,
  decodeHousehold,
  encodeAppreciation,
  encodeHousehold,
  type Item,
} from '../../lambda/household/codec.ts';
import { codeOf } from './contract.ts';
import { type Table, tableInMemory } from './database-table.ts';
import { aHousehold, anAppreciation, aRecord, aStranger, NOW } from './records.ts';

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
/** Alexa's moments are of whole seconds. */
const moment = fc.option(
  fc.integer({ min: 1, max: 4_000_000_000 }).map((seconds) => seconds * 1000),
  { nil: null },
);
const voice = fc.oneof(fc.constantFrom(null, false as const), fc.string());

const household = fc.record({
  names: fc.record({ a: maybe, b: maybe }),
  consent: fc.record({ a: maybe, b: maybe }),
  settings: fc.record({ minutes }),
  next: partner,
  place: fc.option(place, { nil: null }),
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

  it.each(['4', '5', '999'])('of schema %s is refused', async (schema) => {
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

/** What no schema before the third kept. */
const nothingElse = {
  since: null,
  zone: null,
  unsavedUntil: null,
  recap: { heard: null, offered: null },
  appreciated: null,
  voices: { a: null, b: null },
  reminder: null,
  erased: { a: null, b: null },
};

describe('a household as schema 2 kept it', () => {
  it('is read with all that it held, and nothing else', () => {
    const kept = encodeHousehold(aRecord({ household: aHousehold(nothingElse) }), NOW);
    const body = JSON.parse(kept.body?.S ?? '') as unknown[];
    const item: Item = { ...kept, schema: { N: '2' }, body: { S: JSON.stringify(body.slice(0, -1)) } };
    expect(decodeHousehold(item)).toEqual(decodeHousehold(kept));
  });
});

describe('a household as schema 1 kept it', () => {
  const body = [
    ['Ana', 'Bo'],
    ['2026-11-01', '2026-11-01'],
    10,
    'b',
    ['listening', 10, 'a', 'talk.b', 'talk.a', 'od3', 1_795_374_000_000, 1_795_374_100_000],
    'ol1@fmx ll2@fmy ol3@fmz od3@fn0',
    [7, 120, '2026-11-15'],
    ['0123456789', 4],
    null,
    'z3x',
  ];
  const item: Item = {
    schema: { N: '1' },
    version: { N: '31' },
    body: { S: JSON.stringify(body) },
    expiresAt: { N: '1827000000' },
  };

  it('is read with all that it held', () => {
    const { household, version, writer, opening } = decodeHousehold(item);
    expect(household).toEqual({
      names: { a: 'Ana', b: 'Bo' },
      consent: { a: '2026-11-01', b: '2026-11-01' },
      settings: { minutes: 10 },
      next: 'b',
      place: {
        exercise: 'listening',
        minutes: 10,
        first: 'a',
        depth: null,
        theme: null,
        agreed: false,
        step: 'talk.b',
        from: 'talk.a',
        question: 'od3',
        round: 1,
        began: 1_795_374_000_000,
        touched: 1_795_374_100_000,
      },
      heard: 'll2 ol3 od3',
      counts: { finished: 7, listened: 120 },
      tried: { openness: 0, listening: 7, together: 0, validation: 7, appreciation: 7 },
      met: '2026-11-15',
      ...nothingElse,
    });
    expect({ version, writer, opening }).toEqual({
      version: 31,
      writer: { session: '0123456789', counter: 4 },
      opening: 'z3x',
    });
  });

  it('is written as this schema has it', () => {
    const again = encodeHousehold(decodeHousehold(item), NOW);
    expect(again.schema).toEqual({ N: '3' });
    expect(decodeHousehold(again)).toEqual(decodeHousehold(item));
  });

  it('is malformed where it is broken, as any other', async () => {
    const broken: Item = { ...item, body: { S: JSON.stringify(body.slice(1)) } };
    expect(await codeOf((async () => decodeHousehold(broken))())).toBe('malformed');
  });
});

describe('a household in an exercise that a later release took out', () => {
  it('is kept without its place', () => {
    const good = encodeHousehold(aRecord(), NOW);
    const gone: Item = { ...good, body: { S: (good.body?.S ?? '').replace('"check-in"', '"gone"') } };
    const { household } = aRecord();
    expect(decodeHousehold(gone).household).toEqual({ ...household, place: null });
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
    ['a newer schema', 'newer-schema', { schema: { N: '4' } }],
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
    expect(await codeOf(table.store.load(id, NOW))).toBe(code);
    expect(await codeOf(table.store.save(id, aRecord(), null, NOW))).toBe('conflict');
    expect(await table.items(id)).toEqual([item]);
  });
});
