/**
 * The request as it comes in. Its form is checked once, here, and everything behind may trust it; what it tells besides
 * its event (where and by whom it was spoken, a seed for what is left to chance) is read here too.
 */
import { createHash } from 'node:crypto';
import type { RequestEnvelope } from 'ask-sdk-model';
import * as z from 'zod/mini';
import { markOf } from '../household/identity.ts';
import type { HouseholdId } from '../household/store.ts';
import { RequestRefused } from './errors.ts';

const system = z.object({
  application: z.object({ applicationId: z.string() }),
  user: z.object({ userId: z.string().check(z.minLength(1)) }),
});

const envelopeSchema = z.object({
  version: z.string(),
  context: z.object({ System: system }),
  request: z.object({
    type: z.string(),
    requestId: z.string(),
    timestamp: z.string(),
    locale: z.optional(z.string()),
  }),
});

/** What every request of a conversation has besides. */
const sessionSchema = z.object({ session: z.object({ sessionId: z.string() }) });

const slotSchema = z.object({ name: z.string(), value: z.optional(z.nullable(z.string())) });

const intentSchema = z.object({
  request: z.object({
    intent: z.object({
      name: z.string(),
      slots: z.optional(z.nullable(z.record(z.string(), slotSchema))),
    }),
  }),
});

export const SKILL_DISABLED = 'AlexaSkillEvent.SkillDisabled';
export const PERMISSION_ACCEPTED = 'AlexaSkillEvent.SkillPermissionAccepted';
export const PERMISSION_CHANGED = 'AlexaSkillEvent.SkillPermissionChanged';

/** Requests that come without a session, and are answered with nothing (infra/skill-package subscribes to them). */
const SKILL_EVENTS: ReadonlySet<string> = new Set([SKILL_DISABLED, PERMISSION_ACCEPTED, PERMISSION_CHANGED]);

export function isSkillEvent(type: string): boolean {
  return SKILL_EVENTS.has(type);
}

/** Every kind of request that is answered. */
export const KNOWN: ReadonlySet<string> = new Set([
  'LaunchRequest',
  'IntentRequest',
  'SessionEndedRequest',
  'Alexa.Presentation.APLA.RuntimeError',
  'Connections.Response',
  ...SKILL_EVENTS,
]);

/**
 * Checks that a request is well-formed, for this skill, and of a kind it knows.
 *
 * @throws RequestRefused
 */
export function admit(event: unknown, skillId: string): RequestEnvelope {
  const parsed = envelopeSchema.safeParse(event);
  if (!parsed.success) {
    const field = parsed.error.issues[0]?.path.join('.') || 'request';
    throw new RequestRefused(
      'malformed-request',
      `malformed-request: ${field} is missing or not of its form`,
    );
  }
  const { request, context } = parsed.data;
  if (context.System.application.applicationId !== skillId)
    throw new RequestRefused('wrong-skill', 'wrong-skill: the request is meant for another skill');
  if (!KNOWN.has(request.type))
    throw new RequestRefused('unknown-request', 'unknown-request: this kind of request is not handled here');
  if (Number.isNaN(Date.parse(request.timestamp)))
    throw new RequestRefused('malformed-request', 'malformed-request: request.timestamp is not a time');
  if (!isSkillEvent(request.type) && !sessionSchema.safeParse(event).success)
    throw new RequestRefused('malformed-request', 'malformed-request: session is missing or not of its form');
  if (request.type === 'IntentRequest' && !intentSchema.safeParse(event).success)
    throw new RequestRefused('malformed-request', 'malformed-request: request.intent is not of its form');
  // The fields this skill uses were checked above; the rest is Amazon's to keep.
  return event as RequestEnvelope;
}

/**
 * How sure Alexa has to be. Seen in real requests are 200, 300, and 400 for a voice with its PIN; Amazon names the
 * field on its page on personalization and does not print a scale [?], so only the upper ones count.
 */
const SURE = 300;

const personSchema = z.object({ personId: z.string().check(z.minLength(1)) });

/** ask-sdk-model does not know the level. */
const heardSchema = z.object({ authenticationConfidenceLevel: z.object({ level: z.number() }) });

/** A mark of the recognised voice; null if there is none, or Alexa is not sure. The id itself goes no further. */
export function speakerIn(envelope: RequestEnvelope, household: HouseholdId): string | null {
  const heard = heardSchema.safeParse(envelope.context.System.person);
  if (!heard.success || heard.data.authenticationConfidenceLevel.level < SURE) return null;
  return personIn(envelope, household);
}

/** The mark of the person whom a request is about, who need not have spoken; null if it names none. */
export function personIn({ context }: RequestEnvelope, household: HouseholdId): string | null {
  const parsed = personSchema.safeParse(context.System.person);
  return parsed.success ? markOf(`${household} ${parsed.data.personId}`) : null;
}

/** The locale of a request, such as `en-US`; empty if it has none. */
export function localeOf({ request }: RequestEnvelope): string {
  return 'locale' in request ? (request.locale ?? '') : '';
}

/** A 32-bit seed from a request's id: a request that is delivered twice gets the same reply. */
export function seedOf({ request: { requestId } }: RequestEnvelope): number {
  return createHash('sha256').update(requestId).digest().readUInt32BE(0);
}
