/** A household: saved only over the version that was read, loaded as it was saved, and gone when it expires. */
import { expect, it } from 'vitest';
import type { HouseholdStore } from '../../../lambda/household/store.ts';
import { aHousehold, anAppreciation, aRecord, aStranger, HARD_WORDS, NOW } from '../records.ts';
import { all, codeOf } from './stored.ts';

export function describeHouseholds(makeStore: () => HouseholdStore): void {
  it('loads nothing for an unknown household', async () => {
    const [store, id] = [makeStore(), aStranger()];
    expect(await store.load(id, NOW)).toBeNull();
    expect(await all(store, id)).toEqual([]);
  });

  it('loads what was saved', async () => {
    const [store, id] = [makeStore(), aStranger()];
    await store.save(id, aRecord(), null, NOW);
    expect(await store.load(id, NOW)).toEqual(aRecord());
  });

  it('saves a new household only if there is none', async () => {
    const [store, id] = [makeStore(), aStranger()];
    await store.save(id, aRecord({ opening: 'first' }), null, NOW);
    expect(await codeOf(store.save(id, aRecord({ opening: 'second' }), null, NOW))).toBe('conflict');
    expect(await store.load(id, NOW)).toEqual(aRecord({ opening: 'first' }));
  });

  it('replaces the version that was read', async () => {
    const [store, id] = [makeStore(), aStranger()];
    await store.save(id, aRecord({ version: 1 }), null, NOW);
    await store.save(id, aRecord({ version: 2, household: aHousehold({ next: 'b' }) }), 1, NOW);
    expect((await store.load(id, NOW))?.household.next).toBe('b');
  });

  it.each([0, 1, 3])('refuses a writer that read version %i of a household at version 2', async (seen) => {
    const [store, id] = [makeStore(), aStranger()];
    await store.save(id, aRecord({ version: 1 }), null, NOW);
    await store.save(id, aRecord({ version: 2 }), 1, NOW);
    expect(await codeOf(store.save(id, aRecord({ version: 9, opening: 'late' }), seen, NOW))).toBe(
      'conflict',
    );
    expect(await store.load(id, NOW)).toEqual(aRecord({ version: 2 }));
  });

  it('accepts exactly one of ten concurrent writes', async () => {
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

  it('does not load an expired household, and lets a new one replace it', async () => {
    const [store, id] = [makeStore(), aStranger()];
    await store.save(id, aRecord({ version: 7 }), null, NOW);
    const year = 365 * 86_400_000;
    expect(await store.load(id, NOW + year - 1000)).toEqual(aRecord({ version: 7 }));
    expect(await store.load(id, NOW + year)).toBeNull();
    expect(await codeOf(store.save(id, aRecord({ version: 1 }), null, NOW + year - 1000))).toBe('conflict');
    await store.save(id, aRecord({ version: 1 }), null, NOW + year);
    expect(await store.load(id, NOW + year)).toEqual(aRecord({ version: 1 }));
  });

  it.each(HARD_WORDS)('stores and loads unchanged: %j', async (words) => {
    const [store, id] = [makeStore(), aStranger()];
    const record = aRecord({ household: aHousehold({ names: { a: words, b: null } }), opening: words });
    await store.save(id, record, null, NOW);
    await store.keep(id, anAppreciation({ text: words }));
    expect(await store.load(id, NOW)).toEqual(record);
    expect(await all(store, id)).toEqual([anAppreciation({ text: words })]);
  });
}
