import { describe, expect, it } from 'vitest';
import type { Kept } from '../../lambda/conversation/model/household.ts';
import { merged } from '../../lambda/household/merging.ts';
import { aHousehold, aPlace, NOW } from './records.ts';

function kept(household: Parameters<typeof aHousehold>[0] = {}, place: Kept['place'] = aPlace()): Kept {
  return { household: aHousehold(household), place };
}

/** The same, with the keys of every object in the opposite order. */
const reordered = (one: Kept): Kept =>
  JSON.parse(JSON.stringify(one), (_key, value: unknown) =>
    typeof value === 'object' && value !== null && !Array.isArray(value)
      ? Object.fromEntries(Object.entries(value).toReversed())
      : value,
  );

describe('two writes of one household', () => {
  const base = kept();

  it('are merged: our value where we changed it, their value for the rest', () => {
    const theirs = kept({ names: { a: 'Ana', b: 'Bob' }, zone: 'Europe/Berlin' }, null);
    const ours = kept({ names: { a: 'Anna', b: 'Bo' }, next: 'b' });
    expect(merged(theirs, ours, base)).toEqual(
      kept({ names: { a: 'Anna', b: 'Bob' }, zone: 'Europe/Berlin', next: 'b' }, null),
    );
  });

  it('are merged with one whole path, not with the week of one and the beginning of another', () => {
    const before = kept({ path: { began: 1000, week: 1 } });
    const theirs = kept({ path: { began: 9000, week: 1 } });
    const ours = kept({ path: { began: 1000, week: 2 } });
    expect(merged(theirs, ours, before)).toEqual(ours);
  });

  it('are merged with our place if we moved it', () => {
    const theirs = kept({}, aPlace({ step: 'get-it.a' }));
    const ours = kept({}, aPlace({ step: 'talk.b' }));
    expect(merged(theirs, ours, base)).toEqual(ours);
    expect(merged(theirs, kept({}, null), base)).toEqual(kept({}, null));
  });

  it('are merged with all of ours that differs from theirs if nothing was read before', () => {
    const theirs = kept({ next: 'b' }, null);
    const ours = kept({ zone: 'Europe/Berlin' });
    expect(merged(theirs, ours, null)).toEqual(ours);
  });

  it('are merged with the later of two deletion marks', () => {
    const theirs = kept({ erased: { a: NOW, b: NOW } });
    const ours = kept({ erased: { a: NOW + 1, b: null } });
    expect(merged(theirs, ours, base).household.erased).toEqual({ a: NOW + 1, b: NOW });
  });

  it('are merged without what we left out since', () => {
    const slow = kept({ settings: { minutes: 20, slow: true } });
    const usual = kept({ settings: { minutes: 20 } });
    expect(merged(slow, usual, slow).household.settings).toEqual({ minutes: 20 });
    expect(merged(slow, usual, usual).household.settings).toEqual({ minutes: 20, slow: true });
  });

  it('do not differ just because their keys are in another order', () => {
    const theirs = kept({ settings: { minutes: 5 } }, null);
    expect(merged(theirs, reordered(base), base)).toEqual(theirs);
  });
});
