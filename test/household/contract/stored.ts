/** What is in a store, for the tests of its contract. */
import type { Appreciation } from '../../../lambda/conversation/model/effect.ts';
import { type AppreciationKey, dayOf } from '../../../lambda/conversation/model/household.ts';
import { StoreError } from '../../../lambda/household/errors.ts';
import type { HouseholdId, HouseholdStore } from '../../../lambda/household/store.ts';
import { anAppreciation, aStranger, idAt, NOW, ofDays } from '../records.ts';

export const NOVEMBER = ofDays('2026-11-01', '2026-11-30');

export const ONLY_B = { confirmedFrom: { a: null, b: 0 } };

/** The key alone, as a position to go on from. */
export function keyOf(appreciation: Appreciation | undefined): AppreciationKey {
  if (appreciation === undefined) throw new Error('expected an appreciation');
  return { id: appreciation.id, day: appreciation.day };
}

/** Every appreciation of November. */
export async function all(store: HouseholdStore, id: HouseholdId): Promise<Appreciation[]> {
  return [...(await store.appreciations(id, NOVEMBER)).page];
}

/** The mark of a deletion; null if there is none. */
export async function markOf(store: HouseholdStore, id: HouseholdId): Promise<number | null> {
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

/** The store with appreciations by these authors (such as `aab`), a minute apart and the oldest first. */
export async function storeWith(
  store: HouseholdStore,
  authors: string,
): Promise<[HouseholdStore, HouseholdId, Appreciation[]]> {
  const id = aStranger();
  const kept = [...authors].map((author, index) => {
    const at = NOW - (authors.length - index) * 60_000;
    const [from, to] = author === 'a' ? (['a', 'b'] as const) : (['b', 'a'] as const);
    return anAppreciation({ id: idAt(at), at, day: dayOf(at), text: `kindness ${index}`, from, to });
  });
  await Promise.all(kept.map((appreciation) => store.keep(id, appreciation)));
  return [store, id, kept];
}
