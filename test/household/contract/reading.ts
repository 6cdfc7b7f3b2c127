/** Reading appreciations: between two moments, of those who confirmed, page after page. */
import { expect, it } from 'vitest';
import { dayOf } from '../../../lambda/conversation/model/household.ts';
import type { HouseholdStore } from '../../../lambda/household/store.ts';
import { anAppreciation, aStranger, idAt, NOW, ofDays } from '../records.ts';
import { all, keyOf, NOVEMBER, ONLY_B, storeWith } from './stored.ts';

export function describeReading(makeStore: () => HouseholdStore): void {
  it('reads the appreciations between two moments, oldest first and both ends included', async () => {
    const [store, id] = [makeStore(), aStranger()];
    const moments = ['11-15T10:00', '10-31T23:59', '11-30T23:59', '12-01T00:00', '11-01T00:00'];
    for (const at of moments.map((moment) => Date.parse(`2026-${moment}:00Z`)))
      await store.keep(
        id,
        anAppreciation({ id: idAt(at), at, day: new Date(at).toISOString().slice(0, 10) }),
      );
    expect((await all(store, id)).map(({ day }) => day)).toEqual(['2026-11-01', '2026-11-15', '2026-11-30']);
    const from = Date.parse('2026-11-15T10:00:00Z');
    const exactly = await store.appreciations(id, { ...NOVEMBER, from, to: from });
    expect(exactly.page.map(({ at }) => at)).toEqual([from]);
    expect((await store.appreciations(id, { ...NOVEMBER, from: from + 1, to: from + 2 })).page).toEqual([]);
  });

  it('reads all appreciations of one moment, whatever their ids end with', async () => {
    const [store, id] = [makeStore(), aStranger()];
    for (const rest of ['~', 'zz-appreciate.b', '0', 'éé', '🫶'])
      await store.keep(id, anAppreciation({ id: idAt(NOW, rest) }));
    expect((await store.appreciations(id, { ...NOVEMBER, from: NOW, to: NOW })).page).toHaveLength(5);
  });

  it('reads a page, returns the position to go on from, and goes on from there', async () => {
    const [store, id, kept] = await storeWith(makeStore(), 'a'.repeat(20));
    const first = await store.appreciations(id, { ...NOVEMBER, limit: 8 });
    expect(first).toEqual({ page: kept.slice(0, 8), next: keyOf(kept[7]) });
    const second = await store.appreciations(id, { ...NOVEMBER, limit: 8, after: first.next });
    expect(second).toEqual({ page: kept.slice(8, 16), next: keyOf(kept[15]) });
    const last = await store.appreciations(id, { ...NOVEMBER, limit: 4, after: second.next });
    expect(last).toEqual({ page: kept.slice(16), next: null });
  });

  it('reads the newest first if that is asked for, page after page', async () => {
    const [store, id, kept] = await storeWith(makeStore(), 'ab'.repeat(5));
    const newest = kept.toReversed();
    const first = await store.appreciations(id, { ...NOVEMBER, limit: 6, newest: true });
    expect(first).toEqual({ page: newest.slice(0, 6), next: keyOf(newest[5]) });
    const last = await store.appreciations(id, { ...NOVEMBER, limit: 6, newest: true, after: first.next });
    expect(last).toEqual({ page: newest.slice(6), next: null });
  });

  it.each([
    // Around the limit of 8 and around the first page, which holds 36 items.
    8, 9, 35, 36, 37, 41, 60,
  ])('finds one appreciation by a partner after %i by the other, and nothing more', async (count) => {
    const [store, id, kept] = await storeWith(makeStore(), `${'a'.repeat(count)}b`);
    const found = await store.appreciations(id, { ...NOVEMBER, ...ONLY_B, limit: 8 });
    expect(found).toEqual({ page: [kept[count]], next: null });
  });

  it.each([
    ['both', NOVEMBER, 'abababab'],
    ['one', { ...NOVEMBER, ...ONLY_B }, 'babababababababa'],
    ['one, after many of the other', { ...NOVEMBER, ...ONLY_B }, `${'a'.repeat(41)}bbbbbbbb`],
    ['one, before many of the other', { ...NOVEMBER, ...ONLY_B }, `bbbbbbbb${'a'.repeat(41)}`],
    ['both, newest first', { ...NOVEMBER, newest: true }, 'abababab'],
  ])(
    'returns no position if there are exactly as many as were asked for: %s',
    async (_whose, asked, authors) => {
      const [store, id] = await storeWith(makeStore(), authors);
      const found = await store.appreciations(id, { ...asked, limit: 8 });
      expect(found.page).toHaveLength(8);
      expect(found.next).toBeNull();
    },
  );

  it('returns a position if there is one more, however many items are in between', async () => {
    const [store, id, kept] = await storeWith(makeStore(), `bbbbbbbb${'a'.repeat(50)}b`);
    const first = await store.appreciations(id, { ...NOVEMBER, ...ONLY_B, limit: 8 });
    expect(first).toEqual({ page: kept.slice(0, 8), next: keyOf(kept[7]) });
    const last = await store.appreciations(id, { ...NOVEMBER, ...ONLY_B, limit: 8, after: first.next });
    expect(last).toEqual({ page: [kept[58]], next: null });
  });

  it('leaves out what a partner confirmed before a moment, and reads on', async () => {
    const [store, id, kept] = await storeWith(makeStore(), 'ab'.repeat(30));
    const confirmedFrom = { a: kept[50]?.at ?? 0, b: kept[55]?.at ?? 0 };
    const found = await store.appreciations(id, { ...NOVEMBER, confirmedFrom, limit: 8 });
    expect(found).toEqual({ page: [50, 52, 54, 55, 56, 57, 58, 59].map((n) => kept[n]), next: null });
  });

  it('returns an empty page, without a position, if nothing may be heard', async () => {
    const [store, id] = await storeWith(makeStore(), 'a'.repeat(41));
    const nothing = { page: [], next: null };
    for (const confirmedFrom of [
      { a: null, b: 0 },
      { a: NOW + 1, b: NOW + 1 },
      { a: null, b: null },
    ])
      expect(await store.appreciations(id, { ...NOVEMBER, confirmedFrom, limit: 8 })).toEqual(nothing);
    expect(await store.appreciations(id, { ...ofDays('2026-10-01', '2026-10-31') })).toEqual(nothing);
  });

  it('goes on from a position outside of the requested moments', async () => {
    const [store, id, kept] = await storeWith(makeStore(), 'ababab');
    const at = (n: number): number => kept[n]?.at ?? 0;
    const middle = { ...NOVEMBER, from: at(2), to: at(3) };
    const pageAfter = async (n: number, newest: boolean) =>
      (await store.appreciations(id, { ...middle, newest, after: keyOf(kept[n]) })).page;
    expect(await pageAfter(0, false)).toEqual([kept[2], kept[3]]);
    expect(await pageAfter(5, false)).toEqual([]);
    expect(await pageAfter(0, true)).toEqual([]);
    expect(await pageAfter(5, true)).toEqual([kept[3], kept[2]]);
  });

  it('reads an appreciation by the moment of its yes, up to a day and a half after that of its key', async () => {
    const [store, id] = [makeStore(), aStranger()];
    const hours = (count: number): number => count * 3_600_000;
    const began = NOW - hours(36);
    const one = anAppreciation({ id: idAt(began), day: dayOf(began), at: NOW });
    await store.keep(id, one);
    const between = async (from: number, to: number) =>
      (await store.appreciations(id, { ...NOVEMBER, from, to, now: to })).page;
    expect(await between(NOW - 1000, NOW)).toEqual([one]);
    expect(await between(began - hours(1), NOW - 1000)).toEqual([]);
    expect(await between(NOW + 1000, NOW + hours(24))).toEqual([]);
  });
}
