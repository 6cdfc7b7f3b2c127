/** A deletion: all items of one household, a mark that it leaves, and no late write that undoes it. */
import { expect, it } from 'vitest';
import type { HouseholdStore } from '../../../lambda/household/store.ts';
import {
  aHousehold,
  anAppreciation,
  aQuestion,
  aRecord,
  aStranger,
  manyAppreciations,
  NOW,
} from '../records.ts';
import { all, codeOf, markOf } from './stored.ts';

export function describeDeleting(makeStore: () => HouseholdStore): void {
  it('does not restore a forgotten household with a late save', async () => {
    const [store, id] = [makeStore(), aStranger()];
    await store.save(id, aRecord({ version: 7 }), null, NOW);
    await store.forget(id, NOW);
    expect(await codeOf(store.save(id, aRecord({ version: 8 }), 7, NOW))).toBe('conflict');
    expect(await store.load(id, NOW)).toBeNull();
  });

  it('forgets the questions of a household, and none of another', async () => {
    const [store, id, other] = [makeStore(), aStranger(), aStranger()];
    for (const one of [id, other]) await store.keepQuestion(one, aQuestion());
    await store.forget(id, NOW);
    expect(await store.questions(id, NOW)).toEqual([]);
    expect(await store.questions(other, NOW)).toEqual([aQuestion()]);
  });

  it('forgets sixty items of a household, and none of another', async () => {
    const [store, id, other] = [makeStore(), aStranger(), aStranger()];
    for (const one of [id, other]) {
      await store.save(one, aRecord(), null, NOW);
      await Promise.all(manyAppreciations(59).map((appreciation) => store.keep(one, appreciation)));
    }
    await store.forget(id, NOW);
    expect(await store.load(id, NOW)).toBeNull();
    expect(await all(store, id)).toEqual([]);
    expect(await store.load(other, NOW)).toEqual(aRecord());
    expect(await all(store, other)).toHaveLength(59);
  });

  it('forgets an unknown household, and the same one twice, without an error', async () => {
    const [store, id] = [makeStore(), aStranger()];
    await store.forget(id, NOW);
    await store.save(id, aRecord(), null, NOW, NOW);
    await store.forget(id, NOW);
    await store.forget(id, NOW);
    expect(await store.load(id, NOW)).toBeNull();
  });

  it('saves a new household after the old one was forgotten', async () => {
    const [store, id] = [makeStore(), aStranger()];
    await store.save(id, aRecord({ version: 5 }), null, NOW);
    await store.forget(id, NOW);
    const mark = await markOf(store, id);
    await store.save(id, aRecord({ version: 1 }), null, NOW, mark);
    expect(await store.load(id, NOW)).toEqual(aRecord({ version: 1 }));
  });

  it.each([
    ['nobody has read', null],
    ['another deletion has left', NOW - 60_000],
  ])('saves no new household of a session that knows the mark that %s', async (_what, mark) => {
    const [store, id] = [makeStore(), aStranger()];
    if (mark !== null) await store.forget(id, mark);
    await store.forget(id, NOW);
    expect(await codeOf(store.save(id, aRecord(), null, NOW + 5000, mark))).toBe('conflict');
    expect(await store.load(id, NOW + 5000)).toBeNull();
  });

  it('tells the mark of the last deletion, and of none before it', async () => {
    const [store, id] = [makeStore(), aStranger()];
    expect(await markOf(store, id)).toBeNull();
    await store.save(id, aRecord(), null, NOW);
    expect(await markOf(store, id)).toBeNull();
    await store.forget(id, NOW);
    await store.forget(id, NOW + 1000);
    expect(await markOf(store, id)).toBe(NOW + 1000);
    await store.save(id, aRecord(), null, NOW + 2000, NOW + 1000);
    expect(await markOf(store, id)).toBeNull();
  });

  it('forgets the household that is meant, and none that has begun since', async () => {
    const [store, id] = [makeStore(), aStranger()];
    const anew = aRecord({ household: aHousehold({ since: NOW }) });
    await store.save(id, anew, null, NOW);
    await store.keep(id, anAppreciation());
    expect(await store.forget(id, NOW, NOW - 60_000)).toBe(false);
    expect(await store.load(id, NOW)).toEqual(anew);
    expect(await all(store, id)).toHaveLength(1);
    expect(await store.forget(id, NOW, NOW)).toBe(true);
    expect(await store.load(id, NOW)).toBeNull();
    expect(await store.forget(id, NOW, NOW)).toBe(true);
    expect(await all(store, id)).toEqual([]);
  });
}
