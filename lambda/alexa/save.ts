/** Saving the household, conditional on what was read, and settling it if somebody else was first. */
import { isDeepStrictEqual } from 'node:util';
import { isAtBeginning } from '../conversation/dialogs/registry.ts';
import { openSession } from '../conversation/exercise/lifecycle.ts';
import type { Context } from '../conversation/model/context.ts';
import type { Event } from '../conversation/model/event.ts';
import type { AppreciationKey, Kept } from '../conversation/model/household.ts';
import type { Reply } from '../conversation/model/reply.ts';
import { keptOf, withWhatIsKept } from '../conversation/model/state.ts';
import { respond, unsaved } from '../conversation/respond.ts';
import { StoreError } from '../household/errors.ts';
import { merged } from '../household/merging.ts';
import type { HouseholdRecord } from '../household/store.ts';
import type { Opened, RenderedReply, Unsettled } from './dependencies.ts';
import { type Exchange, warn } from './exchange-context.ts';

export interface Done extends Decided {
  /** The version of the household in the store after this, and what is kept of it. */
  version: number | null;
  base: Kept | null;
  /** True if somebody else was first, and this session ends for it. */
  conflict?: boolean;
}

/** What was decided, and what of it is in the store so far. */
export interface Decided {
  reply: Reply;
  rendered: RenderedReply;
  /** See `Opened`. */
  unsettled: readonly Unsettled[];
  retracting: readonly AppreciationKey[];
}

/** Saves the reply's household, if it asks for that. */
export async function save(
  decided: Decided,
  opened: Opened,
  event: Event,
  context: Context,
  exchange: Exchange,
): Promise<Done> {
  const { reply } = decided;
  if (!reply.effects.some(({ effect }) => effect === 'save'))
    return { ...decided, version: opened.version, base: opened.base };
  const record = recordOf(decided, opened, context, exchange);
  try {
    await exchange.dependencies.store.save(exchange.id, record, opened.version, context.now);
    return saved(decided, record);
  } catch (cause) {
    if (cause instanceof StoreError && cause.code === 'conflict')
      return settle(decided, opened, event, context, exchange, record);
    warn('save', cause, exchange);
    return notSaved(decided, opened, exchange);
  }
}

/** Somebody wrote since we read. It may have been us: a write whose answer was lost, or a request sent twice. */
async function settle(
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
    if (now !== null && isPutOff(now, opened, context)) {
      // Somebody asked elsewhere not to save: here it is not saved either, from this reply on.
      for (const key of decided.unsettled) await store.takeBack(exchange.id, key);
      const state = { ...opened.state, keeping: false, savingOff: keptIn(now) };
      const { reply } = await exchange.answer(state, event, context);
      const { version } = now;
      return {
        ...decided,
        reply,
        rendered: exchange.rendered(reply),
        version,
        base: keptIn(now),
        unsettled: [],
      };
    }
    if (now !== null && isOurs(now, record, opened)) {
      const both: HouseholdRecord = {
        ...record,
        ...merged(now, record, opened.base),
        version: now.version + 1,
        running: decided.reply.state.ownsExercise ? record.running : now.running,
      };
      await store.save(exchange.id, both, now.version, context.now);
      await settleErased(decided, both.household, exchange);
      return saved(withKept(decided, both), both);
    }
    if (now !== null && now.running === null && isAtBeginning(opened.state)) {
      const anew = await decidedAnew(decided, opened, now, event, context, exchange);
      const again = recordOf(anew, { ...opened, version: now.version }, context, exchange);
      await store.save(exchange.id, again, now.version, context.now);
      await settleErased(anew, again.household, exchange);
      return saved(anew, again);
    }
    // A household that was forgotten stays forgotten: what was kept in this session goes with it.
    if (now === null) for (const key of decided.unsettled) await store.takeBack(exchange.id, key);
    else await settleErased(decided, now.household, exchange);
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
  const { retracting } = decided;
  const version = now?.version ?? null;
  return {
    reply: closing,
    rendered: exchange.rendered(closing),
    version,
    base: now && keptIn(now),
    unsettled: [],
    retracting,
    conflict: true,
  };
}

/** Whether somebody asked on another device not to save, which this session does not know yet. */
function isPutOff({ household }: HouseholdRecord, { state }: Opened, { now }: Context): boolean {
  const until = household.unsavedUntil;
  return until !== null && now < until && state.keeping && until !== state.household.unsavedUntil;
}

/**
 * Whether both writes can stand: this session leaves the exercise alone, or the exercise is where this session left
 * it, and somebody else only changed what stands beside it.
 */
function isOurs(now: HouseholdRecord, ours: HouseholdRecord, { state, base }: Opened): boolean {
  const place = base?.place ?? null;
  return isDeepStrictEqual(now.place, place) || (!state.ownsExercise && isDeepStrictEqual(ours.place, place));
}

function keptIn({ household, place }: HouseholdRecord): Kept {
  return { household, place };
}

/** The same reply for what is kept now. */
function withKept(decided: Decided, { household, place }: Kept): Decided {
  const { reply } = decided;
  return { ...decided, reply: { ...reply, state: withWhatIsKept(reply.state, { household, place }) } };
}

/** What was said before somebody had it deleted elsewhere goes, although it was kept a moment later. */
async function settleErased(
  { unsettled }: Decided,
  { erased }: Kept['household'],
  exchange: Exchange,
): Promise<void> {
  for (const key of unsettled)
    if (key.at <= (erased[key.from] ?? 0)) await exchange.dependencies.store.takeBack(exchange.id, key);
}

/** The same answer to what is kept now: the exercise that ran elsewhere has come to rest there. */
async function decidedAnew(
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
  const { reply } = await exchange.answer(state, event, context);
  return { ...decided, reply, rendered: exchange.rendered(reply) };
}

/** Whether the last write was this session's, at this event or an earlier one. */
function isOurWrite(now: HouseholdRecord, record: HouseholdRecord): boolean {
  return now.writer.session === record.writer.session && now.writer.counter <= record.writer.counter;
}

function notSaved(decided: Decided, { version, base }: Opened, exchange: Exchange): Done {
  const honest = unsaved(decided.reply);
  return { ...decided, reply: honest, rendered: exchange.rendered(honest), version, base };
}

function saved(decided: Decided, record: HouseholdRecord): Done {
  const { reply } = decided;
  return {
    ...decided,
    reply: { ...reply, state: { ...reply.state, unsaved: false } },
    version: record.version,
    base: keptIn(record),
    unsettled: [],
  };
}

function recordOf(
  { reply, rendered: { main, silent, windows } }: Decided,
  { version: seen, base, state: before, greeting, running }: Opened,
  context: Context,
  exchange: Exchange,
): HouseholdRecord {
  const { endsAt, repromptAt } = windows;
  const { ownsExercise, savingOff } = reply.state;
  const { household, place } = keptOf(reply.state);
  const runs = main.asks && ownsExercise && place !== null;
  // If it was only opened, the place stays as it was read: it was moved to be taken up, and was not.
  const unmoved =
    base !== null && !ownsExercise && isDeepStrictEqual(place, before.stack.exercise?.place ?? null);
  return {
    // If they asked not to save, only what they changed on purpose is saved.
    ...(savingOff ?? { household, place: unmoved ? base.place : place }),
    // A household that is begun anew begins with a version that no household before it had.
    version: seen === null ? context.now : seen + 1,
    writer: { session: exchange.session, counter: reply.state.counter },
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
