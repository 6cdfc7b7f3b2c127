import { createHash } from 'node:crypto';

/** A 32-bit seed from a request's id: a request that is delivered twice gets the same reply. */
export function seedOf(requestId: string): number {
  return createHash('sha256').update(requestId).digest().readUInt32BE(0);
}
