import { describe, expect, it } from 'vitest';
import { describeHouseholdStore } from './contract/contract.ts';
import { codeOf } from './contract/stored.ts';
import { createMemoryStore } from './memory-store.ts';
import { anAppreciation, aRecord, aStranger, NOW } from './records.ts';

describeHouseholdStore('in memory', () => createMemoryStore());

describe('the store in memory, told to fail,', () => {
  it('throws before it changes anything', async () => {
    const [store, id] = [createMemoryStore(), aStranger()];
    store.failNext('throttled', 2);
    expect(await codeOf(store.save(id, aRecord(), null, NOW))).toBe('throttled');
    expect(await codeOf(store.keep(id, anAppreciation()))).toBe('throttled');
    expect(store.record(id)).toBeNull();
    expect(store.kept(id)).toEqual([]);
    expect(await store.load(id, NOW)).toBeNull();
  });

  it('fails only in the named operations', async () => {
    const [store, id] = [createMemoryStore(), aStranger()];
    store.failNext('unreachable', 1, ['keep']);
    await store.save(id, aRecord(), null, NOW);
    expect(await codeOf(store.keep(id, anAppreciation()))).toBe('unreachable');
    expect(store.record(id)).toEqual(aRecord());
  });

  it('can do its work and then time out', async () => {
    const [store, id] = [createMemoryStore(), aStranger()];
    store.failAfter(1, ['save']);
    expect(await codeOf(store.save(id, aRecord(), null, NOW))).toBe('timeout');
    expect(await store.load(id, NOW)).toEqual(aRecord());
  });

  it('lists the operations that were called', async () => {
    const [store, id] = [createMemoryStore(), aStranger()];
    await store.load(id, NOW);
    await store.save(id, aRecord(), null, NOW);
    expect(store.taken()).toEqual(['load', 'save']);
    expect(store.taken()).toEqual([]);
  });
});
