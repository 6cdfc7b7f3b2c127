/** The path of four weeks: each week has one exercise, which is offered once in it. */
import { dayIn } from '../model/calendar.ts';
import type { Context } from '../model/context.ts';
import type { ExerciseId } from '../model/exercise-id.ts';
import { DAY, type Household } from '../model/household.ts';

/** The exercise of each week, the first week first. */
export const PATH = ['appreciation', 'listening', 'validation', 'weekly'] as const satisfies ExerciseId[];

/** The number of a week of the path. */
export type PathWeek = 1 | 2 | 3 | 4;

const DAYS = 7;
/** The path is offered after this many finished exercises. */
const OFFERED_AFTER = 3;

/** What the time of the path is told by. */
type Clock = Pick<Context, 'now' | 'zone'>;

/** The week of the path, by the days of the calendar where they are. Null if there is no path, or it is over. */
export function weekAt({ path }: Household, { now, zone }: Clock): PathWeek | null {
  if (!path) return null;
  const since = Date.parse(dayIn(now, zone)) - Date.parse(dayIn(path.began, zone));
  const week = 1 + Math.max(0, Math.floor(since / DAY / DAYS));
  return isPathWeek(week) ? week : null;
}

function isPathWeek(week: number): week is PathWeek {
  return week <= PATH.length;
}

/**
 * What is to be asked about the path at the beginning of a session: whether to begin one, whether to do the exercise of
 * the week, or whether to begin again because it is over. Null for nothing.
 */
export function pathDue(household: Household, clock: Clock): 'offer' | 'week' | 'over' | null {
  const { path, counts } = household;
  if (path === null) return counts.finished >= OFFERED_AFTER ? 'offer' : null;
  if (path === false) return null;
  const week = weekAt(household, clock);
  if (week === null) return 'over';
  return week > path.week ? 'week' : null;
}

/** The exercise of a week. */
export function exerciseOfWeek(week: PathWeek): ExerciseId {
  return PATH[(week - 1) as 0 | 1 | 2 | 3];
}
