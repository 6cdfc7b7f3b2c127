/** Hashes of Alexa's ids. */
import { createHash } from 'node:crypto';
import type { HouseholdId } from './store.ts';

/** The id of a household: the SHA-256 of Alexa's user id, so that the key does not reveal whose it is. */
export function householdId(userId: string): HouseholdId {
  return createHash('sha256').update(userId).digest('hex');
}

/** A short mark of a device or session: 10 hex digits of its SHA-256, enough to tell those of one household apart. */
export function markOf(id: string): string {
  return createHash('sha256').update(id).digest('hex').slice(0, 10);
}
