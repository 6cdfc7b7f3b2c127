/** Two writes of one household, from two devices, as one (docs/decisions/0014). */
import { isDeepStrictEqual } from 'node:util';
import type { Household } from '../conversation/household.ts';

/**
 * What both wrote: ours where we changed something since `base`, theirs in everything else; of two deletions the later.
 *
 * @param base - the household as we last read or saved it; null where we never did
 */
export function merged(theirs: Household, ours: Household, base: Household | null): Household {
  return {
    ...mergedFields({ ...theirs }, { ...ours }, { ...(base ?? theirs) }),
    erased: {
      a: later(theirs.erased.a, ours.erased.a),
      b: later(theirs.erased.b, ours.erased.b),
    },
  };
}

function later(one: number | null, two: number | null): number | null {
  return one === null || two === null ? (one ?? two) : Math.max(one, two);
}

/** Field by field, and within the fields that hold one thing for each of the two. */
function mergedFields<T extends object>(theirs: T, ours: T, base: T): T {
  const result = { ...theirs };
  for (const field of Object.keys(ours) as (keyof T)[]) {
    if (isDeepStrictEqual(ours[field], base[field])) continue;
    const [one, two, before] = [theirs[field], ours[field], base[field]];
    result[field] = isOfBoth(one) && isOfBoth(two) && isOfBoth(before) ? mergedFields(one, two, before) : two;
  }
  return result;
}

/** True for names, voices and the like; a place or a reminder is one thing. */
function isOfBoth(value: unknown): value is object {
  return typeof value === 'object' && value !== null && !('step' in value) && !('token' in value);
}
