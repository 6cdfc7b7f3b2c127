/** Performs the effects of a reply before it is spoken, and answers again if one of them fails. */
import type { Context } from '../conversation/model/context.ts';
import type { Effect } from '../conversation/model/effect.ts';
import type { Event } from '../conversation/model/event.ts';
import type { KeptKey } from '../conversation/model/household.ts';
import type { Reply } from '../conversation/model/reply.ts';
import type { State } from '../conversation/model/state.ts';
import { notTakenBack, respond } from '../conversation/respond.ts';
import { answerTo } from './answer-to.ts';
import type { Opened, Unsettled } from './dependencies.ts';
import { type Exchange, warn } from './exchange-context.ts';
import { withoutReminders } from './forgetting.ts';
import { asStored, type Decided, type Done, save } from './save.ts';

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
  const { reply, context: complete } = await answerTo(opened.state, event, context, exchange);
  const kept = await keepAndTakeBack(reply, { ...opened, retracting }, complete, exchange);
  const decided: Decided = { ...kept, rendered: exchange.rendered(kept.reply) };
  if (reply.effects.some(({ effect }) => effect === 'forget'))
    return forgotten(decided, opened, complete, exchange);
  const done = await save(decided, opened, event, complete, exchange);
  return withoutReplaced(await erased(done, reply, opened, complete, exchange), exchange);
}

/** A reply that is not rendered yet. */
type Unrendered = Omit<Decided, 'rendered'>;

/**
 * Stores and takes back the appreciations and the questions of a reply. If one cannot be taken back, none that comes
 * after it is stored.
 */
async function keepAndTakeBack(
  reply: Reply,
  opened: Opened,
  context: Context,
  exchange: Exchange,
): Promise<Unrendered> {
  let { unsettled, retracting } = opened;
  let isOneLeft = false;
  for (const effect of reply.effects) {
    if (effect.effect === 'take-back' && !effect.replaced) {
      const left = await takeBack([effect.appreciation], exchange);
      retracting = [...retracting, ...left];
      isOneLeft ||= left.length > 0;
    }
    if (isOneLeft || (effect.effect !== 'keep' && effect.effect !== 'keep-question')) continue;
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
  return { reply: isOneLeft ? notTakenBack(reply) : reply, unsettled, retracting };
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
  const gone: Done = { ...decided, ...asStored(null), unsettled: [], retracting: [] };
  const known = opened.state.household.reminder ?? opened.base?.household.reminder;
  return withoutReminders(gone, known != null, exchange);
}

/** Takes back what another one has replaced, once that is saved. If saving was turned off meanwhile, it stays. */
async function withoutReplaced(done: Done, exchange: Exchange): Promise<Done> {
  const replaced = done.reply.effects.flatMap((effect) =>
    effect.effect === 'take-back' && effect.replaced ? [effect.appreciation] : [],
  );
  if (replaced.length === 0) return done;
  return { ...done, retracting: [...done.retracting, ...(await takeBack(replaced, exchange))] };
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
