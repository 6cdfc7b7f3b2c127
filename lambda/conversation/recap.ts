/** The week's appreciations: which of them are read out, and in which order. */
import type { Context } from './context.ts';
import type { Appreciation } from './effect.ts';
import { DAY, type Day, dayOf } from './state.ts';

const WEEK = 7 * DAY;
/** So many are read at once. */
const MOST = 4;

/** The days whose appreciations have to be at hand, both included. */
export function daysOfWeek(now: number): { from: Day; to: Day } {
  return { from: dayOf(now - WEEK), to: dayOf(now) };
}

/** Those of the last seven days, the oldest first, taking turns between the two for as long as both have some. */
export function recapOf(recalled: readonly Appreciation[], { now }: Pick<Context, 'now'>): Appreciation[] {
  const week = recalled.filter(({ at }) => at > now - WEEK).toSorted((x, y) => x.at - y.at);
  const first = week[0]?.from;
  const one = week.filter(({ from }) => from === first);
  const two = week.filter(({ from }) => from !== first);
  return one
    .flatMap((appreciation, index) => [appreciation, ...two.slice(index, index + 1)])
    .concat(two.slice(one.length))
    .slice(0, MOST);
}
