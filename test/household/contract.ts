/** The contract of the store, as a test suite that runs against every implementation. */
import { describe, expect, it } from 'vitest';
import type { Appreciation } from '../../lambda/conversation/model/effect.ts';
import { type AppreciationKey, dayOf } from '../../lambda/conversation/model/household.ts';
import { StoreError } from '../../lambda/household/errors.ts';
import type { HouseholdId, HouseholdStore } from '../../lambda/household/store.ts';
import {
  aHousehold,
  anAppreciation,
  aQuestion,
  aRecord,
  aStranger,
  HARD_WORDS,
  idAt,
  manyAppreciations,
  NOW,
  ofDays,
} from './records.ts';

const NOVEMBER = ofDays('2026-11-01', '2026-11-30');

const ONLY_B = { confirmedFrom: { a: null, b: 0 } };

/** The key alone, as a position to go on from. */
function keyOf(appreciation: Appreciation | undefined): AppreciationKey {
  if (appreciation === undefined) throw new Error('expected an appreciation');
  return { id: appreciation.id, day: appreciation.day };
}

/** Every appreciation of November. */
async function all(store: HouseholdStore, id: HouseholdId): Promise<Appreciation[]> {
  return [...(await store.appreciations(id, NOVEMBER)).page];
}

/** The mark of a deletion; null if there is none. */
async function markOf(store: HouseholdStore, id: HouseholdId): Promise<number | null> {
  let found: number | null = null;
  await store.load(id, NOW, (mark) => {
    found = mark;
  });
  return found;
}

/** The code of the StoreError that an operation throws, or what else became of it. */
export async function codeOf(operation: Promise<unknown>): Promise<string> {
  const error: unknown = await operation.then(
    () => 'no error at all',
    (thrown: unknown) => thrown,
  );
  return error instanceof StoreError ? error.code : `not a StoreError: ${String(error)}`;
}

/**
 * Declares the tests of the contract.
 *
 * @param makeStore - returns the store to test; it may be the same one every time, because each test has households of
 *   its own
 */
export function describeHouseholdStore(name: string, makeStore: () => HouseholdStore): void {
  describe(`the store of households, ${name}`, () => {
    /** A store with appreciations by these authors (such as `aab`), a minute apart and the oldest first. */
    async function storeWith(authors: string): Promise<[HouseholdStore, HouseholdId, Appreciation[]]> {
      const [store, id] = [makeStore(), aStranger()];
      const kept = [...authors].map((author, index) => {
        const at = NOW - (authors.length - index) * 60_000;
        const [from, to] = author === 'a' ? (['a', 'b'] as const) : (['b', 'a'] as const);
        return anAppreciation({ id: idAt(at), at, day: dayOf(at), text: `kindness ${index}`, from, to });
      });
      await Promise.all(kept.map((appreciation) => store.keep(id, appreciation)));
      return [store, id, kept];
    }

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

    it('does not restore a forgotten household with a late save', async () => {
      const [store, id] = [makeStore(), aStranger()];
      await store.save(id, aRecord({ version: 7 }), null, NOW);
      await store.forget(id, NOW);
      expect(await codeOf(store.save(id, aRecord({ version: 8 }), 7, NOW))).toBe('conflict');
      expect(await store.load(id, NOW)).toBeNull();
    });

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

    it('reads the appreciations between two moments, oldest first and both ends included', async () => {
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

    it('reads all appreciations of one moment, whatever their ids end with', async () => {
      const [store, id] = [makeStore(), aStranger()];
      for (const rest of ['~', 'zz-appreciate.b', '0', 'éé', '🫶'])
        await store.keep(id, anAppreciation({ id: idAt(NOW, rest) }));
      expect((await store.appreciations(id, { ...NOVEMBER, from: NOW, to: NOW })).page).toHaveLength(5);
    });

    it('reads a page, returns the position to go on from, and goes on from there', async () => {
      const [store, id, kept] = await storeWith('a'.repeat(20));
      const first = await store.appreciations(id, { ...NOVEMBER, limit: 8 });
      expect(first).toEqual({ page: kept.slice(0, 8), next: keyOf(kept[7]) });
      const second = await store.appreciations(id, { ...NOVEMBER, limit: 8, after: first.next });
      expect(second).toEqual({ page: kept.slice(8, 16), next: keyOf(kept[15]) });
      const last = await store.appreciations(id, { ...NOVEMBER, limit: 4, after: second.next });
      expect(last).toEqual({ page: kept.slice(16), next: null });
    });

    it('reads the newest first if that is asked for, page after page', async () => {
      const [store, id, kept] = await storeWith('ab'.repeat(5));
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
      const [store, id, kept] = await storeWith(`${'a'.repeat(count)}b`);
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
        const [store, id] = await storeWith(authors);
        const found = await store.appreciations(id, { ...asked, limit: 8 });
        expect(found.page).toHaveLength(8);
        expect(found.next).toBeNull();
      },
    );

    it('returns a position if there is one more, however many items are in between', async () => {
      const [store, id, kept] = await storeWith(`bbbbbbbb${'a'.repeat(50)}b`);
      const first = await store.appreciations(id, { ...NOVEMBER, ...ONLY_B, limit: 8 });
      expect(first).toEqual({ page: kept.slice(0, 8), next: keyOf(kept[7]) });
      const last = await store.appreciations(id, { ...NOVEMBER, ...ONLY_B, limit: 8, after: first.next });
      expect(last).toEqual({ page: [kept[58]], next: null });
    });

    it('leaves out what a partner confirmed before a moment, and reads on', async () => {
      const [store, id, kept] = await storeWith('ab'.repeat(30));
      const confirmedFrom = { a: kept[50]?.at ?? 0, b: kept[55]?.at ?? 0 };
      const found = await store.appreciations(id, { ...NOVEMBER, confirmedFrom, limit: 8 });
      expect(found).toEqual({ page: [50, 52, 54, 55, 56, 57, 58, 59].map((n) => kept[n]), next: null });
    });

    it('returns an empty page, without a position, if nothing may be heard', async () => {
      const [store, id] = await storeWith('a'.repeat(41));
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
      const [store, id, kept] = await storeWith('ababab');
      const at = (n: number): number => kept[n]?.at ?? 0;
      const middle = { ...NOVEMBER, from: at(2), to: at(3) };
      const pageAfter = async (n: number, newest: boolean) =>
        (await store.appreciations(id, { ...middle, newest, after: keyOf(kept[n]) })).page;
      expect(await pageAfter(0, false)).toEqual([kept[2], kept[3]]);
      expect(await pageAfter(5, false)).toEqual([]);
      expect(await pageAfter(0, true)).toEqual([]);
      expect(await pageAfter(5, true)).toEqual([kept[3], kept[2]]);
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

    it('reads the questions that were kept, the oldest first, each once, and apart from appreciations', async () => {
      const [store, id] = [makeStore(), aStranger()];
      const older = aQuestion({ id: idAt(NOW - 1000), at: NOW - 1000, from: null });
      for (const question of [aQuestion(), older, aQuestion()]) await store.keepQuestion(id, question);
      await store.keep(id, anAppreciation());
      expect(await store.questions(id, NOW)).toEqual([older, aQuestion()]);
      expect(await all(store, id)).toEqual([anAppreciation()]);
    });

    it('keeps questions as they were said', async () => {
      const [store, id] = [makeStore(), aStranger()];
      const kept = HARD_WORDS.map((text, index) => aQuestion({ id: idAt(NOW, String(index)), text }));
      for (const question of kept) await store.keepQuestion(id, question);
      expect(await store.questions(id, NOW)).toEqual(kept);
    });

    it('reads fifty questions at most, and none whose time to live has passed', async () => {
      const [store, id] = [makeStore(), aStranger()];
      const kept = Array.from({ length: 52 }, (_, index) =>
        aQuestion({ id: idAt(NOW + index * 1000), at: NOW + index * 1000 }),
      );
      await Promise.all(kept.map((question) => store.keepQuestion(id, question)));
      expect(await store.questions(id, NOW)).toEqual(kept.slice(0, 50));
      expect(await store.questions(id, NOW + 401 * 86_400_000)).toEqual([]);
    });

    it('takes back only the named question, and nothing if it is gone', async () => {
      const [store, id] = [makeStore(), aStranger()];
      const [one, two] = [aQuestion({ id: idAt(NOW, 'one') }), aQuestion({ id: idAt(NOW, 'two') })];
      for (const question of [one, two]) await store.keepQuestion(id, question);
      for (let time = 0; time < 2; time += 1) await store.takeBack(id, { id: one.id, kind: 'question' });
      expect(await store.questions(id, NOW)).toEqual([two]);
    });

    it('erases the questions of one partner up to a moment, and those of which it is not known', async () => {
      const [store, id] = [makeStore(), aStranger()];
      const [of, at] = [
        (from: 'a' | 'b' | null) => aQuestion({ id: idAt(NOW, `${from}`), from }),
        NOW + 1000,
      ];
      const later = aQuestion({ id: idAt(at), at });
      for (const question of [of('a'), of('b'), of(null), later]) await store.keepQuestion(id, question);
      await store.erase(id, 'a', NOW);
      expect(await store.questions(id, NOW)).toEqual([of('b'), later]);
    });

    it('forgets the questions of a household, and none of another', async () => {
      const [store, id, other] = [makeStore(), aStranger(), aStranger()];
      for (const one of [id, other]) await store.keepQuestion(one, aQuestion());
      await store.forget(id, NOW);
      expect(await store.questions(id, NOW)).toEqual([]);
      expect(await store.questions(other, NOW)).toEqual([aQuestion()]);
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

    it('erases by the moment of the yes, not by that of the key', async () => {
      const [store, id] = [makeStore(), aStranger()];
      const later = anAppreciation({ at: NOW + 60_000 });
      const question = aQuestion({ at: NOW + 60_000 });
      await store.keep(id, later);
      await store.keepQuestion(id, question);
      await store.erase(id, 'a', NOW);
      expect(await all(store, id)).toEqual([later]);
      expect(await store.questions(id, NOW)).toEqual([question]);
      await store.erase(id, 'a', NOW + 60_000);
      expect(await all(store, id)).toEqual([]);
      expect(await store.questions(id, NOW)).toEqual([]);
    });

    it.each(HARD_WORDS)('stores and loads unchanged: %j', async (words) => {
      const [store, id] = [makeStore(), aStranger()];
      const record = aRecord({ household: aHousehold({ names: { a: words, b: null } }), opening: words });
      await store.save(id, record, null, NOW);
      await store.keep(id, anAppreciation({ text: words }));
      expect(await store.load(id, NOW)).toEqual(record);
      expect(await all(store, id)).toEqual([anAppreciation({ text: words })]);
    });
  });
}
