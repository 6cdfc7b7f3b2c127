/** Answers an event with what has to be read from the store, or set at Alexa, for the answer. */
import type { Context } from '../conversation/model/context.ts';
import type { Effect, Recalling } from '../conversation/model/effect.ts';
import type { Event } from '../conversation/model/event.ts';
import type { Reply } from '../conversation/model/reply.ts';
import type { State } from '../conversation/model/state.ts';
import { respond } from '../conversation/respond.ts';
import type { Unreadable } from '../household/store.ts';
import { type Exchange, warn } from './exchange-context.ts';

/** A reply, and the context that it was made in. */
export interface Answer {
  reply: Reply;
  /** The context, with the results of the effects `recall`, `recall-own` and `remind`. */
  context: Context;
}

/** Whether the answer needs the result of an effect. A new effect does not compile before it has a row here. */
const IS_NEEDED: Readonly<Record<Effect['effect'], boolean>> = {
  recall: true,
  'recall-own': true,
  remind: true,
  keep: false,
  'keep-question': false,
  'take-back': false,
  save: false,
  forget: false,
  erase: false,
};

/**
 * Answers an event. If the reply has an effect `recall`, `recall-own` or `remind`, performs it, and answers again with
 * its result.
 *
 * @returns the complete reply, and the context that it was made in
 */
export async function answerTo(
  state: State,
  event: Event,
  context: Context,
  exchange: Exchange,
): Promise<Answer> {
  const known = new Set<Effect['effect']>();
  let complete = context;
  for (;;) {
    const reply = respond(state, event, complete);
    const needed = reply.effects.find(({ effect }) => IS_NEEDED[effect] && !known.has(effect));
    if (needed === undefined) return { reply, context: complete };
    // Each is asked for once.
    known.add(needed.effect);
    complete = await contextWith(needed, complete, exchange);
  }
}

/** The context with the result of an effect. */
async function contextWith(effect: Effect, context: Context, exchange: Exchange): Promise<Context> {
  if (effect.effect === 'recall') return { ...context, recalled: await recalled(effect, exchange) };
  if (effect.effect === 'recall-own') return { ...context, own: await ownQuestions(context, exchange) };
  if (effect.effect === 'remind') {
    const reminded = await exchange.services().remind(effect.reminding, await exchange.clock());
    return { ...context, reminded };
  }
  return context;
}

/** Reads appreciations; `unreachable` if the store fails. Those that cannot be read are counted in the log. */
async function recalled(wanted: Recalling, exchange: Exchange): Promise<Context['recalled']> {
  try {
    const { skipped = {}, ...found } = await exchange.dependencies.store.appreciations(exchange.id, wanted);
    countSkipped('appreciations', skipped, exchange);
    return found;
  } catch (cause) {
    warn('appreciations', cause, exchange);
    return 'unreachable';
  }
}

/** Reads their own questions; `unreachable` if the store fails. Those that cannot be read are counted in the log. */
async function ownQuestions({ now }: Context, exchange: Exchange): Promise<Context['own']> {
  const skipped: Skipped = {};
  try {
    const found = await exchange.dependencies.store.questions(exchange.id, now, (why) => {
      skipped[why] = (skipped[why] ?? 0) + 1;
    });
    countSkipped('questions', skipped, exchange);
    return found;
  } catch (cause) {
    warn('questions', cause, exchange);
    return 'unreachable';
  }
}

/** How many stored items could not be read, by why. */
type Skipped = Partial<Record<Unreadable, number>>;

/** Counts in the log what was left out because it cannot be read. */
function countSkipped(
  operation: 'appreciations' | 'questions',
  skipped: Skipped,
  { dependencies, id }: Exchange,
): void {
  for (const [why, count] of Object.entries(skipped))
    dependencies.log.warn(`${operation} skipped`, {
      operation,
      code: `skipped-${why}`,
      skipped: count,
      household: id,
    });
}
