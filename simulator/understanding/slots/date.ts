import {
  addDays,
  type Day,
  dayOf,
  isoDay,
  isoMonth,
  isoWeek,
  localTime,
  type Moment,
  WEEKDAYS,
} from './calendar.ts';
import { numberFrom } from './number.ts';

const MONTHS: readonly string[] = [
  ...['january', 'february', 'march', 'april', 'may', 'june', 'july', 'august', 'september', 'october'],
  ...['november', 'december'],
];
const ORDINALS: ReadonlyMap<string, string> = new Map(
  Object.entries({
    ...{ first: 'one', second: 'two', third: 'three', fifth: 'five', eighth: 'eight', ninth: 'nine' },
    ...{ twelfth: 'twelve', twentieth: 'twenty', thirtieth: 'thirty' },
  }),
);
const FROM_TODAY: ReadonlyMap<string, number> = new Map(
  Object.entries({
    ...{ today: 0, tonight: 0, tomorrow: 1, yesterday: -1, 'last night': -1, 'tomorrow night': 1 },
    ...{ 'the day after tomorrow': 2, 'day after tomorrow': 2 },
    ...{ 'the day before yesterday': -2, 'day before yesterday': -2 },
  }),
);
const OFFSETS: ReadonlyMap<string, number> = new Map(
  Object.entries({ this: 0, next: 1, last: -1, past: -1 }),
);

/**
 * Reads AMAZON.DATE. A weekday alone is today or the next such day; "next tuesday" is the one in the week after this one.
 *
 * @returns a date in Amazon's formats: a day "2026-11-22", a week "2026-W47", a weekend "2026-W47-WE", a month "2026-11",
 *   a year "2026", or "PRESENT_REF" for now; null for anything else.
 * @throws {RangeError} if the time zone is unknown.
 */
export function dateSlot(words: readonly string[], moment: Moment): string | null {
  const [head, ...tail] = words;
  if (head === undefined) return null;
  if (head === 'on' || head === 'for') return tail.length > 0 ? dateSlot(tail, moment) : null;
  const said = words.join(' ');
  if (said === 'now' || said === 'right now') return 'PRESENT_REF';
  const iso = /^(\d{4}) (\d{1,2}) (\d{1,2})$/.exec(said);
  if (iso !== null) return existing(Number(iso[1]), Number(iso[2]), Number(iso[3]));
  const { today } = localTime(moment);
  const days = FROM_TODAY.get(said);
  if (days !== undefined) return isoDay(addDays(today, days));
  return period(words, today) ?? weekday(words, today) ?? distance(words, today) ?? dayOfMonth(words, today);
}

/** "this week", "the last month", "next weekend", "next year". */
function period(words: readonly string[], today: Day): string | null {
  const [which, what, ...others] = words[0] === 'the' ? words.slice(1) : words;
  const offset = OFFSETS.get(which ?? '');
  if (offset === undefined || others.length > 0) return null;
  if (what === 'week') return isoWeek(addDays(today, offset * 7));
  if (what === 'weekend') return `${isoWeek(addDays(today, offset * 7))}-WE`;
  if (what === 'month') return isoMonth(today, offset);
  if (what === 'year') return String(today.getUTCFullYear() + offset);
  return null;
}

/** "sunday", "this sunday", "next tuesday", "last friday". */
function weekday(words: readonly string[], today: Day): string | null {
  const name = words.at(-1) ?? '';
  const which = words.slice(0, -1).join(' ');
  const target = WEEKDAYS.indexOf(name);
  if (target < 0) return null;
  const ahead = (target - today.getUTCDay() + 7) % 7;
  if (which === '' || which === 'this' || which === 'this coming') return isoDay(addDays(today, ahead));
  if (which === 'last') return isoDay(addDays(today, ahead - 7));
  if (which !== 'next') return null;
  const mondayFirst = (day: number): number => (day + 6) % 7;
  return isoDay(addDays(today, 7 + mondayFirst(target) - mondayFirst(today.getUTCDay())));
}

/** "in three days", "two weeks ago", "a week from now". */
function distance(words: readonly string[], today: Day): string | null {
  const match = /^(in )?(.+) (days?|weeks?)( ago| from now| from today)?$/.exec(words.join(' '));
  if (match === null || (match[1] === undefined) === (match[4] === undefined)) return null;
  const said = match[2] ?? '';
  const count = said === 'a' ? 1 : numberFrom(said.split(' '));
  if (count === null || count > 3_650) return null;
  const days = count * (match[3]?.startsWith('week') ? 7 : 1);
  return isoDay(addDays(today, match[4] === ' ago' ? -days : days));
}

/** "november", "november 22nd", "the 22nd of november", "november twenty second 2027", "the 22nd". */
function dayOfMonth(words: readonly string[], today: Day): string | null {
  const rest = words.filter((word) => word !== 'the' && word !== 'of');
  const place = rest.findIndex((word) => MONTHS.includes(word));
  if (place < 0)
    return words[0] === 'the' && rest.length === words.length - 1 ? nextOfMonth(ordinal(rest), today) : null;
  const month = MONTHS.indexOf(rest[place] as string) + 1;
  if (rest.length === 1) return words.length === 1 ? monthAhead(month, today) : null;
  const before = rest.slice(0, place);
  const after = rest.slice(place + 1);
  const year = /^\d{4}$/.test(after.at(-1) ?? '') ? Number(after.pop()) : null;
  if (before.length > 0 && after.length > 0) return null;
  if (before.length === 0 && after.length === 0)
    return year === null ? null : isoMonth(dayOf(year, month, 1));
  const day = ordinal(before.length > 0 ? before : after);
  if (day === null) return null;
  if (year !== null) return existing(year, month, day);
  const thisYear = today.getUTCFullYear();
  for (let ahead = 0; ahead <= 8; ahead += 1) {
    const date = existing(thisYear + ahead, month, day);
    if (date !== null && date >= isoDay(today)) return date;
  }
  return null;
}

function monthAhead(month: number, today: Day): string {
  const passed = month < today.getUTCMonth() + 1;
  return isoMonth(dayOf(today.getUTCFullYear() + (passed ? 1 : 0), month, 1));
}

function nextOfMonth(day: number | null, today: Day): string | null {
  if (day === null) return null;
  for (let ahead = 0; ahead <= 2; ahead += 1) {
    const first = dayOf(today.getUTCFullYear(), today.getUTCMonth() + 1 + ahead, 1);
    const date = existing(first.getUTCFullYear(), first.getUTCMonth() + 1, day);
    if (date !== null && date >= isoDay(today)) return date;
  }
  return null;
}

/** A day of a month, such as "22nd", "22", "twenty second" or "twenty two"; null for anything else. */
function ordinal(words: readonly string[]): number | null {
  const last = words.at(-1) ?? '';
  const digits = /^(\d{1,2})(?:st|nd|rd|th)?$/.exec(last);
  const cardinal = digits?.[1] ?? ORDINALS.get(last) ?? (last.endsWith('th') ? last.slice(0, -2) : last);
  const value = numberFrom([...words.slice(0, -1), cardinal]);
  return value !== null && value >= 1 && value <= 31 ? value : null;
}

function existing(year: number, month: number, day: number): string | null {
  const date = dayOf(year, month, day);
  return date.getUTCMonth() === month - 1 && date.getUTCDate() === day ? isoDay(date) : null;
}
