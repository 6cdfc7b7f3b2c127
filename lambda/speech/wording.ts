/** Puts lines into words: chooses a wording by the seed, fills in the parameters, and escapes them for SSML. */
import type { Content } from '../content/content.ts';
import type { QuestionFacts } from '../conversation/model/context.ts';
import type { Depth, Practice } from '../conversation/model/household.ts';
import type { Line, LineKey, Param } from '../conversation/model/lines.ts';
import { dayName, whenReminded } from './reminder-time.ts';
import { escapeSsml } from './sound.ts';
import { createTexts, type Texts } from './texts.ts';

/** How many first words make up the opening of a reply. */
const OPENING_WORDS = 3;

/** A phrase that people are told to say. The content marks it for the tests. */
const TAUGHT = /\[\[(.+?)\]\]/g;

/** A sentence that begins with a small letter. */
const SMALL_BEGINNING = /(^|[.!?]\s+)(\p{Ll})/gu;
const NO_PART_OF_A_WORD = /[^\p{L}\p{N}\s']/gu;

/** Seconds in a minute, and in a day. */
const MINUTE = 60;
const DAY = 86_400;

/** A language that is prepared for speaking. */
export interface Wording {
  locale: string;
  /**
   * The words for a line, escaped for SSML.
   *
   * @param seed - the same seed gives the same wording
   * @param avoid - an opening (see `openingOf`) that the words should not have, if there is a choice
   */
  words(line: Line, seed: number, avoid?: string): string;
  /** All questions, without their wording. */
  questions: readonly QuestionFacts[];
  /** See `Content`. */
  screenDocument: Readonly<Record<string, unknown>>;
}

/**
 * The opening of a reply: a hash of its first words, to compare the next reply with. It is not the words themselves,
 * because a reply can begin with words that somebody said.
 */
export function openingOf(words: string): string {
  const first = words
    .toLocaleLowerCase()
    .replace(NO_PART_OF_A_WORD, '')
    .trim()
    .split(/\s+/u, OPENING_WORDS)
    .join(' ');
  return mixed(0, first).toString(36);
}

/** Prepares a language for speaking. This takes some milliseconds, and is done once. */
export function createWording(content: Content): Wording {
  const language = textsOf(content);
  const texts = new Map<string, string>();
  const questions: QuestionFacts[] = [];
  for (const [practice, depths] of Object.entries(content.questions))
    for (const [depth, byId] of Object.entries(depths))
      for (const [id, text] of Object.entries(byId)) {
        texts.set(id, text);
        questions.push({ id, practice: practice as Practice, depth: depth as Depth });
      }

  for (const [id, text] of Object.entries(content.fun)) {
    texts.set(id, text);
    questions.push({ id, practice: 'fun', depth: 'light' });
  }

  // Loaded when it is first needed, which takes as long as everything else here: most replies have no list.
  let lists: Intl.ListFormat | undefined;
  const listed = (items: readonly string[]): string => {
    lists ??= new Intl.ListFormat(content.locale, { type: 'conjunction' });
    return lists.format(items);
  };
  const param = (value: Param): string => {
    if (typeof value === 'string') return value;
    if ('seconds' in value) return lengthOfTime(language, value.seconds);
    if ('question' in value) return texts.get(value.question) ?? '';
    if ('minutes' in value) return language.text('minutes', { count: value.minutes });
    if ('times' in value) return language.text('times', { count: value.times });
    if ('reminder' in value) return whenReminded(value.reminder, { language, clock: content.clock, listed });
    if ('date' in value) return dayName(content.locale, value.date, 'long');
    if ('list' in value) return listed(value.list.map((one) => param({ line: one })));
    if ('tip' in value) {
      const tips = content.tips[value.tip];
      return tips[value.number % tips.length] ?? '';
    }
    return language.text(`${value.line.key}#0`);
  };
  // A sentence begins with a capital, even if it begins with "first partner".
  const variant = (key: string, index: number, values: Record<string, string>): string =>
    language
      .text(`${key}#${index}`, values)
      .replace(SMALL_BEGINNING, (_, before: string, letter: string) => before + letter.toLocaleUpperCase());

  return {
    locale: content.locale,
    questions,
    screenDocument: content.screenDocument,
    words({ key, with: given }, seed, avoid) {
      const values: Record<string, string> = {};
      for (const name in given) values[name] = param(given[name] ?? '');
      const wording = content.lines[key];
      const count = typeof wording === 'string' ? 1 : wording.length;
      const chosen = mixed(seed, key);
      // The other wordings are needed only if an opening has to be avoided.
      if (avoid === undefined) return variant(key, chosen % count, values);
      const all = Array.from({ length: count }, (_, index) => variant(key, index, values));
      const fresh = all.filter((words) => openingOf(words) !== avoid);
      const choice = fresh.length > 0 ? fresh : all;
      return choice[chosen % choice.length] ?? '';
    },
  };
}

/** So that two lines of one reply do not always take the variant with the same number. */
function mixed(seed: number, key: string): number {
  let hash = seed >>> 0;
  for (const character of key) hash = (Math.imul(hash, 31) + (character.codePointAt(0) ?? 0)) >>> 0;
  return hash >>> 3;
}

/** The texts of a language. Each wording of a line has the key `<line>#<index>`. */
function textsOf({ locale, lines, time }: Content): Texts {
  const find = (key: string): string | undefined => {
    const [line = '', index] = key.split('#');
    if (index === undefined) return time[line];
    return [lines[line as LineKey]].flat()[Number(index)]?.replace(TAUGHT, '$1');
  };
  return createTexts(locale, find, escapeSsml);
}

/** A length of time in words, such as "half a minute". It is rounded. */
function lengthOfTime(language: Texts, seconds: number): string {
  const count = (key: string, n: number): string => language.text(key, { count: n });
  if (seconds >= DAY) {
    const days = Math.round(seconds / DAY);
    if (days >= 60) return count('months', Math.round(days / 30));
    return days >= 14 ? count('weeks', Math.round(days / 7)) : count('days', days);
  }
  if (seconds < 25) return count('seconds', Math.max(5, Math.round(seconds / 5) * 5));
  const halves = Math.max(1, Math.round(seconds / (MINUTE / 2)));
  if (halves === 1) return language.text('half-minute');
  if (halves % 2 === 0 || halves > 10) return count('minutes', Math.round(halves / 2));
  return halves === 3
    ? language.text('minute-and-a-half')
    : language.text('minutes-and-a-half', { count: (halves - 1) / 2 });
}
