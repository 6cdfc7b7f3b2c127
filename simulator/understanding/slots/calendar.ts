/** When and where an utterance is said; the time zone is an IANA name, such as "America/New_York". */
export interface Moment {
  readonly now: Date;
  readonly timezone: string;
}

/** A day of the calendar, held as its midnight in UTC so that adding days is plain arithmetic. */
export type Day = Date;

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

/** The day and the minutes since midnight that a clock on the wall shows. Throws a RangeError for an unknown time zone. */
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

/** The day of a year, a month from 1 and a day from 1. */
export function dayOf(year: number, month: number, day: number): Day {
  return new Date(Date.UTC(year, month - 1, day));
}

export function addDays(day: Day, count: number): Day {
  return new Date(day.getTime() + count * MILLISECONDS_A_DAY);
}

/** "2026-11-22". */
export function isoDay(day: Day): string {
  return day.toISOString().slice(0, 10);
}

/** "2026-11", `count` months after the month of `day`. */
export function isoMonth(day: Day, count = 0): string {
  return isoDay(dayOf(day.getUTCFullYear(), day.getUTCMonth() + 1 + count, 1)).slice(0, 7);
}

/** "2026-W47": the ISO-8601 week, which belongs to the year of its Thursday. */
export function isoWeek(day: Day): string {
  const thursday = addDays(day, 4 - (day.getUTCDay() || 7));
  const year = thursday.getUTCFullYear();
  const week = Math.floor((thursday.getTime() - dayOf(year, 1, 1).getTime()) / MILLISECONDS_A_DAY / 7) + 1;
  return `${year}-W${String(week).padStart(2, '0')}`;
}
