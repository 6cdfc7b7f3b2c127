/**
 * The master list: every line the skill can speak, by key, with the names of its parameters. The wording is in
 * content/<locale>/; a test holds every locale to this list, key by key and parameter by parameter.
 */
const NOTHING = [] as const;
const NAME = ['name'] as const;
const BETWEEN = ['name', 'partner'] as const;
const TIME = ['time'] as const;
const QUESTION = ['question'] as const;

export const lines = {
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
  'names.not-heard': NOTHING,
  'names.not-a-name': NOTHING,
  'names.same': NAME,
  'names.corrected': NAME,
  'rename.both': NOTHING,
  'rename.one': NAME,
  'rename.done': NOTHING,
  'consent.practice': NOTHING,
  'consent.kept': NOTHING,
  'consent.ask': NAME,
  'consent.again': NAME,
  'consent.thanks': NAME,
  'consent.done': NOTHING,
  'without-keeping.lead': NOTHING,
  'without-keeping.ask': NOTHING,
  'without-keeping.again': NOTHING,
  'without-keeping.done': NOTHING,
  'without-keeping.close': NOTHING,

  'arrive.first': NOTHING,
  'arrive.start': NOTHING,
  'arrive.still': NOTHING,
  'arrive.where': NOTHING,
  'talk.floor': ['name', 'partner', 'time'],
  'talk.topic': NOTHING,
  'talk.still': NAME,
  'talk.half-minute': NOTHING,
  'talk.finished': NAME,
  'talk.finished-again': NAME,
  'talk.where': BETWEEN,
  'say-back.start': BETWEEN,
  'say-back.still': BETWEEN,
  'say-back.where': BETWEEN,
  'get-it.ask': BETWEEN,
  'get-it.ask-again': BETWEEN,
  'get-it.good': NOTHING,
  'get-it.fix': BETWEEN,
  'get-it.closer': BETWEEN,
  'get-it.close-enough': NOTHING,
  'get-it.where': BETWEEN,
  'more.start': BETWEEN,
  'more.still': BETWEEN,
  'more.where': BETWEEN,
  'sense.start': BETWEEN,
  'sense.feeling': BETWEEN,
  'sense.where': BETWEEN,
  'question.first': NAME,
  'question.second': NAME,
  'question.still': NAME,
  'question.text': QUESTION,
  'question.where': QUESTION,
  'word.first': NAME,
  'word.second': NAME,
  'word.where': NOTHING,
  'close.thanks': NOTHING,
  'close.next': NAME,
  'close.unkept': NOTHING,

  'ready.on': NOTHING,
  'ready.again': NOTHING,
  'ready.talk': NAME,
  'ready.say-back': BETWEEN,
  'ready.question': NOTHING,
  'ready.appreciate': BETWEEN,
  'ready.one-word': NOTHING,
  'ready.close': NOTHING,
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
  'appreciate.later': NOTHING,
  'appreciate.where': BETWEEN,
  'confirm.read-back': ['text'],
  'confirm.keep': NOTHING,
  'confirm.keep-again': NOTHING,
  'confirm.barbed': NOTHING,
  'confirm.kept': NOTHING,
  'confirm.dropped': NOTHING,
  'confirm.yes-no': NOTHING,
  'confirm.not-kept': NOTHING,
  'confirm.try-again': NOTHING,

  'pause.lead': NOTHING,
  'pause.more': NOTHING,
  'pause.still': NOTHING,
  'pause.ready': NOTHING,
  'pause.ready-again': NOTHING,
  'pause.moment': NOTHING,
  'repeat.lead': NOTHING,
  'start-over.ask': NOTHING,
  'start-over.again': NOTHING,
  'choose.noted': NOTHING,
  'where.beginning': NOTHING,
  'time-left.turn': ['name', 'time'],
  'time-left.whole': TIME,
  'time-left.length': TIME,
  'stop.bye': NOTHING,
  'stop.saved': NOTHING,

  'help.what': NOTHING,
  'help.safety': NOTHING,
  'help.names': NOTHING,
  'help.consent': NOTHING,
  'help.welcome': NOTHING,
  'help.yes-no': NOTHING,
  'help.exercise': NOTHING,
  'help.anytime': NOTHING,
  'help.appreciate': NOTHING,
  'help.confirm': NOTHING,
  'help.paused': NOTHING,
  'help.support': NOTHING,

  'support.asked': NOTHING,
  'support.self-harm': NOTHING,
  'support.unsafe': NOTHING,
  'support.emergency': NOTHING,
  'support.slowly': NOTHING,
  'support.ask': NOTHING,
  'support.again': NOTHING,
  'support.close': NOTHING,

  'unclear.once': NOTHING,
  'unclear.example': NOTHING,
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

/** Something that a line takes in: words as they are, a length of time, another line, or a question by its id. */
export type Param = string | { seconds: number } | { line: Line } | { question: string };

/** A line to be spoken, and what it takes in. */
export interface Line {
  key: LineKey;
  with: Readonly<Record<string, Param>>;
}

type Params<K extends LineKey> = { readonly [P in (typeof lines)[K][number]]: Param };

/** A line by its key; the compiler asks for exactly its parameters. */
export function line<K extends LineKey>(
  key: K,
  ...params: (typeof lines)[K]['length'] extends 0 ? [] : [Params<K>]
): Line {
  return { key, with: params[0] ?? {} };
}
