/**
 * The skill events: Alexa reports outside of any session that the skill was disabled, or that its permissions changed.
 * There is no spoken answer.
 *
 * Alexa delivers an event again for up to an hour if it was not acknowledged, and guarantees no order. So everything
 * here can be done twice, and a late event does not undo it (docs/decisions/0006).
 * https://developer.amazon.com/en-US/docs/alexa/smapi/skill-events-in-alexa-skills.html
 */
import { isDeepStrictEqual } from 'node:util';
import type { RequestEnvelope } from 'ask-sdk-model';
import * as v from 'valibot';
import type { Household } from '../conversation/model/household.ts';
import { StoreError } from '../household/errors.ts';
import { markOf } from '../household/identity.ts';
import type { HouseholdId } from '../household/store.ts';
import type { Dependencies } from './dependencies.ts';
import { PERMISSION_ACCEPTED, PERMISSION_CHANGED, personIn, SKILL_DISABLED } from './envelope.ts';
import { warn } from './exchange-context.ts';
import type { Operation } from './log.ts';
import { REMINDERS } from './permission.ts';

/** The scope of the permission to recognise voices. */
const VOICES = 'alexa::person_id:read';

/**
 * Handles a skill event.
 *
 * @throws StoreError if the store fails, after logging it: then Alexa delivers the event again
 */
export async function skillEvent(
  envelope: RequestEnvelope,
  id: HouseholdId,
  dependencies: Dependencies,
): Promise<void> {
  switch (envelope.request.type) {
    case SKILL_DISABLED: {
      // All of it, at any time: whoever enables the skill again has another user id, and so another household.
      // https://developer.amazon.com/en-US/docs/alexa/custom-skills/communication-related-to-your-skill-customers.html
      const at = Date.parse(envelope.request.timestamp);
      await logged('forget', () => dependencies.store.forget(id, at), id, dependencies);
      return dependencies.log.info('household forgotten', { household: id });
    }
    case PERMISSION_ACCEPTED:
      // Nothing is stored here: what the permission is for is stored when they set it by voice.
      return dependencies.log.info('permission accepted', { household: id });
    case PERMISSION_CHANGED:
      return permissionChanged(envelope, id, dependencies);
  }
}

/**
 * Runs some work, and logs an error of the store with the household, in case Alexa does not deliver the event again.
 */
async function logged(
  operation: Operation,
  work: () => Promise<unknown>,
  id: HouseholdId,
  dependencies: Dependencies,
): Promise<void> {
  try {
    await work();
  } catch (cause) {
    warn(operation, cause, { dependencies, id });
    throw cause;
  }
}

const permissions = v.array(v.object({ scope: v.string() }));

/** According to ask-sdk-model, both lists can be empty, and the second one can be missing. */
const bodySchema = v.object({
  acceptedPermissions: permissions,
  acceptedPersonPermissions: v.optional(v.nullable(permissions)),
});

/** Deletes what they withdrew the permission for. */
async function permissionChanged(
  envelope: RequestEnvelope,
  id: HouseholdId,
  dependencies: Dependencies,
): Promise<void> {
  const { request } = envelope;
  const body = v.safeParse(bodySchema, 'body' in request ? request.body : undefined);
  // Nothing is deleted, and nothing thrown: the event would be just as malformed if it were delivered again.
  if (!body.success)
    return dependencies.log.warn('permissions unreadable', { code: 'malformed-body', household: id });
  const { acceptedPermissions, acceptedPersonPermissions } = body.output;
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
  // Which permission was withdrawn is private.
  dependencies.log.info('permission changed', { household: id });
}

/**
 * The voice of a partner after the withdrawal: null if it is the withdrawn one, or if it is not known who withdrew it.
 */
function without(kept: Household['voices']['a'], voice: string | null): Household['voices']['a'] {
  return typeof kept === 'string' && (voice === null || kept === voice) ? null : kept;
}

/**
 * Changes the stored household, if there is one. If another device has saved in the meantime, it is read and changed
 * once more.
 */
async function change(
  { request }: RequestEnvelope,
  kept: (household: Household) => Household,
  id: HouseholdId,
  { store }: Dependencies,
): Promise<void> {
  const now = Date.parse(request.timestamp);
  // It has a writer of its own, so that a session under way notices the change and does not overwrite it.
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
