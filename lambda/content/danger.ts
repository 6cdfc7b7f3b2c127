/** The type of what danger sounds like in a language. */
import type { Concern } from '../conversation/model/event.ts';

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
  /**
   * What couples say in a check-in that is no danger, though its words may be: "nobody is in danger", "she said she's done".
   * It is left out, and the rest judged, if the danger is doubtful and no pattern of one is found.
   */
  ordinary: readonly string[];
  /** What shows that a danger is long over, unless it has something of `present`. */
  over: readonly string[];
  present: readonly string[];
  kinds: Readonly<Record<(typeof DANGERS)[number], readonly string[]>>;
  /** Emergencies as they are said in the country, such as "call triple zero": not templates, but words. */
  emergency: readonly string[];
}
