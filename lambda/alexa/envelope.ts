/** The request at the door: its form is checked once, here; everything behind may trust it. */
import type { RequestEnvelope } from 'ask-sdk-model';
import * as z from 'zod/mini';
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
