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

/** The newest of the last seven days, the oldest first, taking turns between the two for as long as both have some. */
export function recapOf(recalled: readonly Appreciation[], { now }: Pick<Context, 'now'>): Appreciation[] {
  const newest = recalled.filter(({ at }) => at > now - WEEK).toSorted((x, y) => y.at - x.at);
  return inTurn(
    inTurn(newest)
      .slice(0, MOST)
      .toSorted((x, y) => x.at - y.at),
  );
}

/** One of each as long as there are, in the order they came in. */
function inTurn(all: readonly Appreciation[]): Appreciation[] {
  const one = all.filter(({ from }) => from === all[0]?.from);
  const two = all.filter(({ from }) => from !== all[0]?.from);
  return one
    .flatMap((appreciation, index) => [appreciation, ...two.slice(index, index + 1)])
    .concat(two.slice(one.length));
}
