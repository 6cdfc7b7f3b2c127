/** Puts calendar days, and the times of a reminder, into words. */
import type { Content } from '../content/content.ts';
import { type Day, WEEKDAYS, type Weekday } from '../conversation/model/calendar.ts';
import { DAY } from '../conversation/model/household.ts';
import type { ReminderTime, Rhythm } from '../conversation/model/reminder.ts';
import type { Texts } from './texts.ts';

/** The language in which it is said. */
interface Speaking {
  language: Texts;
  clock: Content['clock'];
  /** Several things in words, such as "Monday and Friday". */
  listed(items: readonly string[]): string;
}

/** A Sunday, to find the names of the days. */
const A_SUNDAY = Date.UTC(2026, 10, 22);

const MONDAY_TO_FRIDAY = ['monday', 'tuesday', 'wednesday', 'thursday', 'friday'].join();

/** When a reminder comes, such as "every Sunday at 7 PM". The time has its half of the day. */
export function whenReminded({ day, time }: ReminderTime, speaking: Speaking): string {
  const { language } = speaking;
  const { key, with: values } = patternOf(day, speaking);
  return language.text(`reminder.${key}`, { ...values, time: clockTime(time, speaking) });
}

/** The words for a pattern, and what they need besides the time. */
function patternOf(
  day: Rhythm,
  { language: { locale }, listed }: Speaking,
): { key: string; with?: Readonly<Record<string, string | number>> } {
  const named = (days: readonly Weekday[]): string => listed(days.map((one) => weekdayName(locale, one)));
  if (typeof day === 'string') return { key: day };
  if (Array.isArray(day)) {
    return day.join() === MONDAY_TO_FRIDAY
      ? { key: 'monday-to-friday' }
      : { key: 'weekdays', with: { days: named(day) } };
  }
  switch (day.every) {
    case 'days':
      return day.interval === 2 ? { key: 'second-day' } : { key: 'days', with: { count: day.interval } };
    case 'weeks': {
      const days = named(day.days);
      if (day.interval > 2) return { key: 'weeks', with: { count: day.interval, days } };
      return { key: day.days.length === 1 ? 'second-week' : 'second-weeks', with: { days } };
    }
    case 'month': {
      if ('weekday' in day) return { key: `${day.nth}-of-month`, with: { days: named([day.weekday]) } };
      if (day.date < 0) return { key: 'last-date' };
      const form = new Intl.PluralRules(locale, { type: 'ordinal' }).select(day.date);
      return { key: `date-${form}`, with: { count: day.date } };
    }
    case 'year':
      // A leap year has every date.
      return { key: 'year', with: { date: dayName(locale, `2028-${day.date}`) } };
    case 'never':
      return { key: 'once', with: { date: dayName(locale, day.on, 'long') } };
  }
}

function clockTime(time: string, { language, clock }: Speaking): string {
  return (
    new Intl.DateTimeFormat(language.locale, {
      hour: 'numeric',
      ...(time.endsWith(':00') ? {} : { minute: '2-digit' }),
      hourCycle: clock,
      timeZone: 'UTC',
    })
      .formatToParts(new Date(`1970-01-01T${time}:00Z`))
      // The full stops of Canada's "p.m." would end the sentence.
      .map(({ type, value }) => (type === 'dayPeriod' ? value.replaceAll('.', '') : value))
      .join('')
      // Some versions of Node.js put a narrow space before "PM".
      .replace(/\s/gu, ' ')
  );
}

function weekdayName(locale: string, weekday: Weekday): string {
  const date = A_SUNDAY + WEEKDAYS.indexOf(weekday) * DAY;
  return new Intl.DateTimeFormat(locale, { weekday: 'long', timeZone: 'UTC' }).format(date);
}

/** A day in words, such as "November 22", or "Sunday, November 22" with its weekday. */
export function dayName(locale: string, day: Day, weekday?: 'long'): string {
  const words = new Intl.DateTimeFormat(locale, { weekday, month: 'long', day: 'numeric', timeZone: 'UTC' });
  return words.format(new Date(`${day}T00:00:00Z`));
}
