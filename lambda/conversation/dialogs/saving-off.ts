/** How long nothing is saved after "don't save tonight". */
import { nextHour } from '../model/calendar.ts';
import type { Context } from '../model/context.ts';

/** The local hour at which the night ends. */
const NIGHT_ENDS = 5;

/** The moment at which the night ends, in milliseconds since 1970. */
export function nightEnds({ now, zone }: Context): number {
  return nextHour(now, NIGHT_ENDS, zone);
}
