import { WEEKDAYS } from './calendar.ts';

/** Reads AMAZON.DayOfWeek: a day in lower case and in the singular, so that "Sundays" is "sunday"; null if it is not one. */
export function dayOfWeekSlot(words: readonly string[]): string | null {
  const [word, ...others] = words[0] === 'on' || words[0] === 'every' ? words.slice(1) : words;
  if (word === undefined || others.length > 0) return null;
  return WEEKDAYS.find((day) => word === day || word === `${day}s`) ?? null;
}
