import { describe, expect, it } from 'vitest';
import { SCHEMA } from '../../lambda/conversation/model/household.ts';
import { decodeHousehold, encodeHousehold, type Item } from '../../lambda/household/codec.ts';
import type { Migrations } from '../../lambda/household/migrations.ts';
import { codeOf } from './contract/stored.ts';
import { aHousehold, aRecord, NOW } from './records.ts';

const good = encodeHousehold(aRecord(), NOW);
const body = good.body?.S ?? '';

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

  it('of schema 4 has its chimes', () => {
    const read = decodeHousehold(itemOf(4, now.with(2, [10, null, 1]))).household;
    expect(read).toEqual(aHousehold({ settings: { minutes: 10, slow: true } }));
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
