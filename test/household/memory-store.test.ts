import { describe, expect, it } from 'vitest';
import { codeOf, describeHouseholdStore } from './contract.ts';
import { createMemoryStore } from './memory-store.ts';
import { anAppreciation, aRecord, aStranger, NOW } from './records.ts';

describeHouseholdStore('in memory', () => createMemoryStore());

describe('the store in memory, when it is told to fail', () => {
  it('throws before it does anything', async () => {
    const [store, id] = [createMemoryStore(), aStranger()];
    store.failNext('throttled', 2);
    expect(await codeOf(store.save(id, aRecord(), null, NOW))).toBe('throttled');
    expect(await codeOf(store.keep(id, anAppreciation()))).toBe('throttled');
    expect(store.record(id)).toBeNull();
    expect(store.kept(id)).toEqual([]);
    expect(await store.load(id, NOW)).toBeNull();
  });

  it('fails only the operations that were named', async () => {
    const [store, id] = [createMemoryStore(), aStranger()];
    store.failNext('unreachable', 1, ['keep']);
    await store.save(id, aRecord(), null, NOW);
    expect(await codeOf(store.keep(id, anAppreciation()))).toBe('unreachable');
    expect(store.record(id)).toEqual(aRecord());
  });

  it('does its work and loses the answer', async () => {
    const [store, id] = [createMemoryStore(), aStranger()];
    store.failAfter(1, ['save']);
    expect(await codeOf(store.save(id, aRecord(), null, NOW))).toBe('timeout');
    expect(await store.load(id, NOW)).toEqual(aRecord());
  });

  it('tells which operations were asked for', async () => {
    const [store, id] = [createMemoryStore(), aStranger()];
    await store.load(id, NOW);
    await store.save(id, aRecord(), null, NOW);
    expect(store.taken()).toEqual(['load', 'save']);
    expect(store.taken()).toEqual([]);
  });
});
