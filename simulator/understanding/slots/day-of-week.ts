import { WEEKDAYS } from './calendar.ts';

/** AMAZON.DayOfWeek: the day in lower case and in the singular ("Sundays" and "on Sunday" are "sunday"), or null. */
export function dayOfWeekSlot(words: readonly string[]): string | null {
  const [word, ...others] = words[0] === 'on' || words[0] === 'every' ? words.slice(1) : words;
  if (word === undefined || others.length > 0) return null;
  return WEEKDAYS.find((day) => word === day || word === `${day}s`) ?? null;
}
