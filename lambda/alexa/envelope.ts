/**
 * The request envelope. It is validated here, once, so that all other modules can rely on its form. What it says
 * besides its event is read here too: the voice, the locale, and a seed.
 */
import { createHash } from 'node:crypto';
import type { RequestEnvelope } from 'ask-sdk-model';
import * as v from 'valibot';
import { markOf } from '../household/identity.ts';
import type { HouseholdId } from '../household/store.ts';
import { RequestRefused } from './errors.ts';

const system = v.object({
  application: v.object({ applicationId: v.string() }),
  user: v.object({ userId: v.pipe(v.string(), v.minLength(1)) }),
});

const envelopeSchema = v.object({
  version: v.string(),
  context: v.object({ System: system }),
  request: v.object({
    type: v.string(),
    requestId: v.string(),
    timestamp: v.string(),
    locale: v.optional(v.string()),
  }),
});

/** What every request has in addition, except for skill events and reports of errors. */
const sessionSchema = v.object({ session: v.object({ sessionId: v.string() }) });

const slotSchema = v.object({ name: v.string(), value: v.optional(v.nullable(v.string())) });

const intentSchema = v.object({
  request: v.object({
    intent: v.object({
      name: v.string(),
      slots: v.optional(v.nullable(v.record(v.string(), slotSchema))),
    }),
  }),
});

const touchSchema = v.object({
  request: v.object({
    token: v.optional(v.nullable(v.string())),
    arguments: v.optional(v.nullable(v.array(v.unknown()))),
  }),
});

/** The types of the skill events. */
export const SKILL_DISABLED = 'AlexaSkillEvent.SkillDisabled';
export const PERMISSION_ACCEPTED = 'AlexaSkillEvent.SkillPermissionAccepted';
export const PERMISSION_CHANGED = 'AlexaSkillEvent.SkillPermissionChanged';

/** The skill events: requests without a session and without a spoken answer. infra/skill-package subscribes to them. */
const SKILL_EVENTS: ReadonlySet<string> = new Set([SKILL_DISABLED, PERMISSION_ACCEPTED, PERMISSION_CHANGED]);

/** Whether a request of this type is a skill event. */
export function isSkillEvent(type: string): boolean {
  return SKILL_EVENTS.has(type);
}

/**
 * The type of the report that a response caused an error. It is answered with an empty response, and need not belong to
 * a session: Amazon's documentation has it for responses to requests that have none.
 */
export const EXCEPTION = 'System.ExceptionEncountered';

/** A touch on the screen: the `SendEvent` of a document. */
export const USER_EVENT = 'Alexa.Presentation.APL.UserEvent';

/**
 * The type of the report that a device could not show a document. It is answered with an empty response, which leaves the
 * session as it is: it asks nothing, and Amazon documents no answer to it [?].
 */
export const SCREEN_ERROR = 'Alexa.Presentation.APL.RuntimeError';

/**
 * The types of all requests that are answered. Requests for the data of long lists are not among them, since only
 * documents with a list data source lead to them.
 */
export const KNOWN: ReadonlySet<string> = new Set([
  'LaunchRequest',
  'IntentRequest',
  'SessionEndedRequest',
  EXCEPTION,
  'Alexa.Presentation.APLA.RuntimeError',
  USER_EVENT,
  SCREEN_ERROR,
  'Connections.Response',
  ...SKILL_EVENTS,
]);

/** Whether a request of this type is answered within a session. */
export function needsSession(type: string): boolean {
  return !isSkillEvent(type) && type !== EXCEPTION && type !== SCREEN_ERROR;
}

/**
 * Validates a request.
 *
 * @returns the same request
 * @throws RequestRefused if it is malformed, is for another skill, or has a type that is not answered
 */
export function admit(event: unknown, skillId: string): RequestEnvelope {
  const parsed = v.safeParse(envelopeSchema, event);
  if (!parsed.success) {
    const field = v.getDotPath(parsed.issues[0]) ?? 'request';
    throw new RequestRefused('malformed-request', `${field} is missing or malformed`);
  }
  const { request, context } = parsed.output;
  if (context.System.application.applicationId !== skillId)
    throw new RequestRefused('wrong-skill', 'the request is meant for another skill');
  if (!KNOWN.has(request.type))
    throw new RequestRefused('unknown-request', 'requests of this type are not handled');
  if (Number.isNaN(Date.parse(request.timestamp)))
    throw new RequestRefused('malformed-request', 'request.timestamp is not a valid time');
  if (needsSession(request.type) && !v.is(sessionSchema, event))
    throw new RequestRefused('malformed-request', 'session is missing or malformed');
  if (request.type === 'IntentRequest' && !v.is(intentSchema, event))
    throw new RequestRefused('malformed-request', 'request.intent is missing or malformed');
  if (request.type === USER_EVENT && !v.is(touchSchema, event))
    throw new RequestRefused('malformed-request', 'the touch is malformed');
  // The fields that this skill uses were validated above. For all others this relies on Amazon.
  return event as RequestEnvelope;
}

/**
 * The confidence level from which a voice counts as recognised. Real requests had 200, 300, and 400 for a voice with a
 * PIN. Amazon's page on personalization names the field, and does not give its values [?].
 */
const SURE = 300;

const personSchema = v.object({ personId: v.pipe(v.string(), v.minLength(1)) });

/** ask-sdk-model does not have this field. */
const heardSchema = v.object({ authenticationConfidenceLevel: v.object({ level: v.number() }) });

/**
 * The mark of the recognised voice; null if there is none, or if Alexa is not sure. The person's id itself is not used
 * elsewhere.
 */
export function speakerIn(envelope: RequestEnvelope, household: HouseholdId): string | null {
  const heard = v.safeParse(heardSchema, envelope.context.System.person);
  if (!heard.success || heard.output.authenticationConfidenceLevel.level < SURE) return null;
  return personIn(envelope, household);
}

/** The mark of the person in a request, who need not be the one who spoke; null if there is none. */
export function personIn({ context }: RequestEnvelope, household: HouseholdId): string | null {
  const parsed = v.safeParse(personSchema, context.System.person);
  return parsed.success ? markOf(`${household} ${parsed.output.personId}`) : null;
}

const screenSchema = v.object({
  supportedInterfaces: v.object({ 'Alexa.Presentation.APL': v.record(v.string(), v.unknown()) }),
});

/**
 * Whether the device shows documents. No other device may be sent one.
 *
 * https://developer.amazon.com/en-US/docs/alexa/alexa-presentation-language/apl-interface.html
 */
export function hasScreen({ context }: RequestEnvelope): boolean {
  return v.is(screenSchema, context.System.device);
}

/** The locale of a request, such as `en-US`; an empty string if it has none. */
export function localeOf({ request }: RequestEnvelope): string {
  return 'locale' in request ? (request.locale ?? '') : '';
}

/** A 32-bit seed from the id of a request, so that a request that is delivered twice gets the same reply. */
export function seedOf({ request: { requestId } }: RequestEnvelope): number {
  return createHash('sha256').update(requestId).digest().readUInt32BE(0);
}
