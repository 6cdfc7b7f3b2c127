import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { exercises } from '../../lambda/conversation/exercise/catalogue/catalogue.ts';
import type { ExerciseId } from '../../lambda/conversation/model/exercise-id.ts';
import { DEPTHS, MINUTES, PRACTICES, SCHEMA } from '../../lambda/conversation/model/household.ts';
import {
  decodeAppreciation,
  decodeHousehold,
  encodeAppreciation,
  encodeHousehold,
  type Item,
} from '../../lambda/household/codec.ts';
import { codeOf } from './contract/stored.ts';
import { aHousehold, anAppreciation, aRecord, NOW } from './records.ts';

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
    { minutes, once: minutes, slow: fc.constant(true as const), chimeless: fc.constant(true as const) },
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

  it.each(['17953740000000', '1e300', '1e3000'])(
    'with a moment beyond all dates is malformed: %s',
    async (moment) => {
      const since = NOW / 1000;
      const kept = encodeHousehold(aRecord({ household: aHousehold({ since: NOW }) }), NOW);
      const item: Item = { ...kept, body: { S: (kept.body?.S ?? '').replace(`${since},`, `${moment},`) } };
      expect(await codeOf((async () => decodeHousehold(item))())).toBe('malformed');
    },
  );

  it('is not quoted in the error if it is malformed', () => {
    const item: Item = { ...good, body: { S: body.replaceAll('"Ana"', '{"Ana":1}') } };
    expect(() => decodeHousehold(item)).toThrow(expect.objectContaining({ code: 'malformed' }));
    expect(() => decodeHousehold(item)).not.toThrow(/Ana/);
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
