/** Which appreciations are read out, and in which order. */
import { type Act, hold, line, say } from '../../model/act.ts';
import { asSpoken } from '../../model/appreciation.ts';
import { dayIn, daysAfter, momentOf, today } from '../../model/calendar.ts';
import type { Context, Recalled } from '../../model/context.ts';
import type { Cursor } from '../../model/dialog-state.ts';
import type { Appreciation, Recalling } from '../../model/effect.ts';
import { DAY, type Household, other, type Partner, type Period } from '../../model/household.ts';
import { called } from '../../model/partner-names.ts';
import type { State } from '../../model/state.ts';

/** How many are read out at once. */
export const MOST = 4;
/**
 * How many are asked for at once, so that a recap costs the same whatever has been kept over the years. A page of this
 * many is less than the 4 KB that DynamoDB counts as one read.
 */
const PAGE = 8;
/** What was kept since the last recap belongs to the week, if that is no more than this many days ago. */
const LONGEST_WEEK = 14;

/** A week goes back to the same day of the week before: those who meet every Sunday hear the last one. */
const WEEK = 7;

/** The moments between which the appreciations of a period lie. */
function momentsOf(
  period: Period,
  { recap }: Household,
  { now, zone }: Pick<Context, 'now' | 'zone'>,
): { from: number; to: number } {
  const day = dayIn(now, zone);
  const at = (days: number): number => momentOf(daysAfter(day, days), 0, zone);
  switch (period) {
    case 'today':
      return { from: at(0), to: now };
    case 'yesterday':
      return { from: at(-1), to: at(0) - 1 };
    case 'last-week':
      return { from: at(-2 * WEEK), to: at(-WEEK) - 1 };
    case 'week': {
      const week = at(-WEEK);
      const heard = recap.heard !== null && recap.heard > now - LONGEST_WEEK * DAY ? recap.heard : week;
      return { from: Math.min(week, heard), to: now };
    }
  }
}

/** What has to be at hand to read on from a point. */
export function recalling(
  period: Period,
  household: Household,
  context: Pick<Context, 'now' | 'zone'>,
  { after }: Cursor = BEGIN,
  by: Partner | null = null,
): Recalling {
  return {
    ...momentsOf(period, household, context),
    confirmedFrom: confirmedFrom(household, by),
    after,
    limit: PAGE,
    newest: false,
  };
}

/**
 * The moments from which on each partner's appreciations may be heard. What was deleted is left out even if it is still
 * stored, and so is what is older than this household.
 *
 * @param by - the only partner whose words are asked for; null for both
 */
export function confirmedFrom(
  { erased, since }: Household,
  by: Partner | null = null,
): Recalling['confirmedFrom'] {
  const from = (who: Partner): number | null =>
    by === other(who) ? null : Math.max((erased[who] ?? -1) + 1, since ?? 0);
  return { a: from('a'), b: from('b') };
}

/** The beginning of a reading. */
export const BEGIN: Cursor = { after: null, done: 0 };

/** What is read out now. */
export interface Reading {
  read: Appreciation[];
  /** Where it goes on; null if that was all. */
  next: Cursor | null;
}

/** What to read from a point on: the oldest first, taking turns between the two as long as both have some. */
export function readingOf({ page, next }: Recalled, { after, done }: Cursor, most: number): Reading {
  const all = inTurn(page.toSorted((one, two) => one.at - two.at));
  const read = all.slice(done, done + most);
  if (done + read.length < all.length) return { read, next: { after, done: done + read.length } };
  return { read, next: next === null ? null : { after: next, done: 0 } };
}

/** One of each as long as there are, in the order they came in. */
function inTurn(all: readonly Appreciation[]): Appreciation[] {
  const one = all.filter(({ from }) => from === all[0]?.from);
  const two = all.filter(({ from }) => from !== all[0]?.from);
  return one
    .flatMap((appreciation, index) => [appreciation, ...two.slice(index, index + 1)])
    .concat(two.slice(one.length));
}

/** Whether the week should be offered: it is a week since that was done, and something was kept since it was heard. */
export function isRecapDue(
  { recap, appreciated, since }: Household,
  context: Pick<Context, 'now' | 'zone'>,
): boolean {
  if (appreciated === null || appreciated <= (recap.heard ?? 0)) return false;
  const last = Math.max(recap.heard ?? 0, recap.offered ?? 0, since ?? appreciated);
  return daysAfter(dayIn(last, context.zone), WEEK) <= today(context);
}

/** From here on the week begins anew. */
export function wasHeard<S extends State>(state: S, { now }: Pick<Context, 'now'>): S {
  const { household } = state;
  return { ...state, household: { ...household, recap: { heard: now, offered: now } } };
}

/** Seconds of quiet after each appreciation. */
const BETWEEN = 3;

/** Each in its author's own words, with a pause after it. */
export function readAloud(state: State, read: readonly Appreciation[]): Act[] {
  return read.flatMap(({ from, text }): Act[] => [
    say(line('recap.item', { name: called(state, from), text: asSpoken(text) })),
    hold(BETWEEN),
  ]);
}
