/** Saving the household, conditional on what was read, and settling it where somebody else was first. */
import { isDeepStrictEqual } from 'node:util';
import type { Context } from '../conversation/context.ts';
import type { Event } from '../conversation/event.ts';
import type { AppreciationKey, Household } from '../conversation/household.ts';
import type { Reply } from '../conversation/reply.ts';
import { respond, unsaved } from '../conversation/respond.ts';
import { BEGINNING } from '../conversation/scene.ts';
import { openSession } from '../conversation/scenes/returning.ts';
import { StoreError } from '../household/errors.ts';
import { merged } from '../household/merging.ts';
import type { HouseholdId, HouseholdRecord } from '../household/store.ts';
import type { Clock } from './reminders.ts';
import type { AlexaServices } from './services.ts';
import { windowsOf } from './windows.ts';
import type { Heard, Opened, Unsettled, World } from './world.ts';

export interface Doing {
  id: HouseholdId;
  /** Marks of this device and this session. */
  device: string;
  session: string;
  world: World;
  services: AlexaServices;
  /** What a reminder is set by. */
  clock(): Promise<Clock>;
  heard(reply: Reply): Heard;
}

export interface Done extends Decided {
  /** The version of the household in the store after this, and the household itself. */
  version: number | null;
  base: Household | null;
  /** True where somebody else was first, and this session ends for it. */
  conflict?: boolean;
}

/** What was decided, and what of it is in the store so far. */
export interface Decided {
  reply: Reply;
  heard: Heard;
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
  doing: Doing,
): Promise<Done> {
  const { reply } = decided;
  if (!reply.effects.some(({ effect }) => effect === 'save'))
    return { ...decided, version: opened.version, base: opened.base };
  const record = recordOf(decided, opened, context, doing);
  try {
    await doing.world.store.save(doing.id, record, opened.version, context.now);
    return saved(decided, record);
  } catch (cause) {
    if (cause instanceof StoreError && cause.code === 'conflict')
      return settle(decided, opened, event, context, doing, record);
    warn('save', cause, doing);
    return notSaved(decided, opened, doing);
  }
}

/** Somebody wrote since we read. It may have been us: a write whose answer was lost, or a request sent twice. */
async function settle(
  decided: Decided,
  opened: Opened,
  event: Event,
  context: Context,
  doing: Doing,
  record: HouseholdRecord,
): Promise<Done> {
  const { store } = doing.world;
  let now: HouseholdRecord | null;
  try {
    now = await store.load(doing.id, context.now);
    if (now !== null && isOurWrite(now, record)) {
      if (now.writer.counter === record.writer.counter) return saved(decided, now);
      const again = { ...record, version: now.version + 1 };
      await store.save(doing.id, again, now.version, context.now);
      return saved(decided, again);
    }
    if (now !== null && isPutOff(now, opened, context)) {
      // Somebody asked elsewhere not to save: here it is not saved either, from this reply on.
      for (const key of decided.unsettled) await store.takeBack(doing.id, key);
      const state = { ...opened.state, keeping: false, frozen: now.household };
      const reply = respond(state, event, context);
      const { version, household: base } = now;
      return { ...decided, reply, heard: doing.heard(reply), version, base, unsettled: [] };
    }
    if (now !== null && isOurs(now, record, opened)) {
      const both: HouseholdRecord = {
        ...record,
        household: merged(now.household, record.household, opened.base),
        version: now.version + 1,
        running: decided.reply.state.leading ? record.running : now.running,
      };
      await store.save(doing.id, both, now.version, context.now);
      await settleErased(decided, both.household, doing);
      return saved(withHousehold(decided, both.household), both);
    }
    if (now !== null && now.running === null && hasNotBegun(opened)) {
      const anew = decidedAnew(decided, opened, now, event, context, doing);
      const again = recordOf(anew, { ...opened, version: now.version }, context, doing);
      await store.save(doing.id, again, now.version, context.now);
      await settleErased(anew, again.household, doing);
      return saved(anew, again);
    }
    // A household that was forgotten stays forgotten: what was kept in this session goes with it.
    if (now === null) for (const key of decided.unsettled) await store.takeBack(doing.id, key);
    else await settleErased(decided, now.household, doing);
  } catch (cause) {
    warn('settle', cause, doing);
    return notSaved(decided, opened, doing);
  }
  doing.world.log.warn('store failed', { operation: 'save', code: 'conflict', household: doing.id });
  const lost: Event = { type: 'conflict', household: now?.household ?? null };
  const closing = respond(opened.state, lost, context);
  const { retracting } = decided;
  const version = now?.version ?? null;
  return {
    reply: closing,
    heard: doing.heard(closing),
    version,
    base: now?.household ?? null,
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
function isOurs({ household }: HouseholdRecord, ours: HouseholdRecord, { state, base }: Opened): boolean {
  const place = base?.place ?? null;
  return (
    isDeepStrictEqual(household.place, place) ||
    (!state.leading && isDeepStrictEqual(ours.household.place, place))
  );
}

function withHousehold(decided: Decided, household: Household): Decided {
  const { reply } = decided;
  const { frozen } = reply.state;
  const state = frozen === null ? { ...reply.state, household } : { ...reply.state, frozen: household };
  return { ...decided, reply: { ...reply, state } };
}

/** What was said before somebody had it deleted elsewhere goes, although it was kept a moment later. */
async function settleErased({ unsettled }: Decided, { erased }: Household, doing: Doing): Promise<void> {
  for (const key of unsettled)
    if (key.at <= (erased[key.from] ?? 0)) await doing.world.store.takeBack(doing.id, key);
}

/** Whether this session has only been asked how to begin: then nothing of it is lost by deciding again. */
function hasNotBegun({ state: { scene } }: Opened): boolean {
  return BEGINNING.has(scene.id) || scene.id === 'elsewhere';
}

/** The same answer to what is kept now: the exercise that ran elsewhere has come to rest there. */
function decidedAnew(
  decided: Decided,
  opened: Opened,
  now: HouseholdRecord,
  event: Event,
  context: Context,
  doing: Doing,
): Decided {
  const { household, keeping, frozen } = openSession(now.household, context.now);
  const reply = respond({ ...opened.state, household, keeping, frozen }, event, context);
  return { ...decided, reply, heard: doing.heard(reply) };
}

/** Whether the last write was this session's, at this event or an earlier one. */
function isOurWrite(now: HouseholdRecord, record: HouseholdRecord): boolean {
  return now.writer.session === record.writer.session && now.writer.counter <= record.writer.counter;
}

function notSaved(decided: Decided, { version, base }: Opened, doing: Doing): Done {
  const honest = unsaved(decided.reply);
  return { ...decided, reply: honest, heard: doing.heard(honest), version, base };
}

function saved(decided: Decided, { version, household }: HouseholdRecord): Done {
  const { reply } = decided;
  return {
    ...decided,
    reply: { ...reply, state: { ...reply.state, unsaved: false } },
    version,
    base: household,
    unsettled: [],
  };
}

function recordOf(
  { reply, heard: { main, silent } }: Decided,
  { version: seen, base, state: before, greeting, running }: Opened,
  context: Context,
  doing: Doing,
): HouseholdRecord {
  const { endsAt, repromptAt } = windowsOf(main.timeline, silent?.timeline ?? null);
  const { leading, frozen, household } = reply.state;
  const runs = main.asks && leading && household.place !== null;
  // Where it was only opened, the place stays as it was read: it was moved to be taken up, and was not.
  const place =
    base !== null && !leading && isDeepStrictEqual(household.place, before.household.place)
      ? base.place
      : household.place;
  return {
    // Where they asked not to save, only what they changed on purpose is.
    household: frozen ?? { ...household, place },
    // A household that is begun anew begins with a version that no household before it had.
    version: seen === null ? context.now : seen + 1,
    writer: { session: doing.session, counter: reply.state.counter },
    running: runs
      ? {
          device: doing.device,
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
      : leading
        ? null
        : running,
    opening: greeting || main.opening,
  };
}

/** Logs a failure of the store; anything else is thrown on. */
export function warn(operation: string, cause: unknown, { world, id }: Doing): void {
  if (!(cause instanceof StoreError)) throw cause;
  world.log.warn('store failed', { operation, code: cause.code, household: id });
}
