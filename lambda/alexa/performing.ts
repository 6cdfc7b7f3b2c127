/** Performing a reply's effects before it is spoken, and answering what comes of them. */
import { say } from '../conversation/act.ts';
import type { Context } from '../conversation/context.ts';
import type { Effect, Recalling, Reminding } from '../conversation/effect.ts';
import type { Event } from '../conversation/event.ts';
import type { AppreciationKey } from '../conversation/household.ts';
import { line } from '../conversation/lines.ts';
import type { Reply } from '../conversation/reply.ts';
import { notTakenBack, respond } from '../conversation/respond.ts';
import type { State } from '../conversation/state.ts';
import { type Decided, type Doing, type Done, save, warn } from './saving.ts';
import type { Opened } from './world.ts';

/** Decides the reply, performs its effects in order, and decides again where one of them fails. */
export async function performed(opened: Opened, event: Event, context: Context, doing: Doing): Promise<Done> {
  const retracting = await takeBack(opened.retracting, doing);
  const knowing = await known(opened.state, event, context, doing);
  const reply = respond(opened.state, event, knowing);
  const kept = await appreciations(reply, { ...opened, retracting }, knowing, doing);
  const decided: Decided = { ...kept, heard: doing.heard(kept.reply) };
  if (has(reply, 'forget')) return forgotten(decided, opened, knowing, doing);
  const done = await save(decided, opened, event, knowing, doing);
  return erased(done, reply, opened, knowing, doing);
}

function has(reply: Reply, kind: Effect['effect']): boolean {
  return reply.effects.some(({ effect }) => effect === kind);
}

/** The context with what the reply to this event has to know: appreciations, or what became of a reminder. */
async function known(state: State, event: Event, context: Context, doing: Doing): Promise<Context> {
  const { effects } = respond(state, event, context);
  for (const effect of effects) {
    if (effect.effect === 'recall') return { ...context, recalled: await recalled(effect, doing) };
    if (effect.effect === 'remind') return { ...context, reminded: await reminded(effect.reminding, doing) };
  }
  return context;
}

async function recalled(wanted: Recalling, doing: Doing): Promise<Context['recalled']> {
  try {
    return await doing.world.store.appreciations(doing.id, wanted);
  } catch (cause) {
    warn('appreciations', cause, doing);
    return 'unreachable';
  }
}

async function reminded(reminding: Reminding, { services, clock }: Doing): Promise<Context['reminded']> {
  return services.remind(reminding, await clock());
}

type Kept = Omit<Decided, 'heard'>;

/** Keeps an appreciation, or takes back one that was kept, or may have been when nobody could be told so. */
async function appreciations(reply: Reply, opened: Opened, context: Context, doing: Doing): Promise<Kept> {
  let { unsettled, retracting } = opened;
  for (const effect of reply.effects) {
    if (effect.effect === 'take-back') {
      const left = await takeBack([effect.appreciation], doing);
      retracting = [...retracting, ...left];
      if (left.length > 0) return { reply: notTakenBack(reply), unsettled, retracting };
    }
    if (effect.effect !== 'keep') continue;
    const { id, day, from, at } = effect.appreciation;
    // Even a write that fails may have happened.
    unsettled = [...unsettled, { id, day, from, at }];
    try {
      await doing.world.store.keep(doing.id, effect.appreciation);
    } catch (cause) {
      warn('keep', cause, doing);
      return { reply: respond(opened.state, { type: 'not-kept' }, context), unsettled, retracting };
    }
  }
  return { reply, unsettled, retracting };
}

/** Takes appreciations back, one request each. @returns those that could not be */
async function takeBack(keys: readonly AppreciationKey[], doing: Doing): Promise<AppreciationKey[]> {
  const left: AppreciationKey[] = [];
  for (const key of keys)
    try {
      await doing.world.store.takeBack(doing.id, key);
    } catch (cause) {
      warn('takeBack', cause, doing);
      left.push(key);
    }
  return left;
}

/** Everything goes; what cannot is said, and asked about again. */
async function forgotten(decided: Decided, opened: Opened, context: Context, doing: Doing): Promise<Done> {
  try {
    await doing.world.store.forget(doing.id);
  } catch (cause) {
    warn('forget', cause, doing);
    return anew(opened.state, { ...decided, ...opened }, context, doing);
  }
  const gone: Done = { ...decided, unsettled: [], retracting: [], version: null, base: null };
  if (opened.base?.reminder == null) return gone;
  const { outcome } = await doing.services.remind({ do: 'cancel' }, await doing.clock());
  return outcome === 'unreachable' ? withReminderLeft(gone, doing) : gone;
}

/** All is gone but the reminder, which says nothing of them: it is said that it may still sound. */
function withReminderLeft(done: Done, doing: Doing): Done {
  const reply: Reply = { ...done.reply, acts: [...done.reply.acts, say(line('remind.still-there'))] };
  return { ...done, reply, heard: doing.heard(reply) };
}

/** What one of them said goes, once the mark is saved that keeps it from being heard. */
async function erased(
  done: Done,
  reply: Reply,
  opened: Opened,
  context: Context,
  doing: Doing,
): Promise<Done> {
  for (const effect of reply.effects) {
    if (effect.effect !== 'erase') continue;
    // Not saved, or another device was first: then nothing was promised either.
    if (done.reply.state.unsaved) return anew(opened.state, done, context, doing);
    if (done.conflict) return done;
    try {
      await doing.world.store.erase(doing.id, effect.from, effect.until);
    } catch (cause) {
      warn('erase', cause, doing);
      const { household, frozen } = done.reply.state;
      return anew({ ...opened.state, household, frozen }, done, context, doing);
    }
  }
  return done;
}

function anew(state: State, done: Omit<Done, 'conflict'>, context: Context, doing: Doing): Done {
  const reply = respond(state, { type: 'not-forgotten' }, context);
  return { ...done, reply, heard: doing.heard(reply) };
}
