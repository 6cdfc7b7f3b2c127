import { localTime, type Moment } from './calendar.ts';
import { numberFrom } from './number.ts';

const HALF_A_DAY = 12 * 60;
const PARTS_OF_DAY: Readonly<Record<string, string>> = {
  morning: 'MO',
  afternoon: 'AF',
  evening: 'EV',
  night: 'NI',
};
const HALF_OF_DAY = /^(.+?) ?(am|pm|a m|p m|in the morning|in the afternoon|in the evening|at night)$/;

/**
 * Reads AMAZON.TIME. An hour without a.m. or p.m. is the next such hour. [?] Amazon does not document which one a device
 * takes.
 *
 * @returns "19:00"; or "MO", "AF", "EV" or "NI" for a part of the day; null for anything else.
 * @throws {RangeError} if the time zone is needed and unknown.
 */
export function timeSlot(words: readonly string[], moment: Moment): string | null {
  const said = (words[0] === 'at' ? words.slice(1) : words).join(' ');
  const part = /^(?:in the |this |the )?(morning|afternoon|evening|night)$/.exec(said);
  if (part?.[1] !== undefined) return PARTS_OF_DAY[part[1]] ?? null;
  if (/^(noon|midday|twelve noon)$/.test(said)) return '12:00';
  if (/^(midnight|twelve midnight)$/.test(said)) return '00:00';
  const half = HALF_OF_DAY.exec(said);
  if (half?.[1] !== undefined) return inHalf(half[1], half[2] as string);
  const clock = /^(\d{1,2}):(\d{2})$/.exec(said);
  if (clock !== null && (Number(clock[1]) > 12 || said.startsWith('0'))) {
    return Number(clock[1]) < 24 && Number(clock[2]) < 60
      ? written(Number(clock[1]) * 60 + Number(clock[2]))
      : null;
  }
  const military = ofTwentyFourHours(said);
  if (military !== null) return written(military);
  const minutes = onTheDial(said);
  return minutes === null ? null : written(nextToCome(minutes, localTime(moment).minutes));
}

function inHalf(said: string, half: string): string | null {
  const minutes = onTheDial(said);
  if (minutes === null) return null;
  if (half === 'at night') return written(minutes >= 5 * 60 ? minutes + HALF_A_DAY : minutes);
  const isMorning = half === 'am' || half === 'a m' || half === 'in the morning';
  return written(isMorning ? minutes : minutes + HALF_A_DAY);
}

/** Minutes on a twelve-hour clock (0 to 719) for "seven", "7:30", "half past six" or "quarter to nine"; or null. */
function onTheDial(text: string): number | null {
  const said = text.replace(/ o'?clock$/, '');
  const digits = /^(\d{1,2}):(\d{2})$/.exec(said);
  if (digits !== null) return dial(Number(digits[1]), Number(digits[2]));
  const relative = /^(.+?)(?: minutes?)? (past|after|to|till|before) (.+)$/.exec(said);
  if (relative !== null) {
    const [, distance = '', direction = '', hour = ''] = relative;
    const minutes = /^(a )?quarter$/.test(distance)
      ? 15
      : distance === 'half'
        ? 30
        : numberFrom(distance.split(' '));
    const base = dial(numberFrom(hour.split(' ')), 0);
    if (minutes === null || minutes > 59 || base === null) return null;
    const signed = direction === 'past' || direction === 'after' ? minutes : -minutes;
    return (base + signed + HALF_A_DAY) % HALF_A_DAY;
  }
  const words = said.split(' ');
  const whole = dial(numberFrom(words), 0);
  if (whole !== null) return whole;
  const [hour = '', ...rest] = words;
  const minutes = minutesFrom(rest);
  return minutes === null ? null : dial(numberFrom([hour]), minutes);
}

/** The minutes after an hour, such as "thirty" or "oh five"; or null. "Five" alone is not read as minutes. */
function minutesFrom(words: readonly string[]): number | null {
  const [first, ...others] = words;
  if (first === 'oh' || first === 'o') return below(numberFrom(others), 10);
  const minutes = below(numberFrom(words), 60);
  return minutes !== null && minutes < 10 && words.length === 1 ? null : minutes;
}

/** Minutes since midnight for hours of a 24-hour clock, such as "nineteen thirty" or "twenty hundred hours"; or null. */
function ofTwentyFourHours(said: string): number | null {
  const hour = (words: readonly string[]): number | null => {
    const value = numberFrom(words);
    return value !== null && value < 24 && (value > 12 || value === 0) ? value : null;
  };
  const words = said.split(' ');
  const hundred = /^(.+) hundred(?: hours)?$/.exec(said);
  if (hundred?.[1] !== undefined) {
    const whole = hour(hundred[1].split(' '));
    return whole === null ? null : whole * 60;
  }
  for (const length of [1, 2]) {
    const whole = hour(words.slice(0, length));
    const minutes = minutesFrom(words.slice(length));
    if (whole !== null && minutes !== null) return whole * 60 + minutes;
  }
  return null;
}

function below(value: number | null, limit: number): number | null {
  return value !== null && value < limit ? value : null;
}

function dial(hour: number | null, minutes: number): number | null {
  if (hour === null || hour < 1 || hour > 12 || minutes > 59) return null;
  return (hour % 12) * 60 + minutes;
}

function nextToCome(minutes: number, now: number): number {
  const later = minutes > now ? minutes : minutes + HALF_A_DAY;
  return later > now ? later : minutes;
}

function written(minutes: number): string {
  const wrapped = minutes % (2 * HALF_A_DAY);
  return `${String(Math.floor(wrapped / 60)).padStart(2, '0')}:${String(wrapped % 60).padStart(2, '0')}`;
}
