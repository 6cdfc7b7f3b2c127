/** Merges two concurrent writes of one household (docs/decisions/0006). */
import { isDeepStrictEqual } from 'node:util';
import type { Household, Kept } from '../conversation/model/household.ts';

/**
 * Merges two versions of a household: our value for every field that we changed since `base`, their value for the rest.
 * Of two deletion marks the later one counts.
 *
 * @param base - what was kept when we last read or saved it; null if we never did
 */
export function merged(theirs: Kept, ours: Kept, base: Kept | null): Kept {
  const before = base ?? theirs;
  return {
    household: mergedHousehold(theirs.household, ours.household, before.household),
    place: isDeepStrictEqual(ours.place, before.place) ? theirs.place : ours.place,
  };
}

function mergedHousehold(theirs: Household, ours: Household, base: Household): Household {
  return {
    ...mergedFields(theirs, ours, base),
    // Two speakers can begin a household at once. It has one beginning, by which it is known.
    since: theirs.since ?? ours.since,
    erased: {
      a: later(theirs.erased.a, ours.erased.a),
      b: later(theirs.erased.b, ours.erased.b),
    },
  };
}

function later(one: number | null, two: number | null): number | null {
  return one === null || two === null ? (one ?? two) : Math.max(one, two);
}

/** Merges field by field. A field that holds a value for each partner is merged partner by partner. */
function mergedFields<T extends object>(theirs: T, ours: T, base: T): T {
  const result = { ...theirs };
  // A field can be absent, so those that we left out since count too.
  for (const field of Object.keys({ ...base, ...ours }) as (keyof T)[]) {
    if (isDeepStrictEqual(ours[field], base[field])) continue;
    if (!(field in ours)) {
      delete result[field];
      continue;
    }
    const [one, two, before] = [theirs[field], ours[field], base[field]];
    result[field] = isOfBoth(one) && isOfBoth(two) && isOfBoth(before) ? mergedFields(one, two, before) : two;
  }
  return result;
}

/** True for names, voices and other groups of values. A reminder and a path are replaced as a whole. */
function isOfBoth(value: unknown): value is object {
  return typeof value === 'object' && value !== null && !('token' in value) && !('began' in value);
}
