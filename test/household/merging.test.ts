import { describe, expect, it } from 'vitest';
import type { Household } from '../../lambda/conversation/household.ts';
import { merged } from '../../lambda/household/merging.ts';
import { aHousehold, NOW } from './records.ts';

/** The same household, with the keys of every object in the opposite order. */
const reordered = (household: Household): Household =>
  JSON.parse(JSON.stringify(household), (_key, value: unknown) =>
    typeof value === 'object' && value !== null && !Array.isArray(value)
      ? Object.fromEntries(Object.entries(value).toReversed())
      : value,
  );

describe('two writes of one household', () => {
  const base = aHousehold();

  it('are merged: our value where we changed it, their value for the rest', () => {
    const theirs = aHousehold({ names: { a: 'Ana', b: 'Bob' }, zone: 'Europe/Berlin', place: null });
    const ours = aHousehold({ names: { a: 'Anna', b: 'Bo' }, next: 'b' });
    expect(merged(theirs, ours, base)).toEqual({
      ...base,
      names: { a: 'Anna', b: 'Bob' },
      zone: 'Europe/Berlin',
      place: null,
      next: 'b',
    });
  });

  it('are merged with the later of two deletion marks', () => {
    const theirs = aHousehold({ erased: { a: NOW, b: NOW } });
    const ours = aHousehold({ erased: { a: NOW + 1, b: null } });
    expect(merged(theirs, ours, base).erased).toEqual({ a: NOW + 1, b: NOW });
  });

  it('do not differ just because their keys are in another order', () => {
    const theirs = aHousehold({ place: null, settings: { minutes: 5 } });
    expect(merged(theirs, reordered(base), base)).toEqual(theirs);
  });
});
