import { isDeepStrictEqual } from 'node:util';

/** Whether a name is a time zone of the IANA database. */
export function isTimezone(name: string): boolean {
  // JavaScript also accepts offsets such as +05:00, which are not in the database.
  if (!/^[A-Za-z]/u.test(name)) return false;
  try {
    new Intl.DateTimeFormat('en-US', { timeZone: name });
    return true;
  } catch {
    return false;
  }
}

const MILLISECONDS_PER_DAY = 86_400_000;

const LOCAL_TIME = /^(\d{4})-(\d{2})-(\d{2})(?:T(\d{2}):(\d{2})(?::(\d{2}))?)?$/u;

/**
 * Reads a local time such as `2026-11-22T19:00:00` in a time zone. The seconds, or the whole time of day, may be left
 * out. A time that a change of the clocks skips is moved after the gap by its length (in New York 2:30 becomes 3:30), and
 * of a time that comes twice it is the first.
 *
 * @param timezone an IANA name.
 * @returns null if the text is not a time of the calendar.
 */
export function readLocalTime(text: string, timezone: string): Date | null {
  const fields = fieldsOf(text);
  if (fields === null) return null;
  const [year = 0, month = 0, day = 0, hour = 0, minute = 0, second = 0] = fields;
  const wall = Date.UTC(year, month - 1, day, hour, minute, second);
  // Date.UTC turns 30 February into 2 March; such a date does not come back as it was written.
  if (!isDeepStrictEqual(fieldsOf(new Date(wall).toISOString().slice(0, 19)), fields)) return null;
  // No place is a day ahead of UTC or behind it, so that these are the offsets before and after any change near that time.
  const before = offsetAt(wall - MILLISECONDS_PER_DAY, timezone);
  const after = offsetAt(wall + MILLISECONDS_PER_DAY, timezone);
  // With the offset before a change the earlier of two moments is found, and the one after a gap.
  const found = [before, after].find((offset) => offsetAt(wall - offset, timezone) === offset) ?? before;
  return new Date(wall - found);
}

/** Year, month, day, hour, minute and second. */
function fieldsOf(text: string): number[] | null {
  const parts = LOCAL_TIME.exec(text);
  return parts === null ? null : parts.slice(1).map((part) => Number(part ?? 0));
}

/** Milliseconds by which the local time of a zone is ahead of UTC at a moment. */
function offsetAt(moment: number, timezone: string): number {
  const fields = new Intl.DateTimeFormat('en-US', {
    timeZone: timezone,
    hourCycle: 'h23',
    year: 'numeric',
    month: 'numeric',
    day: 'numeric',
    hour: 'numeric',
    minute: 'numeric',
    second: 'numeric',
  }).formatToParts(new Date(moment));
  const field = (type: string) => Number(fields.find((part) => part.type === type)?.value ?? 0);
  const wall = Date.UTC(
    field('year'),
    field('month') - 1,
    field('day'),
    field('hour'),
    field('minute'),
    field('second'),
  );
  return wall - Math.floor(moment / 1000) * 1000;
}
