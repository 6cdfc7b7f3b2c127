/** When and where an utterance is said. The time zone is an IANA name, such as "America/New_York". */
export interface Moment {
  readonly now: Date;
  readonly timezone: string;
}

/** A day of the calendar, stored as its midnight in UTC, so that days can be added by plain arithmetic. */
export type Day = Date;

/** The days of the week, Sunday first. */
export const WEEKDAYS: readonly string[] = [
  'sunday',
  'monday',
  'tuesday',
  'wednesday',
  'thursday',
  'friday',
  'saturday',
];

const MILLISECONDS_A_DAY = 86_400_000;
const clocks = new Map<string, Intl.DateTimeFormat>();

function clockOf(timezone: string): Intl.DateTimeFormat {
  let clock = clocks.get(timezone);
  if (clock === undefined) {
    clock = new Intl.DateTimeFormat('en-US', {
      timeZone: timezone,
      hourCycle: 'h23',
      ...{ year: 'numeric', month: 'numeric', day: 'numeric', hour: 'numeric', minute: 'numeric' },
    });
    clocks.set(timezone, clock);
  }
  return clock;
}

/**
 * The local day, and the minutes since local midnight.
 *
 * @throws {RangeError} if the time zone is unknown.
 */
export function localTime({ now, timezone }: Moment): { today: Day; minutes: number } {
  const parts = new Map(
    clockOf(timezone)
      .formatToParts(now)
      .map((part) => [part.type, Number(part.value)]),
  );
  const part = (type: Intl.DateTimeFormatPartTypes): number => parts.get(type) ?? 0;
  return {
    today: dayOf(part('year'), part('month'), part('day')),
    minutes: part('hour') * 60 + part('minute'),
  };
}

/** A day from its year, its month (1 to 12) and its day (1 to 31). */
export function dayOf(year: number, month: number, day: number): Day {
  return new Date(Date.UTC(year, month - 1, day));
}

/** The day that is `count` days later; earlier if `count` is negative. */
export function addDays(day: Day, count: number): Day {
  return new Date(day.getTime() + count * MILLISECONDS_A_DAY);
}

/** A day as "2026-11-22". */
export function isoDay(day: Day): string {
  return day.toISOString().slice(0, 10);
}

/** The month that is `count` months after that of a day, as "2026-11". */
export function isoMonth(day: Day, count = 0): string {
  return isoDay(dayOf(day.getUTCFullYear(), day.getUTCMonth() + 1 + count, 1)).slice(0, 7);
}

/** The ISO-8601 week of a day, as "2026-W47". It belongs to the year of its Thursday. */
export function isoWeek(day: Day): string {
  const thursday = addDays(day, 4 - (day.getUTCDay() || 7));
  const year = thursday.getUTCFullYear();
  const week = Math.floor((thursday.getTime() - dayOf(year, 1, 1).getTime()) / MILLISECONDS_A_DAY / 7) + 1;
  return `${year}-W${String(week).padStart(2, '0')}`;
}
