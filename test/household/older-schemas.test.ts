import { describe, expect, it } from 'vitest';
import { type Household, SCHEMA } from '../../lambda/conversation/model/household.ts';
import { decodeHousehold, encodeHousehold, type Item } from '../../lambda/household/codec.ts';
import type { Migrations } from '../../lambda/household/migrations.ts';
import { codeOf } from './contract/stored.ts';
import { aHousehold, aPlace, aRecord, NOW } from './records.ts';

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

  it.each<[number, string, Partial<Household['settings']>]>([
    [4, '[10,5,1]', {}],
    [5, '[10,5,1,1]', { chimeless: true }],
  ])('of schema %i is read from what was saved then', (schema, lengths, settings) => {
    const place =
      '["check-in",10,"b","deeper","openness",true,"talk.a","arrive","ol3",1,1795374000000,1795374060000,1]';
    const more =
      '[1790000000,"Europe/Berlin",null,1795000000,1795100000,1795200000,"mark",false,null,1794000000,["token","sunday","19:00"],[1793000000,2]]';
    const saved = `[["Ana","Bo"],["2026-09-01","2026-09-02"],${lengths},"b",${place},"ol3 ld1",[7,95,null],[1,2,3,4,5],["0123456789",4],null,"thank you both",${more}]`;
    expect(decodeHousehold({ ...good, schema: { N: String(schema) }, body: { S: saved } })).toEqual(
      aRecord({
        household: aHousehold({
          consent: { a: '2026-09-01', b: '2026-09-02' },
          settings: { minutes: 10, once: 5, slow: true, ...settings },
          next: 'b',
          heard: 'ol3 ld1',
          counts: { finished: 7, listened: 95 },
          tried: { openness: 1, listening: 2, together: 3, validation: 4, appreciation: 5 },
          since: 1_790_000_000_000,
          zone: 'Europe/Berlin',
          recap: { heard: 1_795_000_000_000, offered: 1_795_100_000_000 },
          appreciated: 1_795_200_000_000,
          voices: { a: 'mark', b: false },
          path: { began: 1_793_000_000_000, week: 2 },
          reminder: { token: 'token', day: 'sunday', time: '19:00' },
          erased: { a: null, b: 1_794_000_000_000 },
        }),
        place: aPlace({
          minutes: 10,
          first: 'b',
          depth: 'deeper',
          theme: 'openness',
          agreed: true,
          waiting: true,
          question: 'ol3',
          round: 1,
          touched: 1_795_374_060_000,
        }),
        running: null,
      }),
    );
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
