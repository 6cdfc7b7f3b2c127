import { nextHour } from '../model/calendar.ts';
import type { Context } from '../model/context.ts';

/** A night lasts until this hour of their own clock. */
const NIGHT_ENDS = 5;

/** The moment (ms since 1970) at which the night without saving ends. */
export function nightEnds({ now, zone }: Context): number {
  return nextHour(now, NIGHT_ENDS, zone);
}
