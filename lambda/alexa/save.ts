/** Saves the household if nobody has saved it since it was read, and resolves the conflict otherwise. */
import { isDeepStrictEqual } from 'node:util';
import { isAtBeginning } from '../conversation/dialogs/registry.ts';
import { openSession } from '../conversation/exercise/lifecycle.ts';
import type { Context } from '../conversation/model/context.ts';
import type { Event } from '../conversation/model/event.ts';
import type { Kept, KeptKey } from '../conversation/model/household.ts';
import type { Reply } from '../conversation/model/reply.ts';
import { keptOf, withWhatIsKept } from '../conversation/model/state.ts';
import { respond, unsaved } from '../conversation/respond.ts';
import { StoreError } from '../household/errors.ts';
import { merged } from '../household/merging.ts';
import type { HouseholdRecord, Running } from '../household/store.ts';
import { answerTo } from './answer-to.ts';
import type { Opened, RenderedReply, Unsettled } from './dependencies.ts';
import { type Exchange, warn } from './exchange-context.ts';
import { withoutReminders } from './forgetting.ts';

/** A reply after all its effects were performed. */
export interface Done extends Decided {
  /** The version of the stored household; null if none is stored. */
  version: number | null;
  /** What is stored now; null if nothing is. */
  base: Kept | null;
  /** See `Opened`. */
  running: Running | null;
  /** True if another device has saved in the meantime, so that this session ends. */
  conflict?: boolean;
}

/** A rendered reply, before its household is saved. */
export interface Decided {
  reply: Reply;
  rendered: RenderedReply;
  /** See `Opened`, as for `retracting`. */
  unsettled: readonly Unsettled[];
  retracting: readonly KeptKey[];
}

/** Saves the household of the reply, if the reply has that effect. If that fails, the reply says so. */
export async function save(
  decided: Decided,
  opened: Opened,
  event: Event,
  context: Context,
  exchange: Exchange,
): Promise<Done> {
  const { reply } = decided;
  if (!reply.effects.some(({ effect }) => effect === 'save'))
    return { ...decided, version: opened.version, base: opened.base, running: opened.running };
  const record = recordOf(decided, opened, event, context, exchange);
  try {
    await exchange.dependencies.store.save(exchange.id, record, opened.version, context.now, opened.mark);
    return saved(decided, record);
  } catch (cause) {
    if (cause instanceof StoreError && cause.code === 'conflict')
      return resolveConflict(decided, opened, event, context, exchange, record);
    warn('save', cause, exchange);
    return notSaved(decided, opened, exchange);
  }
}

/**
 * Resolves a conflict: the household was saved since this session read it. That may have been this session itself: if
 * the answer of the database was lost, or a request was delivered twice (docs/decisions/0006). The end of a session can
 * be told minutes late, or after a newer session began: it changes nothing that is newer.
 */
async function resolveConflict(
  decided: Decided,
  opened: Opened,
  event: Event,
  context: Context,
  exchange: Exchange,
  record: HouseholdRecord,
): Promise<Done> {
  const { store } = exchange.dependencies;
  let now: HouseholdRecord | null;
  try {
    now = await store.load(exchange.id, context.now);
    if (now !== null && isOurWrite(now, record)) {
      if (now.writer.counter === record.writer.counter) return saved(decided, now);
      const again = { ...record, version: now.version + 1 };
      await store.save(exchange.id, again, now.version, context.now);
      return saved(decided, again);
    }
    if (now !== null && isAnother(now, record, opened)) now = null;
    if (event.type === 'ended') {
      await takeBackDeleted(decided, now, exchange);
      return { ...decided, ...asStored(now), conflict: true };
    }
    if (now !== null && decided.reply.state.ownsExercise && isEndToldLate(now, opened)) {
      const newer = { ...record, version: now.version + 1 };
      await store.save(exchange.id, newer, now.version, context.now);
      return saved(decided, newer);
    }
    if (now !== null && isSavingOffElsewhere(now, opened, context)) {
      // They asked on another device not to save, so this session does not save either, from this reply on.
      await takeBackDeleted(decided, null, exchange);
      const base = keptIn(now);
      const { household } = merged(base, keptOf(opened.state), opened.base);
      const state = { ...opened.state, household, keeping: false, savingOff: base };
      const { reply } = await answerTo(state, event, context, exchange);
      const anew = { ...decided, reply, rendered: exchange.rendered(reply), unsettled: [] };
      // What this event changes on purpose is saved all the same.
      return await save(anew, { ...opened, state, ...asStored(now) }, event, context, exchange);
    }
    if (now !== null && canMerge(now, record, opened)) {
      const both: HouseholdRecord = {
        ...record,
        ...merged(now, record, opened.base),
        version: now.version + 1,
        running: decided.reply.state.ownsExercise ? record.running : now.running,
      };
      await store.save(exchange.id, both, now.version, context.now);
      await takeBackErased(decided, both.household, exchange);
      return saved(withKept(decided, both), both);
    }
    if (now !== null && now.running === null && isAtBeginning(opened.state)) {
      const anew = await decidedAgain(decided, opened, now, event, context, exchange);
      const again = recordOf(anew, { ...opened, version: now.version }, event, context, exchange);
      await store.save(exchange.id, again, now.version, context.now);
      await takeBackErased(anew, again.household, exchange);
      return saved(anew, again);
    }
    await takeBackDeleted(decided, now, exchange);
  } catch (cause) {
    warn('settle', cause, exchange);
    return notSaved(decided, opened, exchange);
  }
  exchange.dependencies.log.warn('store failed', {
    operation: 'save',
    code: 'conflict',
    household: exchange.id,
  });
  const lost: Event = { type: 'conflict', kept: now && keptIn(now) };
  const closing = respond(opened.state, lost, context);
  const done: Done = {
    ...decided,
    ...asStored(now),
    reply: closing,
    rendered: exchange.rendered(closing),
    unsettled: [],
    conflict: true,
  };
  // A reminder that was set while they were forgotten on another device goes as well.
  return now === null && context.reminded?.outcome === 'set' ? withoutReminders(done, true, exchange) : done;
}

/** Whether what is stored has begun since our household was deleted. Nothing of ours belongs into it. */
function isAnother(now: HouseholdRecord, ours: HouseholdRecord, { base }: Opened): boolean {
  const [theirs, own] = [now.household.since ?? 0, ours.household.since ?? 0];
  // Two speakers can begin a household at once.
  return base === null ? theirs > own : theirs !== own;
}

/** Whether they asked on another device not to save, and this session does not know that yet. */
function isSavingOffElsewhere({ household }: HouseholdRecord, { state }: Opened, { now }: Context): boolean {
  const until = household.unsavedUntil;
  return until !== null && now < until && state.keeping && until !== state.household.unsavedUntil;
}

/**
 * Whether the two writes can be merged: at most one of them has changed the exercise. The first write of a household that
 * is delivered again has nothing to add to what was written since.
 */
function canMerge(now: HouseholdRecord, ours: HouseholdRecord, { state, base }: Opened): boolean {
  if (base === null && now.household.since === ours.household.since) return false;
  const place = base?.place ?? null;
  return isDeepStrictEqual(now.place, place) || (!state.ownsExercise && isDeepStrictEqual(ours.place, place));
}

/** What is kept, of a stored household. */
export function keptIn({ household, place }: HouseholdRecord): Kept {
  return { household, place };
}

/** What a session has to know of what is stored; null if nothing is. */
export function asStored(record: HouseholdRecord | null): Pick<Done, 'version' | 'base' | 'running'> {
  return {
    version: record?.version ?? null,
    base: record && keptIn(record),
    running: record?.running ?? null,
  };
}

/** The same reply with what is stored now. */
function withKept(decided: Decided, { household, place }: Kept): Decided {
  const { reply } = decided;
  return { ...decided, reply: { ...reply, state: withWhatIsKept(reply.state, { household, place }) } };
}

/** Takes back what was kept in this session and is deleted by now: all of it if the household is. */
async function takeBackDeleted(
  decided: Decided,
  now: HouseholdRecord | null,
  exchange: Exchange,
): Promise<void> {
  if (now !== null) return takeBackErased(decided, now.household, exchange);
  for (const key of decided.unsettled) await exchange.dependencies.store.takeBack(exchange.id, key);
}

/** Takes back what was said before it was deleted on another device, and stored after that. */
async function takeBackErased(
  { unsettled }: Decided,
  { erased }: Kept['household'],
  exchange: Exchange,
): Promise<void> {
  for (const key of unsettled)
    if (key.at <= (key.from === null ? Math.max(erased.a ?? 0, erased.b ?? 0) : (erased[key.from] ?? 0)))
      await exchange.dependencies.store.takeBack(exchange.id, key);
}

/** Answers the event again with what is stored now. The exercise does not run on the other device any more. */
async function decidedAgain(
  decided: Decided,
  opened: Opened,
  now: HouseholdRecord,
  event: Event,
  context: Context,
  exchange: Exchange,
): Promise<Decided> {
  const { household, keeping, savingOff, stack } = openSession(keptIn(now), context.now);
  const { dialogs } = opened.state.stack;
  const state = { ...opened.state, household, keeping, savingOff, stack: { ...stack, dialogs } };
  const { reply } = await answerTo(state, event, context, exchange);
  return { ...decided, reply, rendered: exchange.rendered(reply) };
}

/** Whether the last write was by this session, at this event or an earlier one. Nothing is earlier than its end. */
function isOurWrite({ writer }: HouseholdRecord, { writer: ours }: HouseholdRecord): boolean {
  const ourSessions = [ours.session, ours.session.replace(END, '')];
  return ourSessions.includes(writer.session) && writer.counter <= ours.counter;
}

/** The mark of the end of a session, after the mark of the session. */
const END = '.end';

/**
 * Whether all that was written since this session read or saved the household is the end of a session. Such an end is
 * told late: this session was open before, and has said where they are. So what this session writes stands.
 */
function isEndToldLate({ writer, version }: HouseholdRecord, opened: Opened): boolean {
  return writer.session.endsWith(END) && opened.version !== null && version === opened.version + 1;
}

/** The reply if saving has failed. */
function notSaved(decided: Decided, { version, base, running }: Opened, exchange: Exchange): Done {
  const truthful = unsaved(decided.reply);
  return { ...decided, reply: truthful, rendered: exchange.rendered(truthful), version, base, running };
}

/** The reply after this record was saved. */
function saved(decided: Decided, record: HouseholdRecord): Done {
  const { reply } = decided;
  return {
    ...decided,
    ...asStored(record),
    reply: { ...reply, state: { ...reply.state, unsaved: false } },
    // What runs here is not what runs on another device.
    ...(reply.state.ownsExercise && { running: null }),
    unsettled: [],
  };
}

/** The record to save for a reply. */
function recordOf(
  { reply, rendered: { main, silent, windows } }: Decided,
  { version: seen, base, state: before, greeting, running }: Opened,
  event: Event,
  context: Context,
  exchange: Exchange,
): HouseholdRecord {
  const { endsAt, repromptAt } = windows;
  const { ownsExercise, savingOff } = reply.state;
  const { household, place } = keptOf(reply.state);
  // While they asked not to save, it is not stored either that something runs.
  const runs = main.asks && ownsExercise && place !== null && savingOff === null;
  // If the exercise was not resumed, its place stays as it was read. Opening the session has moved it to the step to
  // resume.
  const unmoved =
    base !== null && !ownsExercise && isDeepStrictEqual(place, before.stack.exercise?.place ?? null);
  return {
    // While they asked not to save, only what they change on purpose is saved.
    ...(savingOff ?? { household, place: unmoved ? base.place : place }),
    // A new household begins with a version that no deleted household can have had.
    version: seen === null ? context.now : seen + 1,
    writer: {
      session: `${exchange.session}${event.type === 'ended' ? END : ''}`,
      counter: reply.state.counter,
    },
    running: runs
      ? {
          device: exchange.device,
          since: context.now,
          until: context.now + Math.round(endsAt) * 1000,
          steps: [
            ...main.timeline.steps.map(({ id, at }): [string, number] => [id, Math.round(at)]),
            ...(silent?.timeline.steps ?? []).map(({ id, at }): [string, number] => [
              id,
              Math.round(repromptAt + at),
            ]),
          ],
        }
      : ownsExercise
        ? null
        : running,
    opening: greeting || main.opening,
  };
}
