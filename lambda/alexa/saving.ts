/** Performing a reply's effects before it is spoken, and answering what comes of them. */
import type { Context } from '../conversation/context.ts';
import type { Event } from '../conversation/event.ts';
import type { Reply } from '../conversation/reply.ts';
import { respond, unsaved } from '../conversation/respond.ts';
import type { State } from '../conversation/state.ts';
import { StoreError } from '../household/errors.ts';
import type { HouseholdId, HouseholdRecord } from '../household/store.ts';
import { windowsOf } from './windows.ts';
import type { Heard, Opened, World } from './world.ts';

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
}

/** Decides the reply, performs its effects in order, and decides again where one of them fails. */
export async function performed(opened: Opened, event: Event, context: Context, doing: Doing): Promise<Done> {
  const reply = respond(opened.state, event, context);
  const kept = await keep(reply, opened.state, context, doing);
  return save(kept, opened, context, doing);
}

async function keep(reply: Reply, before: State, context: Context, doing: Doing): Promise<Reply> {
  for (const effect of reply.effects) {
    if (effect.effect !== 'keep') continue;
    try {
      await doing.world.store.keep(doing.id, effect.appreciation);
    } catch (cause) {
      warn('keep', cause, doing);
      return respond(before, { type: 'not-kept' }, context);
    }
  }
  return reply;
}

async function save(reply: Reply, opened: Opened, context: Context, doing: Doing): Promise<Done> {
  const heard = doing.heard(reply);
  if (!reply.effects.some(({ effect }) => effect === 'save'))
    return { reply, heard, version: opened.version };
  const record = recordOf(reply, heard, opened.version, context, doing);
  try {
    await doing.world.store.save(doing.id, record, opened.version);
    return { reply: saved(reply), heard, version: record.version };
  } catch (cause) {
    if (cause instanceof StoreError && cause.code === 'conflict')
      return settle(reply, opened, context, doing, record);
    warn('save', cause, doing);
    return notSaved(reply, opened.version, doing);
  }
}

/** Somebody wrote since we read. It may have been us: a write whose answer was lost, or a request sent twice. */
async function settle(
  reply: Reply,
  opened: Opened,
  context: Context,
  doing: Doing,
  record: HouseholdRecord,
): Promise<Done> {
  const { store } = doing.world;
  let now: HouseholdRecord | null;
  try {
    now = await store.load(doing.id);
    if (now !== null && isOurs(now, record)) {
      if (now.writer.counter === record.writer.counter)
        return { reply: saved(reply), heard: doing.heard(reply), version: now.version };
      const again = { ...record, version: now.version + 1 };
      await store.save(doing.id, again, now.version);
      return { reply: saved(reply), heard: doing.heard(reply), version: again.version };
    }
    if (now === null) await takeBack(reply, doing);
  } catch (cause) {
    warn('settle', cause, doing);
    return notSaved(reply, opened.version, doing);
  }
  doing.world.log.warn('store failed', { operation: 'save', code: 'conflict', household: doing.id });
  const lost: Event = { type: 'conflict', household: now?.household ?? null, elsewhere: true };
  const closing = respond(opened.state, lost, context);
  return { reply: closing, heard: doing.heard(closing), version: now?.version ?? null };
}

/** Whether the last write was this session's, at this event or an earlier one. */
function isOurs(now: HouseholdRecord, record: HouseholdRecord): boolean {
  return now.writer.session === record.writer.session && now.writer.counter <= record.writer.counter;
}

/** A household that was forgotten stays forgotten: what was kept a moment ago goes with it. */
async function takeBack(reply: Reply, doing: Doing): Promise<void> {
  for (const effect of reply.effects)
    if (effect.effect === 'keep') await doing.world.store.takeBack(doing.id, effect.appreciation);
}

function notSaved(reply: Reply, version: number | null, doing: Doing): Done {
  const honest = unsaved(reply);
  return { reply: honest, heard: doing.heard(honest), version };
}

function saved(reply: Reply): Reply {
  return { ...reply, state: { ...reply.state, unsaved: false } };
}

function recordOf(
  reply: Reply,
  heard: Heard,
  seen: number | null,
  context: Context,
  doing: Doing,
): HouseholdRecord {
  const { main, silent } = heard;
  const { endsAt } = windowsOf(main.timeline, silent?.timeline ?? null);
  const runs = main.asks && reply.state.household.place !== null;
  return {
    household: reply.state.household,
    version: (seen ?? 0) + 1,
    writer: { session: doing.session, counter: reply.state.counter },
    running: runs ? { device: doing.device, until: context.now + endsAt * 1000 } : null,
    opening: main.opening,
  };
}

function warn(operation: string, cause: unknown, { world, id }: Doing): void {
  if (!(cause instanceof StoreError)) throw cause;
  world.log.warn('store failed', { operation, code: cause.code, household: id });
}
