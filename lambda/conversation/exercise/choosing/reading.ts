/** Decides which appreciations a recap reads out, and in which order. */
import { type Act, hold, line, say } from '../../model/act.ts';
import { asSpoken } from '../../model/appreciation.ts';
import { dayIn, daysAfter, momentOf, today } from '../../model/calendar.ts';
import type { Context, Recalled } from '../../model/context.ts';
import type { Cursor } from '../../model/dialog-state.ts';
import type { Appreciation, Recalling } from '../../model/effect.ts';
import { DAY, type Household, other, type Partner, type Period } from '../../model/household.ts';
import type { Line } from '../../model/lines.ts';
import { between } from '../../model/partner-names.ts';
import type { State } from '../../model/state.ts';

/** How many appreciations are read out in one reply. */
export const MOST = 4;
/**
 * How many appreciations are read from the store at once, so that a recap costs the same however many are stored. A
 * page of this many is less than the 4 KB that DynamoDB counts as one read.
 */
const PAGE = 8;
/** How many old ones are read from the store at once, to choose from. Few couples ask for them, and rarely. */
const OLD_PAGE = 48;
/** How many old ones are read out at most. */
export const MOST_OLD = 3;
/** How long appreciations are stored, in days. */
export const KEPT = 400;
/** The days that "a year ago" begins after: about ten to thirteen months. */
const ABOUT_A_YEAR = 300;
/** The week's recap goes back to the last recap, if that is no more than this many days ago. */
const LONGEST_WEEK = 14;

/**
 * Days in a week. Counted from the beginning of the day, so that a couple who meets every Sunday hears that of a week
 * ago too.
 */
const WEEK = 7;

/** The first and the last moment of a period, in milliseconds since 1970. */
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
    // Before this week. What has outlived its time is left out by the store.
    case 'old':
    case 'oldest':
      return { from: at(-KEPT), to: at(-WEEK) - 1 };
    case 'year-ago':
      return { from: at(-KEPT), to: at(-ABOUT_A_YEAR) - 1 };
    case 'week': {
      const week = at(-WEEK);
      const heard = recap.heard !== null && recap.heard > now - LONGEST_WEEK * DAY ? recap.heard : week;
      return { from: Math.min(week, heard), to: now };
    }
  }
}

/**
 * The request for the appreciations that a recap needs.
 *
 * @param cursor - the position to read from; absent for the beginning
 * @param by - the only partner whose appreciations are asked for; null for both
 */
export function recalling(
  period: Period,
  household: Household,
  context: Pick<Context, 'now' | 'zone' | 'seed'>,
  { after }: Cursor = BEGIN,
  by: Partner | null = null,
): Recalling {
  return {
    ...momentsOf(period, household, context),
    confirmedFrom: confirmedFrom(household, by),
    after,
    limit: isOld(period) ? OLD_PAGE : PAGE,
    // Of very many old ones, those at one end are read. The seed says at which.
    newest: period === 'old' && context.seed % 2 === 1,
    now: context.now,
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

/** The position at the beginning of a recap. */
export const BEGIN: Cursor = { after: null, done: 0 };

/** A reading: the appreciations that one reply reads out. */
export interface Reading {
  read: Appreciation[];
  /** The position after them; null if they were the last ones. */
  next: Cursor | null;
}

/**
 * The next reading: the oldest appreciations first, alternating between the partners as long as both have some.
 *
 * @param recalled - the page at the position
 * @param most - how many to read at most
 */
export function readingOf({ page, next }: Recalled, { after, done }: Cursor, most: number): Reading {
  const all = alternating(page.toSorted((one, two) => one.at - two.at));
  const read = all.slice(done, done + most);
  if (done + read.length < all.length) return { read, next: { after, done: done + read.length } };
  return { read, next: next === null ? null : { after: next, done: 0 } };
}

/** Whether it is a period before this week, of which only a few are read out. */
export function isOld(period: Period): boolean {
  return period === 'old' || period === 'oldest' || period === 'year-ago';
}

/**
 * A few old appreciations, never those that were read last. The seed chooses; the oldest ones need no choice.
 *
 * @param last - the ids of those that were read last
 */
export function oldOnesOf(
  { page }: Recalled,
  period: Period,
  { seed, last, most }: { seed: number; last: readonly string[]; most: number },
): Appreciation[] {
  const pool = page.filter(({ id }) => !last.includes(id));
  const rank = (index: number): number => Math.imul(index + 1 + (seed >>> 1), 0x9e3779b1) >>> 0;
  const chosen =
    period === 'oldest'
      ? pool
      : pool
          .map((one, index) => ({ one, rank: rank(index) }))
          .toSorted((one, two) => one.rank - two.rank)
          .map(({ one }) => one);
  return alternating(chosen.slice(0, Math.min(most, MOST_OLD)).toSorted((one, two) => one.at - two.at));
}

/** The appreciations of both partners in alternation, each partner's in their order. */
function alternating(all: readonly Appreciation[]): Appreciation[] {
  const one = all.filter(({ from }) => from === all[0]?.from);
  const two = all.filter(({ from }) => from !== all[0]?.from);
  return one
    .flatMap((appreciation, index) => [appreciation, ...two.slice(index, index + 1)])
    .concat(two.slice(one.length));
}

/**
 * Whether to offer the week's recap: the last one was heard or offered a week ago, and an appreciation was kept since
 * it was heard.
 */
export function isRecapDue(
  { recap, appreciated, since }: Household,
  context: Pick<Context, 'now' | 'zone'>,
): boolean {
  if (appreciated === null || appreciated <= (recap.heard ?? 0)) return false;
  const last = Math.max(recap.heard ?? 0, recap.offered ?? 0, since ?? appreciated);
  return daysAfter(dayIn(last, context.zone), WEEK) <= today(context);
}

/** The state after the week's recap was heard. */
export function wasHeard<S extends State>(state: S, { now }: Pick<Context, 'now'>): S {
  const { household } = state;
  return { ...state, household: { ...household, recap: { heard: now, offered: now } } };
}

/** Seconds of quiet after each appreciation. */
const BETWEEN = 3;
/** Seconds of quiet after a reading, in which they can answer each other. */
export const QUIET_AFTER = 20;

/** Reads appreciations out: who said each of whom, and then its words as they were said, with a pause after it. */
export function readAloud(state: State, read: readonly Appreciation[]): Act[] {
  return read.flatMap(({ from, text }): Act[] => [say(itemOf(state, from, asSpoken(text))), hold(BETWEEN)]);
}

/** One of them. Whoever has no nickname is named only as its author. */
function itemOf(state: State, from: Partner, text: string): Line {
  const { name, partner } = between(state, from);
  return state.household.names[other(from)] === null
    ? line('recap.item-by', { name, text })
    : line('recap.item', { name, partner, text });
}
