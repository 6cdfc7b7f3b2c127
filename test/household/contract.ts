/** What every store of households must do, whatever it keeps them in. */
import { describe, expect, it } from 'vitest';
import { StoreError } from '../../lambda/household/errors.ts';
import type { HouseholdStore } from '../../lambda/household/store.ts';
import { aHousehold, anAppreciation, aRecord, aStranger, HARD_WORDS, manyAppreciations } from './records.ts';

const NOVEMBER = { from: '2026-11-01', to: '2026-11-30' };

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
      expect(await store.load(id)).toBeNull();
      expect(await store.appreciations(id, NOVEMBER)).toEqual([]);
    });

    it('loads what was saved, as it was saved', async () => {
      const [store, id] = [makeStore(), aStranger()];
      await store.save(id, aRecord(), null);
      expect(await store.load(id)).toEqual(aRecord());
    });

    it('saves a new household only where there is none', async () => {
      const [store, id] = [makeStore(), aStranger()];
      await store.save(id, aRecord({ opening: 'first' }), null);
      expect(await codeOf(store.save(id, aRecord({ opening: 'second' }), null))).toBe('conflict');
      expect(await store.load(id)).toEqual(aRecord({ opening: 'first' }));
    });

    it('saves over the version that was seen', async () => {
      const [store, id] = [makeStore(), aStranger()];
      await store.save(id, aRecord({ version: 1 }), null);
      await store.save(id, aRecord({ version: 2, household: aHousehold({ next: 'b' }) }), 1);
      expect((await store.load(id))?.household.next).toBe('b');
    });

    it.each([0, 1, 3])('refuses a writer who saw version %i of a household at version 2', async (seen) => {
      const [store, id] = [makeStore(), aStranger()];
      await store.save(id, aRecord({ version: 1 }), null);
      await store.save(id, aRecord({ version: 2 }), 1);
      expect(await codeOf(store.save(id, aRecord({ version: 9, opening: 'late' }), seen))).toBe('conflict');
      expect(await store.load(id)).toEqual(aRecord({ version: 2 }));
    });

    it('lets exactly one of ten who write at once through', async () => {
      const [store, id] = [makeStore(), aStranger()];
      await store.save(id, aRecord(), null);
      const writers = Array.from({ length: 10 }, (_, n) =>
        store.save(id, aRecord({ version: 2, opening: `writer ${n}` }), 1).then(
          () => n,
          () => null,
        ),
      );
      const through = (await Promise.all(writers)).filter((n) => n !== null);
      expect(through).toHaveLength(1);
      expect((await store.load(id))?.opening).toBe(`writer ${through[0]}`);
    });

    it('does not bring a forgotten household back with a late save', async () => {
      const [store, id] = [makeStore(), aStranger()];
      await store.save(id, aRecord({ version: 7 }), null);
      await store.forget(id);
      expect(await codeOf(store.save(id, aRecord({ version: 8 }), 7))).toBe('conflict');
      expect(await store.load(id)).toBeNull();
    });

    it('takes back an appreciation that was kept after its household was forgotten', async () => {
      const [store, id] = [makeStore(), aStranger()];
      await store.save(id, aRecord(), null);
      await store.forget(id);
      await store.keep(id, anAppreciation());
      await store.takeBack(id, anAppreciation());
      expect(await store.appreciations(id, NOVEMBER)).toEqual([]);
      expect(await store.load(id)).toBeNull();
    });

    it('takes back only the appreciation that is named, and nothing where there is none', async () => {
      const [store, id] = [makeStore(), aStranger()];
      const [one, two] = [anAppreciation({ id: 'one' }), anAppreciation({ id: 'two' })];
      await store.keep(id, one);
      await store.keep(id, two);
      await store.takeBack(id, { id: 'one', day: one.day });
      await store.takeBack(id, { id: 'one', day: one.day });
      expect(await store.appreciations(id, NOVEMBER)).toEqual([two]);
    });

    it('keeps an appreciation once, however often it is sent', async () => {
      const [store, id] = [makeStore(), aStranger()];
      for (let time = 0; time < 3; time += 1) await store.keep(id, anAppreciation());
      expect(await store.appreciations(id, NOVEMBER)).toEqual([anAppreciation()]);
    });

    it('loses nothing when two keep at once', async () => {
      const [store, id] = [makeStore(), aStranger()];
      const all = manyAppreciations(20);
      await Promise.all(all.map((appreciation) => store.keep(id, appreciation)));
      expect(await store.appreciations(id, NOVEMBER)).toHaveLength(20);
    });

    it('keeps appreciations and household apart', async () => {
      const [store, id] = [makeStore(), aStranger()];
      await store.keep(id, anAppreciation());
      expect(await store.load(id)).toBeNull();
      await store.save(id, aRecord(), null);
      expect(await store.appreciations(id, NOVEMBER)).toEqual([anAppreciation()]);
    });

    it('gives the appreciations of a range of days, oldest first, both ends included', async () => {
      const [store, id] = [makeStore(), aStranger()];
      const days = ['2026-11-15', '2026-10-31', '2026-11-30', '2026-12-01', '2026-11-01', '2025-11-15'];
      for (const day of days) await store.keep(id, anAppreciation({ id: `${day}-x`, day }));
      const found = await store.appreciations(id, NOVEMBER);
      expect(found.map(({ day }) => day)).toEqual(['2026-11-01', '2026-11-15', '2026-11-30']);
      const one = await store.appreciations(id, { from: '2026-11-30', to: '2026-11-30' });
      expect(one.map(({ day }) => day)).toEqual(['2026-11-30']);
    });

    it('gives all appreciations of a day, of early and late ids', async () => {
      const [store, id] = [makeStore(), aStranger()];
      for (const own of ['~', 'zz-appreciate.b', '0', 'éé', '🫶'])
        await store.keep(id, anAppreciation({ id: own }));
      expect(await store.appreciations(id, { from: '2026-11-22', to: '2026-11-22' })).toHaveLength(5);
    });

    it('gives more than a megabyte of appreciations, complete and in order', async () => {
      const [store, id] = [makeStore(), aStranger()];
      const all = manyAppreciations(28, { text: 'long '.repeat(9000) });
      await Promise.all(all.map((appreciation) => store.keep(id, appreciation)));
      expect(JSON.stringify(all).length).toBeGreaterThan(1024 * 1024);
      expect(await store.appreciations(id, NOVEMBER)).toEqual(all);
    });

    it('forgets sixty items of a household, and none of another', async () => {
      const [store, id, other] = [makeStore(), aStranger(), aStranger()];
      for (const one of [id, other]) {
        await store.save(one, aRecord(), null);
        await Promise.all(manyAppreciations(59).map((appreciation) => store.keep(one, appreciation)));
      }
      await store.forget(id);
      expect(await store.load(id)).toBeNull();
      expect(await store.appreciations(id, { from: '0', to: '9' })).toEqual([]);
      expect(await store.load(other)).toEqual(aRecord());
      expect(await store.appreciations(other, NOVEMBER)).toHaveLength(59);
    });

    it('forgets a stranger, and a household twice, without ado', async () => {
      const [store, id] = [makeStore(), aStranger()];
      await store.forget(id);
      await store.save(id, aRecord(), null);
      await store.forget(id);
      await store.forget(id);
      expect(await store.load(id)).toBeNull();
    });

    it('meets a forgotten household anew', async () => {
      const [store, id] = [makeStore(), aStranger()];
      await store.save(id, aRecord({ version: 5 }), null);
      await store.forget(id);
      await store.save(id, aRecord({ version: 1 }), null);
      expect(await store.load(id)).toEqual(aRecord({ version: 1 }));
    });

    it.each(HARD_WORDS)('brings back unharmed: %j', async (words) => {
      const [store, id] = [makeStore(), aStranger()];
      const record = aRecord({ household: aHousehold({ names: { a: words, b: null } }), opening: words });
      await store.save(id, record, null);
      await store.keep(id, anAppreciation({ text: words }));
      expect(await store.load(id)).toEqual(record);
      expect(await store.appreciations(id, NOVEMBER)).toEqual([anAppreciation({ text: words })]);
    });
  });
}
