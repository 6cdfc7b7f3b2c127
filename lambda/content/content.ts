/** The type of the content of a language. The content of a locale is data of this type. */
import type { Concern } from '../conversation/model/event.ts';
import type { Depth, Practice } from '../conversation/model/household.ts';
import type { LineKey } from '../conversation/model/lines.ts';

/**
 * One wording of a line, or several to choose from. `{{name}}` is a parameter, `[[next]]` is a phrase that people can
 * say.
 */
export type Wording = string | readonly string[];

/** The commands that can be said as a whole utterance. Their events are in understanding/commands.ts. */
export const COMMANDS = [
  'yes',
  'no',
  'next',
  'skip',
  'rather-not',
  'stop',
  'help',
  'repeat',
  'pause',
  'where',
  'time-left',
  'more-time',
  'support',
  'start-over',
  'resume',
  'another',
  'menu',
  'progress',
  'tip',
  'done',
  'appreciation',
  'recap',
  'recap-for-me',
  'recap-by-me',
  'take-back',
  'reword',
  'kept',
  'who-hears',
  'dont-save',
  'save-again',
  'forget-us',
  'forget-me',
  'forget-my-voice',
  'forget-said-by-me',
  'send',
  'remind',
  'remind-every-day',
  'when-reminded',
  'unremind',
  'learn-voice',
  'it-is-me',
] as const;

/** The name of a command. */
export type CommandName = (typeof COMMANDS)[number];

/**
 * The dangers that are listened for. If several are heard at once, the first of these is answered: what may be too late
 * in a minute, then somebody who cannot call for help alone, then lives, then harm by and to the one who speaks.
 */
export const DANGERS = [
  'emergency',
  'child',
  'other-self-harm',
  'self-harm',
  'hurt-someone',
  'unsafe',
  'coercion',
] as const satisfies readonly Concern[];

/** What danger sounds like in a language. The templates are those of understanding/patterns.ts. */
export interface Danger {
  /** What a word ends with, and that in full: "n't" is " not". */
  endings: Readonly<Record<string, string>>;
  /** Words and phrases, and how the templates spell them. */
  spellings: Readonly<Record<string, string>>;
  /** Words that are left out, with spaces between them. */
  fillers: string;
  /** A word, and those that mean the same in the templates of `kinds`. */
  same: Readonly<Record<string, string>>;
  /**
   * Three words, and the regular verbs whose forms they stand for: the base, the past and "he ...s", and "...ing".
   */
  verbs: Readonly<Record<string, string>>;
  classes: Readonly<Record<string, string>>;
  /** What only sounds like danger. It is taken out before anything is looked for. */
  harmless: readonly string[];
  /** What shows that a sentence is a joke. Then a template that begins with "? " does not count. */
  jokes: readonly string[];
  /** What shows that a danger is long over, unless it has something of `present`. */
  over: readonly string[];
  present: readonly string[];
  kinds: Readonly<Record<(typeof DANGERS)[number], readonly string[]>>;
  /** Emergencies as they are said in the country, such as "call triple zero": not templates, but words. */
  emergency: readonly string[];
}

/** The phrases by which words in a slot are understood. */
export interface Hearing {
  /** The words of a sample before its slot, by slot. With them a sentence can be kept as it was said. */
  carriers: Readonly<Record<string, string>>;
  /** The phrases for each command. */
  commands: Readonly<Record<CommandName, readonly string[]>>;
  /** Words around a name that are not part of it, and answers that are no name. */
  names: { before: readonly string[]; after: readonly string[]; not: readonly string[] };
  /** Phrases that show that an appreciation contains a reproach. */
  barbed: readonly string[];
  /** Phrases that only sound like one of those. */
  idioms: readonly string[];
  danger: Danger;
}

/** The content of a language. */
export interface Content {
  locale: string;
  /** The IANA name of the time zone in which most of its speakers live. */
  zone: string;
  /** Whether the hours of a day are counted to 12 or to 23, in the terms of Intl. */
  clock: 'h12' | 'h23';
  /** The wording of every line. */
  lines: Readonly<Record<LineKey, Wording>>;
  /**
   * Reflection questions by practice, depth and id. An id is two letters for the practice and depth and a number. It
   * never changes.
   */
  questions: Readonly<Record<Practice, Readonly<Record<Depth, Readonly<Record<string, string>>>>>>;
  /** Tips of the day by practice. */
  tips: Readonly<Record<Practice, readonly string[]>>;
  /** Lengths of time and numbers of times, in i18next's plural forms. */
  time: Readonly<Record<string, string>>;
  hearing: Hearing;
}

/**
 * The phrases for each command.
 *
 * @param samples - those of the interaction model, from which commands.json is made
 * @param besides - further ones
 */
export function withBesides(
  samples: Hearing['commands'],
  besides: Partial<Hearing['commands']>,
): Hearing['commands'] {
  const all = { ...samples };
  for (const command of COMMANDS) all[command] = [...samples[command], ...(besides[command] ?? [])];
  return all;
}
