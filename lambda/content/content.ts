/** What a language needs to be complete. A locale is data of this shape; nothing here speaks. */

import type { Depth, Practice } from '../conversation/model/household.ts';
import type { LineKey } from '../conversation/model/lines.ts';

/** One wording, or several to vary between. `{{name}}` is a parameter; `[[next]]` a phrase that people may say. */
export type Wording = string | readonly string[];

/** The commands that can be said as a whole sentence. What each means is in understanding/commands.ts. */
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

export type CommandName = (typeof COMMANDS)[number];

/** What somebody may ask help for without asking. */
export const CONCERNS = ['self-harm', 'unsafe', 'emergency'] as const;

/** How words in a slot are understood when the slot was asked for and took whatever was said. */
export interface Hearing {
  /** The words of a sample before its slot, by slot, so that a sentence can be kept as it was said. */
  carriers: Readonly<Record<string, string>>;
  /** The phrases for each command. */
  commands: Readonly<Record<CommandName, readonly string[]>>;
  /** Words around a name that are not part of it, and answers that are no name. */
  names: { before: readonly string[]; after: readonly string[]; not: readonly string[] };
  /** Phrases that thank and sting in one. */
  barbed: readonly string[];
  /** Phrases that ask for help without asking, by concern. */
  concerns: Readonly<Record<(typeof CONCERNS)[number], readonly string[]>>;
  /** Phrases that only look like one of those. */
  idioms: readonly string[];
}

export interface Content {
  locale: string;
  /** The time zone of most who speak it, as the IANA names it. */
  zone: string;
  /** Whether people count the hours of a day to 12, with the half of the day, or to 23; Intl's own terms. */
  clock: 'h12' | 'h23';
  lines: Readonly<Record<LineKey, Wording>>;
  /** Reflection questions by practice, depth and id. An id is the letters of its cell and a number, and never changes. */
  questions: Readonly<Record<Practice, Readonly<Record<Depth, Readonly<Record<string, string>>>>>>;
  /** Tips of the day by practice. */
  tips: Readonly<Record<Practice, readonly string[]>>;
  /** Lengths of time and numbers of times, in i18next's plural forms. */
  time: Readonly<Record<string, string>>;
  hearing: Hearing;
}

/** The phrases for each command: those of the interaction model (commands.json is made from it), and what is heard besides. */
export function withBesides(
  samples: Hearing['commands'],
  besides: Partial<Hearing['commands']>,
): Hearing['commands'] {
  const all = { ...samples };
  for (const command of COMMANDS) all[command] = [...samples[command], ...(besides[command] ?? [])];
  return all;
}
