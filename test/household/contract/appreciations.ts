/** Appreciations: each stored once, apart from the household, and taken back by name. */
import { expect, it } from 'vitest';
import type { HouseholdStore } from '../../../lambda/household/store.ts';
import { anAppreciation, aRecord, aStranger, idAt, manyAppreciations, NOW } from '../records.ts';
import { all } from './stored.ts';

export function describeAppreciations(makeStore: () => HouseholdStore): void {
  it('takes back an appreciation that was stored after its household was forgotten', async () => {
    const [store, id] = [makeStore(), aStranger()];
    await store.save(id, aRecord(), null, NOW);
    await store.forget(id, NOW);
    await store.keep(id, anAppreciation());
    await store.takeBack(id, anAppreciation());
    expect(await all(store, id)).toEqual([]);
    expect(await store.load(id, NOW)).toBeNull();
  });

  it('takes back only the named appreciation, and nothing if it is gone', async () => {
    const [store, id] = [makeStore(), aStranger()];
    const [one, two] = [anAppreciation({ id: idAt(NOW, 'one') }), anAppreciation({ id: idAt(NOW, 'two') })];
    await store.keep(id, one);
    await store.keep(id, two);
    await store.takeBack(id, one);
    await store.takeBack(id, one);
    expect(await all(store, id)).toEqual([two]);
  });

  it('stores an appreciation once, however often it is sent', async () => {
    const [store, id] = [makeStore(), aStranger()];
    for (let time = 0; time < 3; time += 1) await store.keep(id, anAppreciation());
    expect(await all(store, id)).toEqual([anAppreciation()]);
  });

  it('loses none of twenty appreciations stored concurrently', async () => {
    const [store, id] = [makeStore(), aStranger()];
    const kept = manyAppreciations(20);
    await Promise.all(kept.map((appreciation) => store.keep(id, appreciation)));
    expect(await all(store, id)).toHaveLength(20);
  });

  it('stores appreciations separately from the household', async () => {
    const [store, id] = [makeStore(), aStranger()];
    await store.keep(id, anAppreciation());
    expect(await store.load(id, NOW)).toBeNull();
    await store.save(id, aRecord(), null, NOW);
    expect(await all(store, id)).toEqual([anAppreciation()]);
  });

  it('erases what one partner said up to a moment, and nothing else', async () => {
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
}
