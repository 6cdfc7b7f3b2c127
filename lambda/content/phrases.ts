/** What words can mean, and the phrases and the costs by which a language tells it. */

/** What words can mean. The event of each meaning is in understanding/meanings.ts. */
export const MEANINGS = [
  'yes',
  'no',
  'not-quite',
  'done',
  'next',
  'skip',
  'rather-not',
  'keep-it',
  'delete-it',
  'stop',
  'pause',
  'long-pause',
  'interrupted',
  'resume',
  'repeat',
  'help',
  'where',
  'time-left',
  'more-time',
  'start-over',
  'menu',
  'another',
  'choose',
  'depth',
  'you-choose',
  'first',
  'it-is-me',
  'slower',
  'faster',
  'chimes-off',
  'chimes-on',
  'usual',
  'shorter',
  'path',
  'leave-path',
  'louder',
  'progress',
  'tip',
  'learn',
  'why',
  'names',
  'rename',
  'appreciation',
  'take-back',
  'keep-question',
  'own-question',
  'reword',
  'recap',
  'recap-for-me',
  'recap-by-me',
  'recap-by-name',
  'send',
  'kept',
  'how-long',
  'who-hears',
  'listening',
  'what-heard',
  'dont-save',
  'save-again',
  'forget-us',
  'forget-me',
  'forget-person',
  'forget-said-by-me',
  'forget-said',
  'forget-my-voice',
  'learn-voice',
  'remind',
  'remind-every-day',
  'when-reminded',
  'unremind',
  'time-out',
  'alone',
  'distress',
  'reluctant',
  'contempt',
  'judge',
  'parting',
  'support',
  'counsel',
  'support-by-text',
  'support-details',
  'off-topic',
  'thanks',
] as const;

/** The name of a meaning. */
export type Meaning = (typeof MEANINGS)[number];

/** Templates (understanding/template.ts) by what they mean. */
export type Templates = Readonly<Partial<Record<Meaning, readonly string[]>>>;

/** The values of the slots that come from a list: the words for each id, by the type of the slot. */
export type SlotTypes = Readonly<Record<string, Readonly<Record<string, readonly string[]>>>>;

/** What understanding has to know of a language besides its phrases. */
export interface Speech {
  /** Words that stand for others, and other spellings. Several words that belong together have spaces between them. */
  contractions: Readonly<Record<string, string>>;
  /** Sounds of hesitation, which mean nothing. */
  hesitation: readonly string[];
  /** Words and phrases around what is meant that change nothing, such as "please". */
  free: readonly string[];
  /** Words that most sentences have. */
  function: readonly string[];
  /** Other common words, which are no names. */
  common: readonly string[];
  /** Words that turn a meaning into its opposite. */
  negation: readonly string[];
  /** Numbers, lengths of time in seconds, units in seconds, days, times, halves of a day, parts of an hour in minutes. */
  numbers: Readonly<Record<string, number>>;
  lengths: Readonly<Record<string, number>>;
  units: Readonly<Record<string, number>>;
  days: Readonly<Record<string, string>>;
  times: Readonly<Record<string, string>>;
  halves: Readonly<Record<string, string>>;
  fractions: Readonly<Record<string, number>>;
  /** Words between a time of day and its hour: "in the afternoon about five". */
  about: readonly string[];
}

/** What words say about meanings, learned from examples (understanding/evidence.ts). */
export interface Costs {
  /** A hash of the examples and their features from which they were learned; absent in the packed form. */
  basis?: string;
  senses: readonly string[];
  /** See understanding/hashed-costs.ts. */
  costs: {
    /** Weights are multiples of this. */
    step: number;
    /** They are less than this many steps. */
    bound: number;
    /** The weights of the feature that everything has. */
    always: readonly number[];
    gaps: readonly string[];
    counts: string;
    senses: string;
    weights: string;
  };
}

/** The phrases of a language: one source for the samples of the interaction model and for what the skill reads. */
export interface Phrases {
  speech: Speech;
  /** Templates that other templates name. */
  classes: Readonly<Record<string, string>>;
  types: SlotTypes;
  /** Templates that are also samples of the interaction model, which is made from them. */
  samples: Templates;
  /** Further templates, which tell meanings apart whose words are alike, and say what fills their slots. */
  reads: Templates;
  costs: Costs;
}
