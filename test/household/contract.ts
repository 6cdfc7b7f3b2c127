/** What every store of households must do, whatever it keeps them in. */
import { describe, expect, it } from 'vitest';
import type { Appreciation } from '../../lambda/conversation/effect.ts';
import { StoreError } from '../../lambda/household/errors.ts';
import type { HouseholdId, HouseholdStore } from '../../lambda/household/store.ts';
import {
  aHousehold,
  anAppreciation,
  aRecord,
  aStranger,
  HARD_WORDS,
  idAt,
  manyAppreciations,
  NOW,
  ofDays,
} from './records.ts';

const NOVEMBER = ofDays('2026-11-01', '2026-11-30');

/** Every appreciation of November. */
async function all(store: HouseholdStore, id: HouseholdId): Promise<Appreciation[]> {
  return [...(await store.appreciations(id, NOVEMBER)).page];
}

/** The code of the StoreError in which this ends; fails where it ends otherwise. */
export async function codeOf(operation: Promise<unknown>): Promise<string> {
  const error: unknown = await operation.then(
    () => 'no error at all',
    (thrown: unknown) => thrown,
  );
  return error instanceof StoreError ? error.code : `not a StoreError: ${String(error)}`;
}

/**
 * The contract, as tests.
 *
 * @param makeStore - the store to hold to it; the same one may be given every time, for each test keeps to its own
 *   households
 */
export function describeHouseholdStore(name: string, makeStore: () => HouseholdStore): void {
  describe(`the store of households, ${name}`, () => {
    it('knows nothing of a stranger', async () => {
      const [store, id] = [makeStore(), aStranger()];
      expect(await store.load(id, NOW)).toBeNull();
      expect(await all(store, id)).toEqual([]);
    });

    it('loads what was saved, as it was saved', async () => {
      const [store, id] = [makeStore(), aStranger()];
      await store.save(id, aRecord(), null, NOW);
      expect(await store.load(id, NOW)).toEqual(aRecord());
    });

    it('saves a new household only where there is none', async () => {
      const [store, id] = [makeStore(), aStranger()];
      await store.save(id, aRecord({ opening: 'first' }), null, NOW);
      expect(await codeOf(store.save(id, aRecord({ opening: 'second' }), null, NOW))).toBe('conflict');
      expect(await store.load(id, NOW)).toEqual(aRecord({ opening: 'first' }));
    });

    it('saves over the version that was seen', async () => {
      const [store, id] = [makeStore(), aStranger()];
      await store.save(id, aRecord({ version: 1 }), null, NOW);
      await store.save(id, aRecord({ version: 2, household: aHousehold({ next: 'b' }) }), 1, NOW);
      expect((await store.load(id, NOW))?.household.next).toBe('b');
    });

    it.each([0, 1, 3])('refuses a writer who saw version %i of a household at version 2', async (seen) => {
      const [store, id] = [makeStore(), aStranger()];
      await store.save(id, aRecord({ version: 1 }), null, NOW);
      await store.save(id, aRecord({ version: 2 }), 1, NOW);
      expect(await codeOf(store.save(id, aRecord({ version: 9, opening: 'late' }), seen, NOW))).toBe(
        'conflict',
      );
      expect(await store.load(id, NOW)).toEqual(aRecord({ version: 2 }));
    });

    it('lets exactly one of ten who write at once through', async () => {
      const [store, id] = [makeStore(), aStranger()];
      await store.save(id, aRecord(), null, NOW);
      const writers = Array.from({ length: 10 }, (_, n) =>
        store.save(id, aRecord({ version: 2, opening: `writer ${n}` }), 1, NOW).then(
          () => n,
          () => null,
        ),
      );
      const through = (await Promise.all(writers)).filter((n) => n !== null);
      expect(through).toHaveLength(1);
      expect((await store.load(id, NOW))?.opening).toBe(`writer ${through[0]}`);
    });

    it('does not bring a forgotten household back with a late save', async () => {
      const [store, id] = [makeStore(), aStranger()];
      await store.save(id, aRecord({ version: 7 }), null, NOW);
      await store.forget(id);
      expect(await codeOf(store.save(id, aRecord({ version: 8 }), 7, NOW))).toBe('conflict');
      expect(await store.load(id, NOW)).toBeNull();
    });

    it('takes back an appreciation that was kept after its household was forgotten', async () => {
      const [store, id] = [makeStore(), aStranger()];
      await store.save(id, aRecord(), null, NOW);
      await store.forget(id);
      await store.keep(id, anAppreciation());
      await store.takeBack(id, anAppreciation());
      expect(await all(store, id)).toEqual([]);
      expect(await store.load(id, NOW)).toBeNull();
    });

    it('takes back only the appreciation that is named, and nothing where there is none', async () => {
      const [store, id] = [makeStore(), aStranger()];
      const [one, two] = [anAppreciation({ id: idAt(NOW, 'one') }), anAppreciation({ id: idAt(NOW, 'two') })];
      await store.keep(id, one);
      await store.keep(id, two);
      await store.takeBack(id, one);
      await store.takeBack(id, one);
      expect(await all(store, id)).toEqual([two]);
    });

    it('keeps an appreciation once, however often it is sent', async () => {
      const [store, id] = [makeStore(), aStranger()];
      for (let time = 0; time < 3; time += 1) await store.keep(id, anAppreciation());
      expect(await all(store, id)).toEqual([anAppreciation()]);
    });

    it('loses nothing when two keep at once', async () => {
      const [store, id] = [makeStore(), aStranger()];
      const kept = manyAppreciations(20);
      await Promise.all(kept.map((appreciation) => store.keep(id, appreciation)));
      expect(await all(store, id)).toHaveLength(20);
    });

    it('keeps appreciations and household apart', async () => {
      const [store, id] = [makeStore(), aStranger()];
      await store.keep(id, anAppreciation());
      expect(await store.load(id, NOW)).toBeNull();
      await store.save(id, aRecord(), null, NOW);
      expect(await all(store, id)).toEqual([anAppreciation()]);
    });

    it('gives the appreciations between two moments, oldest first, both ends included', async () => {
      const [store, id] = [makeStore(), aStranger()];
      const moments = ['11-15T10:00', '10-31T23:59', '11-30T23:59', '12-01T00:00', '11-01T00:00'];
      for (const at of moments.map((moment) => Date.parse(`2026-${moment}:00Z`)))
        await store.keep(
          id,
          anAppreciation({ id: idAt(at), at, day: new Date(at).toISOString().slice(0, 10) }),
        );
      expect((await all(store, id)).map(({ day }) => day)).toEqual([
        '2026-11-01',
        '2026-11-15',
        '2026-11-30',
      ]);
      const from = Date.parse('2026-11-15T10:00:00Z');
      const exactly = await store.appreciations(id, { ...NOVEMBER, from, to: from });
      expect(exactly.page.map(({ at }) => at)).toEqual([from]);
      expect((await store.appreciations(id, { ...NOVEMBER, from: from + 1, to: from + 2 })).page).toEqual([]);
    });

    it('gives all of one moment, whatever their ids go on with', async () => {
      const [store, id] = [makeStore(), aStranger()];
      for (const rest of ['~', 'zz-appreciate.b', '0', 'éé', '🫶'])
        await store.keep(id, anAppreciation({ id: idAt(NOW, rest) }));
      expect((await store.appreciations(id, { ...NOVEMBER, from: NOW, to: NOW })).page).toHaveLength(5);
    });

    it('gives a page, says whether there is more, and goes on after it', async () => {
      const [store, id] = [makeStore(), aStranger()];
      const kept = manyAppreciations(20);
      await Promise.all(kept.map((appreciation) => store.keep(id, appreciation)));
      const first = await store.appreciations(id, { ...NOVEMBER, limit: 8 });
      expect(first).toEqual({ page: kept.slice(0, 8), more: true });
      const after = first.page.at(-1) ?? null;
      const second = await store.appreciations(id, { ...NOVEMBER, limit: 8, after });
      expect(second).toEqual({ page: kept.slice(8, 16), more: true });
      const last = await store.appreciations(id, {
        ...NOVEMBER,
        limit: 4,
        after: second.page.at(-1) ?? null,
      });
      expect(last).toEqual({ page: kept.slice(16), more: false });
    });

    it('gives the newest first where that is asked for', async () => {
      const [store, id] = [makeStore(), aStranger()];
      const kept = manyAppreciations(9);
      await Promise.all(kept.map((appreciation) => store.keep(id, appreciation)));
      const newest = await store.appreciations(id, { ...NOVEMBER, limit: 3, newest: true });
      expect(newest).toEqual({ page: kept.toReversed().slice(0, 3), more: true });
    });

    it('gives what one of them said, though there is much of the other', async () => {
      const [store, id] = [makeStore(), aStranger()];
      const kept = manyAppreciations(24).map((one, index) => ({
        ...one,
        from: index === 20 ? ('b' as const) : one.from,
      }));
      await Promise.all(kept.map((appreciation) => store.keep(id, appreciation)));
      const found = await store.appreciations(id, { ...NOVEMBER, limit: 8, by: 'b' });
      expect(found.page).toEqual([kept[20]]);
    });

    it('deletes what one of them said up to a moment, and nothing else', async () => {
      const [store, id] = [makeStore(), aStranger()];
      await store.save(id, aRecord(), null, NOW);
      const kept = manyAppreciations(30).map((one, index) => ({
        ...one,
        from: index % 2 === 0 ? ('a' as const) : ('b' as const),
      }));
      await Promise.all(kept.map((appreciation) => store.keep(id, appreciation)));
      const later = anAppreciation({ id: idAt(NOW + 1), at: NOW + 1 });
      await store.keep(id, later);
      await store.erase(id, 'a', NOW);
      const left = await all(store, id);
      expect(left.filter(({ from }) => from === 'b')).toHaveLength(15);
      expect(left.filter(({ from, at }) => from === 'a' && at <= NOW)).toEqual([]);
      expect(left).toContainEqual(later);
      expect(await store.load(id, NOW)).toEqual(aRecord());
      await store.erase(id, 'a', NOW);
      expect(await all(store, id)).toEqual(left);
    });

    it('does not read what has outlived its time, and lets them begin anew', async () => {
      const [store, id] = [makeStore(), aStranger()];
      await store.save(id, aRecord({ version: 7 }), null, NOW);
      const year = 365 * 86_400_000;
      expect(await store.load(id, NOW + year - 1000)).toEqual(aRecord({ version: 7 }));
      expect(await store.load(id, NOW + year)).toBeNull();
      expect(await codeOf(store.save(id, aRecord({ version: 1 }), null, NOW + year - 1000))).toBe('conflict');
      await store.save(id, aRecord({ version: 1 }), null, NOW + year);
      expect(await store.load(id, NOW + year)).toEqual(aRecord({ version: 1 }));
    });

    it('forgets sixty items of a household, and none of another', async () => {
      const [store, id, other] = [makeStore(), aStranger(), aStranger()];
      for (const one of [id, other]) {
        await store.save(one, aRecord(), null, NOW);
        await Promise.all(manyAppreciations(59).map((appreciation) => store.keep(one, appreciation)));
      }
      await store.forget(id);
      expect(await store.load(id, NOW)).toBeNull();
      expect(await all(store, id)).toEqual([]);
      expect(await store.load(other, NOW)).toEqual(aRecord());
      expect(await all(store, other)).toHaveLength(59);
    });

    it('forgets a stranger, and a household twice, without ado', async () => {
      const [store, id] = [makeStore(), aStranger()];
      await store.forget(id);
      await store.save(id, aRecord(), null, NOW);
      await store.forget(id);
      await store.forget(id);
      expect(await store.load(id, NOW)).toBeNull();
    });

    it('meets a forgotten household anew', async () => {
      const [store, id] = [makeStore(), aStranger()];
      await store.save(id, aRecord({ version: 5 }), null, NOW);
      await store.forget(id);
      await store.save(id, aRecord({ version: 1 }), null, NOW);
      expect(await store.load(id, NOW)).toEqual(aRecord({ version: 1 }));
    });

    it.each(HARD_WORDS)('brings back unharmed: %j', async (words) => {
      const [store, id] = [makeStore(), aStranger()];
      const record = aRecord({ household: aHousehold({ names: { a: words, b: null } }), opening: words });
      await store.save(id, record, null, NOW);
      await store.keep(id, anAppreciation({ text: words }));
      expect(await store.load(id, NOW)).toEqual(record);
      expect(await all(store, id)).toEqual([anAppreciation({ text: words })]);
    });
  });
}
