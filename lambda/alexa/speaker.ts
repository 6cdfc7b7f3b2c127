/** Whose voice it was: a mark of it, for this request and this household only. */
import type { RequestEnvelope } from 'ask-sdk-model';
import * as z from 'zod/mini';
import { markOf } from '../household/identity.ts';
import type { HouseholdId } from '../household/store.ts';

/**
 * How sure Alexa has to be. Seen in real requests are 200, 300, and 400 for a voice with its PIN; Amazon names the
 * field on its page on personalization and does not print a scale [?], so only the upper ones count.
 */
const SURE = 300;

/** ask-sdk-model does not know the level. */
const personSchema = z.object({
  personId: z.string().check(z.minLength(1)),
  authenticationConfidenceLevel: z.object({ level: z.number() }),
});

/** A mark of the recognised voice; null where there is none, or Alexa is not sure. The id itself goes no further. */
export function speakerIn({ context }: RequestEnvelope, household: HouseholdId): string | null {
  const parsed = personSchema.safeParse(context.System.person);
  if (!parsed.success || parsed.data.authenticationConfidenceLevel.level < SURE) return null;
  return markOf(`${household} ${parsed.data.personId}`);
}
