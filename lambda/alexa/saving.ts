/** Performing a reply's effects before it is spoken, and answering what comes of them. */
import type { Context } from '../conversation/context.ts';
import type { Event } from '../conversation/event.ts';
import type { Reply } from '../conversation/reply.ts';
import { notTakenBack, respond, unsaved } from '../conversation/respond.ts';
import { openSession } from '../conversation/scenes/returning.ts';
import { BEGINNING, type State } from '../conversation/state.ts';
import { StoreError } from '../household/errors.ts';
import type { HouseholdId, HouseholdRecord } from '../household/store.ts';
import { windowsOf } from './windows.ts';
import type { AppreciationKey, Heard, Opened, World } from './world.ts';

interface Doing {
  id: HouseholdId;
  /** Marks of this device and this session. */
  device: string;
  session: string;
  world: World;
  heard(reply: Reply): Heard;
}

export interface Done {
  reply: Reply;
  heard: Heard;
  /** The version of the household in the store after this. */
  version: number | null;
  /** See `Opened`. */
  unsettled: readonly AppreciationKey[];
  retracting: readonly AppreciationKey[];
}

/** What was decided, and what of it is in the store so far. */
interface Decided {
  reply: Reply;
  heard: Heard;
  unsettled: readonly AppreciationKey[];
  retracting: readonly AppreciationKey[];
}

/** Decides the reply, performs its effects in order, and decides again where one of them fails. */
export async function performed(opened: Opened, event: Event, context: Context, doing: Doing): Promise<Done> {
  const retracting = await takeBack(opened.retracting, doing);
  const knowing = await recalled(opened.state, event, context, doing);
  const reply = respond(opened.state, event, knowing);
  const kept = await appreciations(reply, { ...opened, retracting }, knowing, doing);
  return save({ ...kept, heard: doing.heard(kept.reply) }, opened, event, knowing, doing);
}

/** The context with the appreciations in it that the reply to this event has to know. */
async function recalled(state: State, event: Event, context: Context, doing: Doing): Promise<Context> {
  const wanted = respond(state, event, context).effects.find(({ effect }) => effect === 'recall');
  if (wanted?.effect !== 'recall') return context;
  try {
    return { ...context, recalled: await doing.world.store.appreciations(doing.id, wanted) };
  } catch (cause) {
    warn('appreciations', cause, doing);
    return { ...context, recalled: 'unreachable' };
  }
}

type Kept = Omit<Decided, 'heard'>;

/** Keeps an appreciation, or takes back one that may have been kept when nobody could be told so. */
async function appreciations(reply: Reply, opened: Opened, context: Context, doing: Doing): Promise<Kept> {
  let { unsettled, retracting } = opened;
  for (const effect of reply.effects) {
    if (effect.effect === 'take-back') {
      const left = await takeBack([effect.appreciation], doing);
      retracting = [...retracting, ...left];
      if (left.length > 0) return { reply: notTakenBack(reply), unsettled, retracting };
    }
    if (effect.effect !== 'keep') continue;
    const { id, day } = effect.appreciation;
    // Even a write that fails may have happened.
    unsettled = [...unsettled, { id, day }];
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

async function save(
  decided: Decided,
  opened: Opened,
  event: Event,
  context: Context,
  doing: Doing,
): Promise<Done> {
  const { reply } = decided;
  if (!reply.effects.some(({ effect }) => effect === 'save')) return { ...decided, version: opened.version };
  const record = recordOf(decided, opened, context, doing);
  try {
    await doing.world.store.save(doing.id, record, opened.version);
    return saved(decided, record.version);
  } catch (cause) {
    if (cause instanceof StoreError && cause.code === 'conflict')
      return settle(decided, opened, event, context, doing, record);
    warn('save', cause, doing);
    return notSaved(decided, opened.version, doing);
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
    now = await store.load(doing.id);
    if (now !== null && isOurs(now, record)) {
      if (now.writer.counter === record.writer.counter) return saved(decided, now.version);
      const again = { ...record, version: now.version + 1 };
      await store.save(doing.id, again, now.version);
      return saved(decided, again.version);
    }
    if (now !== null && now.running === null && hasNotBegun(opened)) {
      const anew = decidedAnew(decided, opened, now, event, context, doing);
      const again = recordOf(anew, { ...opened, version: now.version }, context, doing);
      await store.save(doing.id, again, now.version);
      return saved(anew, again.version);
    }
    // A household that was forgotten stays forgotten: what was kept in this session goes with it.
    if (now === null) await takeBack(decided.unsettled, doing);
  } catch (cause) {
    warn('settle', cause, doing);
    return notSaved(decided, opened.version, doing);
  }
  doing.world.log.warn('store failed', { operation: 'save', code: 'conflict', household: doing.id });
  const lost: Event = { type: 'conflict', household: now?.household ?? null };
  const closing = respond(opened.state, lost, context);
  const { retracting } = decided;
  const version = now?.version ?? null;
  return { reply: closing, heard: doing.heard(closing), version, unsettled: [], retracting };
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
  const { household } = openSession(now.household);
  const reply = respond({ ...opened.state, household }, event, context);
  return { ...decided, reply, heard: doing.heard(reply) };
}

/** Whether the last write was this session's, at this event or an earlier one. */
function isOurs(now: HouseholdRecord, record: HouseholdRecord): boolean {
  return now.writer.session === record.writer.session && now.writer.counter <= record.writer.counter;
}

function notSaved(decided: Decided, version: number | null, doing: Doing): Done {
  const honest = unsaved(decided.reply);
  return { ...decided, reply: honest, heard: doing.heard(honest), version };
}

function saved(decided: Decided, version: number): Done {
  const { reply } = decided;
  return {
    ...decided,
    reply: { ...reply, state: { ...reply.state, unsaved: false } },
    version,
    unsettled: [],
  };
}

function recordOf(
  { reply, heard: { main, silent } }: Decided,
  { version: seen, greeting }: Opened,
  context: Context,
  doing: Doing,
): HouseholdRecord {
  const { endsAt, repromptAt } = windowsOf(main.timeline, silent?.timeline ?? null);
  const runs = main.asks && reply.state.household.place !== null;
  return {
    household: reply.state.household,
    version: (seen ?? 0) + 1,
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
      : null,
    opening: greeting || main.opening,
  };
}

function warn(operation: string, cause: unknown, { world, id }: Doing): void {
  if (!(cause instanceof StoreError)) throw cause;
  world.log.warn('store failed', { operation, code: cause.code, household: id });
}
