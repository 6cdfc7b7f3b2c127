/** Performs the effects of a reply before it is spoken, and answers again if one of them fails. */
import type { Context } from '../conversation/model/context.ts';
import type { Effect, Recalling } from '../conversation/model/effect.ts';
import type { Event } from '../conversation/model/event.ts';
import type { KeptKey } from '../conversation/model/household.ts';
import type { Reply } from '../conversation/model/reply.ts';
import type { State } from '../conversation/model/state.ts';
import { notTakenBack, respond } from '../conversation/respond.ts';
import type { Unreadable } from '../household/store.ts';
import type { Opened, Unsettled } from './dependencies.ts';
import { type Answer, type Exchange, warn } from './exchange-context.ts';
import { withoutReminders } from './forgetting.ts';
import { type Decided, type Done, save } from './save.ts';

/** When each effect is performed. A new effect does not compile before it has a row here. */
const PERFORMED: Readonly<
  Record<Effect['effect'], 'before-the-answer' | 'before-saving' | 'saving' | 'after-saving'>
> = {
  recall: 'before-the-answer',
  'recall-own': 'before-the-answer',
  remind: 'before-the-answer',
  keep: 'before-saving',
  'keep-question': 'before-saving',
  'take-back': 'before-saving',
  save: 'saving',
  forget: 'saving',
  erase: 'after-saving',
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
    const needed = reply.effects.find(
      ({ effect }) => PERFORMED[effect] === 'before-the-answer' && !known.has(effect),
    );
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

/**
 * Answers an event, and performs the effects of the reply in order. If one of them fails, the reply is replaced by one
 * that says so.
 */
export async function performed(
  opened: Opened,
  event: Event,
  context: Context,
  exchange: Exchange,
): Promise<Done> {
  const retracting = await takeBack(opened.retracting, exchange);
  const { reply, context: complete } = await exchange.answer(opened.state, event, context);
  const kept = await words(reply, { ...opened, retracting }, complete, exchange);
  const decided: Decided = { ...kept, rendered: exchange.rendered(kept.reply) };
  if (reply.effects.some(({ effect }) => effect === 'forget'))
    return forgotten(decided, opened, complete, exchange);
  const done = await save(decided, opened, event, complete, exchange);
  return erased(done, reply, opened, complete, exchange);
}

/** A reply that is not rendered yet. */
type Unrendered = Omit<Decided, 'rendered'>;

/**
 * Stores and takes back the appreciations and the questions of a reply. If one cannot be taken back, none that comes after it
 * is stored.
 */
async function words(
  reply: Reply,
  opened: Opened,
  context: Context,
  exchange: Exchange,
): Promise<Unrendered> {
  let { unsettled, retracting } = opened;
  let isStill = false;
  for (const effect of reply.effects) {
    if (effect.effect === 'take-back') {
      const left = await takeBack([effect.appreciation], exchange);
      retracting = [...retracting, ...left];
      isStill ||= left.length > 0;
    }
    if (isStill || (effect.effect !== 'keep' && effect.effect !== 'keep-question')) continue;
    const key = unsettledBy(effect);
    // A write can fail although the item was stored, so this is noted before it.
    unsettled = [...unsettled, key];
    // What stood under this key before is replaced, so there is nothing of it to take back any more.
    retracting = retracting.filter(({ id }) => id !== key.id);
    const { store } = exchange.dependencies;
    try {
      if (effect.effect === 'keep') await store.keep(exchange.id, effect.appreciation);
      else await store.keepQuestion(exchange.id, effect.question);
    } catch (cause) {
      warn('change', cause, exchange);
      return { reply: respond(opened.state, { type: 'not-kept' }, context), unsettled, retracting };
    }
  }
  return { reply: isStill ? notTakenBack(reply) : reply, unsettled, retracting };
}

/** What decides whether what an effect keeps can stay. */
function unsettledBy(effect: Extract<Effect, { effect: 'keep' | 'keep-question' }>): Unsettled {
  if (effect.effect === 'keep-question') {
    const { id, from, at } = effect.question;
    return { id, kind: 'question', from, at };
  }
  const { id, day, from, at } = effect.appreciation;
  return { id, day, from, at };
}

/** Takes appreciations and questions back, with one request each. @returns those that could not be taken back */
async function takeBack(keys: readonly KeptKey[], exchange: Exchange): Promise<KeptKey[]> {
  const left: KeptKey[] = [];
  for (const key of keys)
    try {
      await exchange.dependencies.store.takeBack(exchange.id, key);
    } catch (cause) {
      warn('change', cause, exchange);
      left.push(key);
    }
  return left;
}

/** Deletes everything. If that fails, the reply says so and offers to try again. */
async function forgotten(
  decided: Decided,
  opened: Opened,
  context: Context,
  exchange: Exchange,
): Promise<Done> {
  const began = opened.base?.household.since ?? null;
  try {
    // Another household has begun since they were asked: they are asked again, about whatever is there.
    if (!(await exchange.dependencies.store.forget(exchange.id, context.now, began)))
      return notForgotten(opened.state, { ...decided, ...opened, base: null }, context, exchange);
  } catch (cause) {
    warn('change', cause, exchange);
    return notForgotten(opened.state, { ...decided, ...opened }, context, exchange);
  }
  const gone: Done = { ...decided, unsettled: [], retracting: [], version: null, base: null };
  const known = opened.state.household.reminder ?? opened.base?.household.reminder;
  return withoutReminders(gone, known != null, exchange);
}

/** Deletes the appreciations of one partner, after `Household.erased` is saved. If that fails, the reply says so. */
async function erased(
  done: Done,
  reply: Reply,
  opened: Opened,
  context: Context,
  exchange: Exchange,
): Promise<Done> {
  for (const effect of reply.effects) {
    if (effect.effect !== 'erase') continue;
    // If it could not be saved, nothing is deleted, and the reply says so.
    if (done.reply.state.unsaved) return notForgotten(opened.state, done, context, exchange);
    if (done.conflict) return done;
    try {
      await exchange.dependencies.store.erase(exchange.id, effect.from, effect.until);
    } catch (cause) {
      warn('change', cause, exchange);
      const { household, savingOff } = done.reply.state;
      return notForgotten({ ...opened.state, household, savingOff }, done, context, exchange);
    }
  }
  return done;
}

/** The reply that says that a deletion failed. */
function notForgotten(
  state: State,
  done: Omit<Done, 'conflict'>,
  context: Context,
  exchange: Exchange,
): Done {
  const reply = respond(state, { type: 'not-forgotten' }, context);
  return { ...done, reply, rendered: exchange.rendered(reply) };
}
