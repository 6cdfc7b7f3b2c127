/**
 * What Alexa tells the skill outside of any session: it was disabled, or its permissions changed. Nobody hears an answer.
 *
 * Amazon tries again for up to an hour where an event was not acknowledged, and does not promise an order: what is done
 * here can be done twice, and is not undone by an event that comes late (docs/decisions/0018).
 * https://developer.amazon.com/en-US/docs/alexa/smapi/skill-events-in-alexa-skills.html
 */
import { isDeepStrictEqual } from 'node:util';
import type { RequestEnvelope } from 'ask-sdk-model';
import * as z from 'zod/mini';
import type { Household } from '../conversation/model/household.ts';
import { StoreError } from '../household/errors.ts';
import { markOf } from '../household/identity.ts';
import type { HouseholdId } from '../household/store.ts';
import type { Dependencies } from './dependencies.ts';
import { PERMISSION_ACCEPTED, PERMISSION_CHANGED, personIn, SKILL_DISABLED } from './envelope.ts';
import { REMINDERS } from './permission.ts';

/** Lets Alexa tell whose voice it is. */
const VOICES = 'alexa::person_id:read';

/**
 * Does what a skill event asks for.
 *
 * @throws StoreError if that failed, and is logged: then Alexa has to deliver the event again
 */
export async function skillEvent(
  envelope: RequestEnvelope,
  id: HouseholdId,
  dependencies: Dependencies,
): Promise<void> {
  switch (envelope.request.type) {
    case SKILL_DISABLED:
      await logged('forget', () => dependencies.store.forget(id), id, dependencies);
      return dependencies.log.info('household forgotten', { household: id });
    case PERMISSION_ACCEPTED:
      // What it is for is asked for by voice, and kept when it is set.
      return dependencies.log.info('permission accepted', { household: id });
    case PERMISSION_CHANGED:
      return permissionChanged(envelope, id, dependencies);
  }
}

/** The log must tell whose household it was, in case Alexa does not deliver the event again. */
async function logged(
  operation: string,
  work: () => Promise<unknown>,
  id: HouseholdId,
  { log }: Dependencies,
): Promise<void> {
  try {
    await work();
  } catch (cause) {
    if (cause instanceof StoreError) log.warn('store failed', { operation, code: cause.code, household: id });
    throw cause;
  }
}

const permissions = z.array(z.object({ scope: z.string() }));

/** ask-sdk-model says of both lists that they may be empty, and of the second that it may be missing. */
const bodySchema = z.object({
  acceptedPermissions: permissions,
  acceptedPersonPermissions: z.optional(z.nullable(permissions)),
});

/** What was withdrawn is not kept any more. */
async function permissionChanged(
  envelope: RequestEnvelope,
  id: HouseholdId,
  dependencies: Dependencies,
): Promise<void> {
  const { request } = envelope;
  const body = bodySchema.safeParse('body' in request ? request.body : undefined);
  // A list that cannot be read says nothing of what was withdrawn; it would be the same when it came again.
  if (!body.success)
    return dependencies.log.warn('permissions unreadable', { code: 'malformed-body', household: id });
  const { acceptedPermissions, acceptedPersonPermissions } = body.data;
  const accepted = new Set(
    [...acceptedPermissions, ...(acceptedPersonPermissions ?? [])].map(({ scope }) => scope),
  );
  const voice = personIn(envelope, id);
  const kept = (household: Household): Household => {
    const { reminder, voices } = household;
    return {
      ...household,
      reminder: accepted.has(REMINDERS) ? reminder : null,
      voices: accepted.has(VOICES) ? voices : { a: without(voices.a, voice), b: without(voices.b, voice) },
    };
  };
  await logged('withdraw', () => change(envelope, kept, id, dependencies), id, dependencies);
  // Not what was withdrawn: that is nobody's business.
  dependencies.log.info('permission changed', { household: id });
}

/** A voice goes if it is the one of the person who withdrew it, or if nobody knows whose that is. "Rather not" stays. */
function without(kept: Household['voices']['a'], voice: string | null): Household['voices']['a'] {
  return typeof kept === 'string' && (voice === null || kept === voice) ? null : kept;
}

/** Changes what is kept, if anything is and it changes; decides once more if somebody else wrote meanwhile. */
async function change(
  { request }: RequestEnvelope,
  kept: (household: Household) => Household,
  id: HouseholdId,
  { store }: Dependencies,
): Promise<void> {
  const now = Date.parse(request.timestamp);
  // A writer of its own: a session under way must see that somebody else wrote, or it would write over it.
  const writer = { session: markOf(request.requestId), counter: 0 };
  const once = async (): Promise<void> => {
    const record = await store.load(id, now);
    if (record === null) return;
    const household = kept(record.household);
    if (isDeepStrictEqual(household, record.household)) return;
    await store.save(id, { ...record, household, writer, version: record.version + 1 }, record.version, now);
  };
  try {
    await once();
  } catch (cause) {
    if (!(cause instanceof StoreError) || cause.code !== 'conflict') throw cause;
    await once();
  }
}
