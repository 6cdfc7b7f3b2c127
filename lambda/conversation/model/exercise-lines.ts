/**
 * The lines of the exercises, with the names of their parameters. A part of the master list in lines.ts. The lines that
 * every exercise has (its name, its opening, its close, and who talks first next time) derive from the list of
 * exercises.
 */
import { COUNTED, type CountedExercise, EXERCISES, type ExerciseId } from './exercise-id.ts';

const NOTHING = [] as const;
const NAME = ['name'] as const;
const BETWEEN = ['name', 'partner'] as const;
const EXERCISE = ['exercise'] as const;

type OwnLines = Record<`${'exercise' | 'open' | 'close'}.${ExerciseId}`, typeof NOTHING> &
  Record<`close-next.${CountedExercise}`, typeof NAME>;

// `Object.fromEntries` loses the types of the keys. Both sides of this assertion are made from the same lists.
const ownLines = Object.fromEntries([
  ...EXERCISES.flatMap((id) => [`exercise.${id}`, `open.${id}`, `close.${id}`].map((key) => [key, NOTHING])),
  ...COUNTED.map((id) => [`close-next.${id}`, NAME]),
]) as OwnLines;

export const exerciseLines = {
  ...ownLines,

  'close.unkept': NOTHING,
  'close.where': NOTHING,

  'arrive.early': NOTHING,
  'arrive.still': NOTHING,
  'arrive.where': EXERCISE,

  'talk.floor': ['name', 'partner', 'time'],
  'talk.still': NAME,
  'talk.half-minute': NOTHING,
  'talk.finished': NAME,
  'talk.finished-again': NAME,
  'talk.where': BETWEEN,
  'topic.mind': NOTHING,
  'topic.outside': NOTHING,
  'topic.feeling': NOTHING,
  'topic.another-feeling': NOTHING,
  'topic.good-news': NOTHING,
  'topic.wish': NOTHING,

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
  'get-feeling.ask': BETWEEN,
  'get-feeling.ask-again': BETWEEN,
  'get-feeling.good': NOTHING,
  'get-feeling.fix': BETWEEN,
  'get-feeling.closer': BETWEEN,
  'get-feeling.close-enough': NOTHING,
  'get-feeling.where': BETWEEN,

  'more.start': BETWEEN,
  'more.still': BETWEEN,
  'more.where': BETWEEN,
  'sense.start': BETWEEN,
  'sense.still': BETWEEN,
  'sense.where': BETWEEN,
  'feeling.start': BETWEEN,
  'feeling.still': BETWEEN,
  'feeling.where': BETWEEN,
  'borrowed.start': BETWEEN,
  'borrowed.still': BETWEEN,
  'borrowed.where': BETWEEN,
  'thank.start': BETWEEN,
  'thank.still': BETWEEN,
  'thank.where': BETWEEN,
  'take-in.start': BETWEEN,
  'take-in.still': BETWEEN,
  'take-in.where': BETWEEN,
  'small-thanks.start': BETWEEN,
  'small-thanks.still': BETWEEN,
  'small-thanks.where': BETWEEN,
  'relive.start': BETWEEN,
  'relive.still': BETWEEN,
  'relive.where': BETWEEN,
  'answer-wish.start': BETWEEN,
  'answer-wish.still': BETWEEN,
  'answer-wish.where': BETWEEN,
  'small-thing.start': BETWEEN,
  'small-thing.still': BETWEEN,
  'small-thing.where': BETWEEN,

  'lately.both': NOTHING,
  'nothing-much.both': NOTHING,
  'glad-of.both': NOTHING,
  'looking-ahead.both': NOTHING,
  'as-you-like.both': NOTHING,
  'went-well.both': NOTHING,
  'notice-near.both': NOTHING,
  'notice-logistics.both': NOTHING,
  'notice-kept-in.both': NOTHING,
  'notice-closeness.both': NOTHING,
  'notice-topics.both': NOTHING,
  'notice.still': NOTHING,
  'together.still': NOTHING,
  'together.where': EXERCISE,
  'together.ask': NOTHING,
  'together.ask-again': NOTHING,
  'together.stay': NOTHING,

  'question.first': NAME,
  'question.second': NAME,
  'question.still': NAME,
  'question.text': ['question'],
  'question.where': ['question'],
  'question.coming': NOTHING,
  'question.instead': NOTHING,
  'question.lighter': NOTHING,
  'question.deeper': NOTHING,
  'question.lightest': NOTHING,
  'question.deepest': NOTHING,
  'share.first': NAME,
  'share.second': NAME,
  'another.ask': NOTHING,
  'another.ask-again': NOTHING,
  'another.enough': NOTHING,
  'another.where': NOTHING,
  'deepest.ask': NAME,
  'deepest.ask-other': NAME,
  'deepest.ask-again': NAME,
  'deepest.agreed': NOTHING,
  'deepest.not-today': NOTHING,
  'deepest.where': NAME,

  'word.first': NAME,
  'word.second': NAME,
  'word.where': NOTHING,

  'recap.ask': NOTHING,
  'recap.ask-again': NOTHING,
  'recap.lead': NOTHING,
  'recap.item': ['name', 'text'],
  'recap.done': NOTHING,
  'recap.another-time': NOTHING,
  'recap.unreachable': NOTHING,
  'recap.where': NOTHING,

  'direction.lead': NOTHING,
  'direction.first': NOTHING,
  'direction.others': NOTHING,
  'direction.where': NOTHING,
  'direction.none': NOTHING,

  'ready.on': NOTHING,
  'ready.again': NOTHING,
  'ready.talk': NAME,
  'ready.say-back': BETWEEN,
  'ready.question': NOTHING,
  'ready.share': NOTHING,
  'ready.appreciate': BETWEEN,
  'ready.one-word': NOTHING,
  'ready.close': NOTHING,
} as const satisfies Record<string, readonly string[]>;
