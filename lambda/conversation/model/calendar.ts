/** Calendar days and local times in a time zone. */

/** A calendar day, `2026-11-22`. */
export type Day = string;

export const WEEKDAYS = [
  'sunday',
  'monday',
  'tuesday',
  'wednesday',
  'thursday',
  'friday',
  'saturday',
] as const;

export type Weekday = (typeof WEEKDAYS)[number];

/** The formatters that were made before, by time zone. */
const clocks = new Map<string, Intl.DateTimeFormat>();

/**
 * The formatter for a time zone. It is made once and kept, because making one is slow.
 *
 * @throws RangeError if there is no such zone
 */
function clockOf(zone: string): Intl.DateTimeFormat {
  const known = clocks.get(zone);
  if (known !== undefined) return known;
  const clock = new Intl.DateTimeFormat('en-US', {
    timeZone: zone,
    hourCycle: 'h23',
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
    hour: '2-digit',
    minute: '2-digit',
    second: '2-digit',
  });
  clocks.set(zone, clock);
  return clock;
}

/** Whether this is a time zone that Intl knows. */
export function isZone(zone: string): boolean {
  try {
    clockOf(zone);
    return true;
  } catch {
    return false;
  }
}

/**
 * The local time in a zone, given as the moment in UTC at which a clock shows the same. Both in milliseconds since
 * 1970.
 */
function wallOf(moment: number, zone: string): number {
  const parts = clockOf(zone).formatToParts(new Date(moment));
  const of = (type: string): number => Number(parts.find((part) => part.type === type)?.value ?? 0);
  return Date.UTC(of('year'), of('month') - 1, of('day'), of('hour'), of('minute'), of('second'));
}

/** The calendar day in the household's time zone. */
export function today({ now, zone }: { now: number; zone: string }): Day {
  return dayIn(now, zone);
}

/** The calendar day of a moment (milliseconds since 1970) in a time zone. */
export function dayIn(moment: number, zone: string): Day {
  return new Date(wallOf(moment, zone)).toISOString().slice(0, 10);
}

/** The local time of a moment (milliseconds since 1970), such as `2026-11-22T19:00:00.000`, without its zone. */
export function wallClock(moment: number, zone: string): string {
  return new Date(wallOf(moment, zone)).toISOString().slice(0, -1);
}

/**
 * The moment at which a local hour of a day begins, in milliseconds since 1970. If a change of the clocks skips that
 * hour, the first moment after it.
 */
export function momentOf(day: Day, hour: number, zone: string): number {
  const wall = Date.parse(`${day}T00:00:00Z`) + hour * 3_600_000;
  let moment = wall;
  // Two rounds, because the first guess may lie on the other side of a change of the clocks.
  for (let round = 0; round < 2; round += 1) moment = wall - (wallOf(moment, zone) - floored(moment));
  return moment + Math.max(0, wall - wallOf(moment, zone));
}

/** Whether this is a day of the calendar, such as `2026-11-22`. */
export function isDay(text: string): text is Day {
  const moment = Date.parse(`${text}T00:00:00Z`);
  return !Number.isNaN(moment) && new Date(moment).toISOString().slice(0, 10) === text;
}

/** The day that is this many days after another. A negative number gives a day before it. */
export function daysAfter(day: Day, days: number): Day {
  return new Date(Date.parse(`${day}T00:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10);
}

/** The next moment after this one at which a local hour begins, in milliseconds since 1970. */
export function nextHour(moment: number, hour: number, zone: string): number {
  const today = dayIn(moment, zone);
  const at = momentOf(today, hour, zone);
  return at > moment ? at : momentOf(daysAfter(today, 1), hour, zone);
}

function floored(moment: number): number {
  return Math.floor(moment / 1000) * 1000;
}
