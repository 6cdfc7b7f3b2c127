import type { Day } from './calendar.ts';
import { dialogLines } from './dialog-lines.ts';
import { exerciseLines } from './exercise-lines.ts';
import type { Practice } from './household.ts';
import type { ReminderTime } from './reminder.ts';
import { screenLines } from './screen-lines.ts';

/**
 * The master list: every line that the skill can speak or show, by key, with the names of its parameters. The wording is in
 * content/<locale>/. A test compares every locale with this list, key by key and parameter by parameter.
 */
const NOTHING = [] as const;
const NAME = ['name'] as const;
const BETWEEN = ['name', 'partner'] as const;
const TIME = ['time'] as const;
const EXERCISE = ['exercise'] as const;

export const lines = {
  ...exerciseLines,
  ...dialogLines,
  ...screenLines,

  'partner.first': NOTHING,
  'partner.second': NOTHING,

  'welcome.new': NOTHING,
  'welcome.back': ['a', 'b'],
  'welcome.plan': ['name', 'time'],
  'welcome.ask': NOTHING,
  'welcome.again': NOTHING,
  'welcome.go': NOTHING,
  'welcome.no': NOTHING,
  'carry-on.lead': NOTHING,
  'carry-on.ask': NOTHING,
  'carry-on.again': NOTHING,
  'carry-on.go': NOTHING,
  'carry-on.no': NOTHING,
  'fresh.lead': TIME,
  'fresh.ask': NOTHING,
  'fresh.again': NOTHING,
  'fresh.go': NOTHING,
  'fresh.no': NOTHING,
  'elsewhere.lead': NOTHING,
  'elsewhere.ask': NOTHING,
  'elsewhere.again': NOTHING,
  'elsewhere.go': NOTHING,
  'elsewhere.no': NOTHING,

  'names.first': NOTHING,
  'names.first-again': NOTHING,
  'names.second': NOTHING,
  'names.second-again': NOTHING,
  'names.thanks': NAME,
  'names.thanks-unnamed': NOTHING,
  'names.not-a-name': NOTHING,
  'names.same': NAME,
  'names.corrected': NAME,
  'names.known': ['a', 'b'],
  'rename.both': NOTHING,
  'rename.ask': NAME,
  'rename.ask-again': NAME,
  'rename.one': NAME,
  'rename.done': NOTHING,
  'rename.whose': ['name', 'instead'],
  'rename.whose-again': ['name', 'instead'],
  'rename.stays': NOTHING,
  'consent.practice': NOTHING,
  'consent.kept': NOTHING,
  'consent.ask': NAME,
  'consent.again': NAME,
  'consent.own': NAME,
  'consent.thanks': NAME,
  'consent.done': TIME,
  'consent.no': NOTHING,
  'length.plan': NOTHING,
  'length.ask': NOTHING,
  'length.again': NOTHING,

  'quiet.more': NOTHING,
  'quiet.minute': NOTHING,
  'quiet.more-time': NOTHING,
  'skip.lead': NOTHING,

  'appreciate.prompt': BETWEEN,
  'appreciate.still': BETWEEN,
  'appreciate.keep': BETWEEN,
  'appreciate.keep-again': BETWEEN,
  'appreciate.said': BETWEEN,
  'appreciate.said-again': BETWEEN,
  'appreciate.one-sentence': BETWEEN,
  'appreciate.shorter': BETWEEN,
  'appreciate.another-way': BETWEEN,
  'appreciate.between-you': NOTHING,
  'appreciate.where': BETWEEN,
  'confirm.read-back': ['text'],
  'confirm.keep': NOTHING,
  'confirm.keep-again': NOTHING,
  'confirm.barbed': NOTHING,
  'confirm.kept': NOTHING,
  'confirm.dropped': NOTHING,
  'confirm.replaced': NOTHING,
  'confirm.dropping': NOTHING,
  'confirm.first': NOTHING,
  'confirm.unsaved': NOTHING,
  'confirm.none-saved': NOTHING,
  'confirm.not-kept': NOTHING,
  'confirm.try-again': NOTHING,

  'pause.lead': NOTHING,
  'pause.more': NOTHING,
  'pause.still': NOTHING,
  'pause.ready': NOTHING,
  'pause.ready-again': NOTHING,
  'pause.moment': NOTHING,
  'pause.long': NOTHING,
  'pause.long-unkept': NOTHING,
  'repeat.lead': NOTHING,
  'slower.lead': NOTHING,
  'faster.lead': NOTHING,
  'chimes.off': NOTHING,
  'chimes.on': NOTHING,
  'usual.set': TIME,
  'shorter.from-here': NOTHING,
  'shorter.begin': TIME,
  'shorter.least': NOTHING,
  'shorter.not-here': NOTHING,
  'start-over.ask': NOTHING,
  'start-over.again': NOTHING,
  'start-over.other': EXERCISE,
  'start-over.other-again': EXERCISE,
  'choose.noted': NOTHING,
  'choose.nearest': TIME,
  'choose.over-place': NOTHING,
  'choose.picked': EXERCISE,
  'choose.lighter-of-two': NOTHING,
  'choose.not-yet': NOTHING,
  'choose.light': NOTHING,
  'choose.company': NOTHING,
  'choose.deeper': NOTHING,
  'choose.deepest': NOTHING,
  'choose.first': NAME,
  'choose.first-who': ['a', 'b'],
  'choose.first-who-again': ['a', 'b'],
  'choose.first-how': NOTHING,
  'choose.first-later': NOTHING,
  'choose.yours': NOTHING,
  'menu.main': NOTHING,
  'menu.main-again': NOTHING,
  'menu.warm': NOTHING,
  'menu.warm-again': NOTHING,
  'menu.longer': NOTHING,
  'menu.longer-again': NOTHING,
  'menu.practice': NOTHING,
  'menu.practice-again': NOTHING,
  'menu.inner': NOTHING,
  'menu.inner-again': NOTHING,
  'menu.between': NOTHING,
  'menu.between-again': NOTHING,
  'menu.end': NOTHING,
  'menu.end-again': NOTHING,
  'menu.later': NOTHING,
  'try.ask': EXERCISE,
  'try.again': EXERCISE,
  'try.no': NOTHING,

  'learn.this': NOTHING,
  'learn.why': NOTHING,
  'learn.benefits': NOTHING,
  'learn.intimacy': NOTHING,
  'learn.openness': NOTHING,
  'learn.listening': NOTHING,
  'learn.together': NOTHING,
  'learn.validation': NOTHING,
  'learn.appreciation': NOTHING,
  'learn.trust': NOTHING,
  'learn.communication': NOTHING,
  'learn.physical': NOTHING,
  'learn.satisfaction': NOTHING,
  'learn.understood': NOTHING,
  'learn.closeness': NOTHING,
  'learn.repair': NOTHING,
  'learn.safe-haven': NOTHING,
  'learn.long-view': NOTHING,
  'learn.questions': NOTHING,
  'learn.good-news': NOTHING,
  'learn.weekly': NOTHING,
  'learn.self-check': NOTHING,
  'learn.play': NOTHING,
  'learn.small-thing': NOTHING,
  'tip.text': ['tip'],
  'progress.none': NOTHING,
  'progress.unkept': NOTHING,
  'progress.met': ['times', 'time'],
  'progress.tried': ['practices'],
  'progress.untried': ['theme'],
  'progress.all': NOTHING,
  'theme.openness': NOTHING,
  'theme.listening': NOTHING,
  'theme.together': NOTHING,
  'theme.validation': NOTHING,
  'theme.appreciation': NOTHING,
  'where.beginning': NOTHING,
  'where.between': NOTHING,
  'time-left.turn': ['name', 'time'],
  'time-left.whole': TIME,
  'time-left.length': TIME,
  'stop.bye': NOTHING,
  'stop.saved': NOTHING,

  'help.what': NOTHING,
  'help.safety': NOTHING,
  'help.names': NOTHING,
  'help.consent': NOTHING,
  'help.length': NOTHING,
  'help.welcome': NOTHING,
  'help.yes-no': NOTHING,
  'help.menu': NOTHING,
  'help.questions': NOTHING,
  'help.play': NOTHING,
  'help.exercise': NOTHING,
  'help.anytime': NOTHING,
  'help.appreciate': NOTHING,
  'help.confirm': NOTHING,
  'help.adding': NOTHING,
  'help.own': NOTHING,
  'help.own-save': NOTHING,
  'help.remind': NOTHING,
  'help.recap': NOTHING,
  'help.data': NOTHING,
  'help.paused': NOTHING,
  'help.support': NOTHING,

  'support.asked': NOTHING,
  'support.self-harm': NOTHING,
  'support.unsafe': NOTHING,
  'support.emergency': NOTHING,
  'support.counsel': NOTHING,
  'support.by-text': NOTHING,
  'support.details': NOTHING,
  'support.rest': NOTHING,
  'support.other-self-harm': NOTHING,
  'support.child': NOTHING,
  'support.hurt-someone': NOTHING,
  'support.coercion': NOTHING,
  'support.leave': NOTHING,
  'support.apart': NOTHING,
  'support.slowly': NOTHING,
  'support.ask': NOTHING,
  'support.again': NOTHING,
  'support.close': NOTHING,

  'time-out.stop': NOTHING,
  'time-out.kept': NOTHING,
  'time-out.unkept': NOTHING,
  'alone.kept': NOTHING,
  'alone.unkept': NOTHING,
  'alone.could': NOTHING,
  'alone.bye': NOTHING,
  'alone.enough': NOTHING,
  'reluctant.passed': NOTHING,
  'contempt.again': NOTHING,
  'interrupted.lead': NOTHING,
  'interrupted.moment': NOTHING,
  'judge.no-side': NOTHING,
  'off-topic.elsewhere': NOTHING,
  'thanks.welcome': NOTHING,
  'thanks.bye': NOTHING,
  'louder.volume': NOTHING,
  'help.hard-moment': NOTHING,

  'unclear.cold': NOTHING,
  'unclear.kept': NOTHING,
  'unclear.close': NOTHING,
  'sound.failed': NOTHING,
  'sound.failed-unkept': NOTHING,
  'store.unsaved': NOTHING,
  'store.unsaved-goodbye': NOTHING,
  'store.unreachable': NOTHING,
  'store.newer': NOTHING,
  'conflict.elsewhere': NOTHING,
  'conflict.gone': NOTHING,
  'error.unexpected': NOTHING,
} as const satisfies Record<string, readonly string[]>;

export type LineKey = keyof typeof lines;

type After<Start extends string, K = LineKey> = K extends `${Start}${infer Rest}` ? Rest : never;
type Before<End extends string, K = LineKey> = K extends `${infer Rest}${End}` ? Rest : never;

/** Prompts to one partner. Each has a line to begin with, one to go on with, and one for "where are we". */
export type Topic = Before<'.start'>;

/** Topics for the turn of one partner. */
export type TalkTopic = After<'topic.'>;

/** Prompts to both partners at once. */
export type SharedTopic = Before<'.both'>;

/** Subjects that the skill can tell something about: itself, its exercises, its practices, and what they are good for. */
export type Subject = After<'learn.'>;

/** The value of a parameter of a line. The speech folder puts it into words. */
export type Param =
  /** Words as they are. */
  | string
  | { reminder: ReminderTime }
  | { date: Day }
  /** A length of time, told roughly. */
  | { seconds: number }
  /** A length of time, told in minutes. */
  | { minutes: number }
  /** How often something happened. */
  | { times: number }
  | { line: Line }
  | { list: readonly Line[] }
  /** A reflection question, by its id. */
  | { question: string }
  /** A tip on a practice. The number may be larger than the number of tips: they are counted round and round. */
  | { tip: Practice; number: number };

/** A line to be spoken, with its parameters. */
export interface Line {
  key: LineKey;
  with: Readonly<Record<string, Param>>;
}
