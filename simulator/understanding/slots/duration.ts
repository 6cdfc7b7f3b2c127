import { numberFrom } from './number.ts';

/** A unit of time. */
interface Unit {
  readonly sign: 'S' | 'M' | 'H' | 'D' | 'W' | 'Mo' | 'Y';
  /** The next smaller unit, and how many of it make one. Absent if half of the unit is not a whole number of them. */
  readonly smaller?: { readonly sign: Unit['sign']; readonly per: number };
}

const SECOND: Unit = { sign: 'S' };
const MINUTE: Unit = { sign: 'M', smaller: { sign: 'S', per: 60 } };
const HOUR: Unit = { sign: 'H', smaller: { sign: 'M', per: 60 } };
const DAY: Unit = { sign: 'D', smaller: { sign: 'H', per: 24 } };
const WEEK: Unit = { sign: 'W' };
const MONTH: Unit = { sign: 'Mo' };
const YEAR: Unit = { sign: 'Y', smaller: { sign: 'Mo', per: 12 } };

const UNITS: Readonly<Record<string, Unit>> = {
  ...{ second: SECOND, seconds: SECOND, sec: SECOND, secs: SECOND, s: SECOND },
  ...{ minute: MINUTE, minutes: MINUTE, min: MINUTE, mins: MINUTE, m: MINUTE },
  ...{ hour: HOUR, hours: HOUR, hr: HOUR, hrs: HOUR, h: HOUR },
  ...{ day: DAY, days: DAY, week: WEEK, weeks: WEEK },
  ...{ month: MONTH, months: MONTH, year: YEAR, years: YEAR },
};
const ORDER: readonly Unit['sign'][] = ['Y', 'Mo', 'W', 'D', 'H', 'M', 'S'];
const FRACTIONS: Readonly<Record<string, number>> = { half: 2, quarter: 4 };

type Amounts = Partial<Record<Unit['sign'], number>>;

/**
 * Reads AMAZON.DURATION.
 *
 * @returns an ISO-8601 duration in the units that were said ("90 seconds" is "PT90S", "two and a half minutes" is
 *   "PT2M30S"); null if the words are not a duration.
 */
export function durationSlot(words: readonly string[]): string | null {
  const parts = splitAfterUnits(words.flatMap(apart));
  if (parts.length === 0) return null;
  const amounts: Amounts = {};
  let smallest = -1;
  for (const part of parts) {
    const amount = amountOf(part);
    if (amount === null) return null;
    for (const [sign, count] of amount) {
      const place = ORDER.indexOf(sign);
      if (place <= smallest) return null;
      smallest = place;
      amounts[sign] = count;
    }
  }
  return isoOf(amounts);
}

/** Splits a number from its unit: "5min" becomes two words. */
function apart(word: string): string[] {
  const match = /^(\d+(?:\.\d+)?)(\p{L}+)$/u.exec(word);
  return match?.[1] !== undefined && match[2] !== undefined ? [match[1], match[2]] : [word];
}

/** Splits words after each unit: "one minute and thirty seconds" has two parts. "and a half" stays with its unit. */
function splitAfterUnits(words: readonly string[]): string[][] {
  const parts: string[][] = [];
  let part: string[] = [];
  for (let index = 0; index < words.length; index += 1) {
    const word = words[index] as string;
    if (part.length === 0 && word === 'and' && parts.length > 0) continue;
    part.push(word);
    if (!Object.hasOwn(UNITS, word)) continue;
    const isHalfAfter =
      words.slice(index + 1, index + 4).join(' ') === 'and a half' && index + 4 === words.length;
    if (isHalfAfter) {
      part.push('and', 'a', 'half');
      index += 3;
    }
    parts.push(part);
    part = [];
  }
  return part.length === 0 ? parts : [];
}

function amountOf(part: readonly string[]): [Unit['sign'], number][] | null {
  const halfAfter = part.slice(-3).join(' ') === 'and a half';
  const core = halfAfter ? part.slice(0, -3) : part;
  const unit = UNITS[core.at(-1) ?? ''];
  if (unit === undefined) return null;
  const count = core.slice(0, -1);
  const isAbbreviated = core.at(-1)?.length === 1;
  if (isAbbreviated && !/^\d/.test(count.at(-1) ?? '')) return null;
  if (count.slice(-3).join(' ') === 'and a half')
    return halfAfter ? null : withHalf(wholeFrom(count.slice(0, -3)), unit);
  if (halfAfter) return withHalf(wholeFrom(count), unit);
  const fraction = fractionOf(count, unit);
  if (fraction !== null) return [fraction];
  const decimal = /^(\d+)\.5$/.exec(count.join(' '));
  if (decimal !== null) return withHalf(Number(decimal[1]), unit);
  const whole = wholeFrom(count);
  return whole === null ? null : [[unit.sign, whole]];
}

function wholeFrom(words: readonly string[]): number | null {
  const said = words.join(' ');
  if (said === 'a' || said === 'an') return 1;
  if (/^(a )?couple( of)?$/.test(said)) return 2;
  if (said === 'a few') return 3;
  return numberFrom(words);
}

function withHalf(whole: number | null, unit: Unit): [Unit['sign'], number][] | null {
  if (whole === null || unit.smaller === undefined) return null;
  const half: [Unit['sign'], number] = [unit.smaller.sign, unit.smaller.per / 2];
  return whole === 0 ? [half] : [[unit.sign, whole], half];
}

/** A fraction such as "half a" or "three quarters of an", in the next smaller unit; null if it is not one. */
function fractionOf(words: readonly string[], unit: Unit): [Unit['sign'], number] | null {
  const match = /^(?:(a|three) )?(half|quarter)(s)?(?: of)?(?: an?)?$/.exec(words.join(' '));
  if (match === null || unit.smaller === undefined) return null;
  const divisor = FRACTIONS[match[2] ?? ''];
  const times = match[1] === 'three' ? 3 : 1;
  if (divisor === undefined || (times === 3) !== (match[3] !== undefined) || times >= divisor) return null;
  return [unit.smaller.sign, (unit.smaller.per * times) / divisor];
}

function isoOf(amounts: Amounts): string {
  const written = (signs: readonly Unit['sign'][]): string =>
    signs
      .map((sign) => (amounts[sign] === undefined ? '' : `${amounts[sign]}${sign === 'Mo' ? 'M' : sign}`))
      .join('');
  const time = written(['H', 'M', 'S']);
  return `P${written(['Y', 'Mo', 'W', 'D'])}${time === '' ? '' : `T${time}`}`;
}
