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

const personSchema = z.object({ personId: z.string().check(z.minLength(1)) });

/** ask-sdk-model does not know the level. */
const heardSchema = z.object({ authenticationConfidenceLevel: z.object({ level: z.number() }) });

/** A mark of the recognised voice; null where there is none, or Alexa is not sure. The id itself goes no further. */
export function speakerIn(envelope: RequestEnvelope, household: HouseholdId): string | null {
  const heard = heardSchema.safeParse(envelope.context.System.person);
  if (!heard.success || heard.data.authenticationConfidenceLevel.level < SURE) return null;
  return personIn(envelope, household);
}

/** The mark of the person whom a request is about, who need not have spoken; null where it names none. */
export function personIn({ context }: RequestEnvelope, household: HouseholdId): string | null {
  const parsed = personSchema.safeParse(context.System.person);
  return parsed.success ? markOf(`${household} ${parsed.data.personId}`) : null;
}
