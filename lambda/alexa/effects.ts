/** Performing a reply's effects before it is spoken, and answering what comes of them. */
import { line, say } from '../conversation/model/act.ts';
import type { Context } from '../conversation/model/context.ts';
import type { Effect, Recalling } from '../conversation/model/effect.ts';
import type { Event } from '../conversation/model/event.ts';
import type { AppreciationKey } from '../conversation/model/household.ts';
import type { Reply } from '../conversation/model/reply.ts';
import type { State } from '../conversation/model/state.ts';
import { notTakenBack, respond } from '../conversation/respond.ts';
import type { Opened } from './dependencies.ts';
import { type Answer, type Exchange, warn } from './exchange-context.ts';
import { type Decided, type Done, save } from './save.ts';

/** When each effect is performed. A new effect does not compile before that is decided. */
const PERFORMED: Readonly<
  Record<Effect['effect'], 'before-the-answer' | 'before-saving' | 'saving' | 'after-saving'>
> = {
  recall: 'before-the-answer',
  remind: 'before-the-answer',
  keep: 'before-saving',
  'take-back': 'before-saving',
  save: 'saving',
  forget: 'saving',
  erase: 'after-saving',
};

/** Answers an event; if the reply asks for something of the world first, brings it and answers again. */
export async function answerTo(
  state: State,
  event: Event,
  context: Context,
  exchange: Exchange,
): Promise<Answer> {
  const reply = respond(state, event, context);
  for (const effect of reply.effects)
    if (PERFORMED[effect.effect] === 'before-the-answer') {
      const knowing = await known(effect, context, exchange);
      return { reply: respond(state, event, knowing), context: knowing };
    }
  return { reply, context };
}

async function known(effect: Effect, context: Context, exchange: Exchange): Promise<Context> {
  if (effect.effect === 'recall') return { ...context, recalled: await recalled(effect, exchange) };
  if (effect.effect === 'remind') {
    const reminded = await exchange.services().remind(effect.reminding, await exchange.clock());
    return { ...context, reminded };
  }
  return context;
}

async function recalled(wanted: Recalling, exchange: Exchange): Promise<Context['recalled']> {
  try {
    return await exchange.dependencies.store.appreciations(exchange.id, wanted);
  } catch (cause) {
    warn('appreciations', cause, exchange);
    return 'unreachable';
  }
}

/** Decides the reply and performs its effects in order; decides again if one of them fails. */
export async function performed(
  opened: Opened,
  event: Event,
  context: Context,
  exchange: Exchange,
): Promise<Done> {
  const retracting = await takeBack(opened.retracting, exchange);
  const { reply, context: knowing } = await exchange.answer(opened.state, event, context);
  const kept = await appreciations(reply, { ...opened, retracting }, knowing, exchange);
  const decided: Decided = { ...kept, rendered: exchange.rendered(kept.reply) };
  if (reply.effects.some(({ effect }) => effect === 'forget'))
    return forgotten(decided, opened, knowing, exchange);
  const done = await save(decided, opened, event, knowing, exchange);
  return erased(done, reply, opened, knowing, exchange);
}

type Unrendered = Omit<Decided, 'rendered'>;

/** Keeps an appreciation, or takes back one that was kept, or may have been when nobody could be told so. */
async function appreciations(
  reply: Reply,
  opened: Opened,
  context: Context,
  exchange: Exchange,
): Promise<Unrendered> {
  let { unsettled, retracting } = opened;
  for (const effect of reply.effects) {
    if (effect.effect === 'take-back') {
      const left = await takeBack([effect.appreciation], exchange);
      retracting = [...retracting, ...left];
      if (left.length > 0) return { reply: notTakenBack(reply), unsettled, retracting };
    }
    if (effect.effect !== 'keep') continue;
    const { id, day, from, at } = effect.appreciation;
    // Even a write that fails may have happened.
    unsettled = [...unsettled, { id, day, from, at }];
    try {
      await exchange.dependencies.store.keep(exchange.id, effect.appreciation);
    } catch (cause) {
      warn('keep', cause, exchange);
      return { reply: respond(opened.state, { type: 'not-kept' }, context), unsettled, retracting };
    }
  }
  return { reply, unsettled, retracting };
}

/** Takes appreciations back, one request each. @returns those that could not be */
async function takeBack(keys: readonly AppreciationKey[], exchange: Exchange): Promise<AppreciationKey[]> {
  const left: AppreciationKey[] = [];
  for (const key of keys)
    try {
      await exchange.dependencies.store.takeBack(exchange.id, key);
    } catch (cause) {
      warn('takeBack', cause, exchange);
      left.push(key);
    }
  return left;
}

/** Everything goes; what cannot is said, and asked about again. */
async function forgotten(
  decided: Decided,
  opened: Opened,
  context: Context,
  exchange: Exchange,
): Promise<Done> {
  try {
    await exchange.dependencies.store.forget(exchange.id);
  } catch (cause) {
    warn('forget', cause, exchange);
    return anew(opened.state, { ...decided, ...opened }, context, exchange);
  }
  const gone: Done = { ...decided, unsettled: [], retracting: [], version: null, base: null };
  if (opened.base?.household.reminder == null) return gone;
  const { outcome } = await exchange.services().remind({ do: 'cancel' }, await exchange.clock());
  return outcome === 'unreachable' ? withReminderLeft(gone, exchange) : gone;
}

/** All is gone but the reminder, which says nothing of them: it is said that it may still sound. */
function withReminderLeft(done: Done, exchange: Exchange): Done {
  const reply: Reply = { ...done.reply, acts: [...done.reply.acts, say(line('remind.still-there'))] };
  return { ...done, reply, rendered: exchange.rendered(reply) };
}

/** What one of them said goes, once the mark is saved that keeps it from being heard. */
async function erased(
  done: Done,
  reply: Reply,
  opened: Opened,
  context: Context,
  exchange: Exchange,
): Promise<Done> {
  for (const effect of reply.effects) {
    if (effect.effect !== 'erase') continue;
    // Not saved, or another device was first: then nothing was promised either.
    if (done.reply.state.unsaved) return anew(opened.state, done, context, exchange);
    if (done.conflict) return done;
    try {
      await exchange.dependencies.store.erase(exchange.id, effect.from, effect.until);
    } catch (cause) {
      warn('erase', cause, exchange);
      const { household, savingOff } = done.reply.state;
      return anew({ ...opened.state, household, savingOff }, done, context, exchange);
    }
  }
  return done;
}

function anew(state: State, done: Omit<Done, 'conflict'>, context: Context, exchange: Exchange): Done {
  const reply = respond(state, { type: 'not-forgotten' }, context);
  return { ...done, reply, rendered: exchange.rendered(reply) };
}
