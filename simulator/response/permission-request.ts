import { OTHER_PERMISSIONS, PERMISSIONS } from '../cloud/permission.ts';
import { asString, isRecord, type JsonRecord } from '../json-value.ts';
import { lastDirective, type SkillResponse, typeOf } from './skill-response.ts';
import type { Violation } from './violation.ts';

/** A permission for which Alexa asks by voice, on behalf of the skill. */
export interface PermissionRequest {
  readonly scope: string;
  /** The skill gets it back with the answer. */
  readonly token: string;
}

const SEND_REQUEST = 'Connections.SendRequest';

/**
 * The permission for which a response lets Alexa ask: its last `Connections.SendRequest` with the name AskFor. Source:
 * developer.amazon.com/docs/smapi/voice-permissions-for-reminders.html.
 *
 * @returns null if there is no such directive, or if it has a mistake.
 */
export function permissionRequestIn({ answer }: SkillResponse): PermissionRequest | null {
  const directive = lastDirective(answer.directives, SEND_REQUEST);
  if (directive === undefined || isSendRequestNotSimulated(directive) || problemOf(directive) !== null) {
    return null;
  }
  const payload = isRecord(directive.payload) ? directive.payload : {};
  return { scope: String(payload.permissionScope), token: String(directive.token) };
}

/** What is wrong with the way in which a response lets Alexa ask for a permission. */
export function violationsOfPermissionRequest({
  answer,
  shouldEndSession,
}: SkillResponse): readonly Violation[] {
  const directives = answer.directives.filter(
    (directive) => typeOf(directive) === SEND_REQUEST && !isSendRequestNotSimulated(directive),
  );
  const problems = directives.map(problemOf).filter((problem) => problem !== null);
  const refused = problems.map((sentence) => ({ sentence, refused: true }));
  if (directives.length === 0 || shouldEndSession !== false) return refused;
  const sentence = `A response with ${SEND_REQUEST} sets shouldEndSession to false, but Alexa opens the microphone herself.`;
  return [...refused, { sentence, refused: false }];
}

/**
 * The requests with other names that Alexa knows: purchases in a skill, and tasks of other skills. Source: Alexa Skills
 * Kit, "Add ISPs to a Custom Skill" and "Skill Connections Request Reference".
 */
const OTHER_NAMES: readonly unknown[] = ['Buy', 'Upsell', 'Cancel', 'Print', 'Schedule'];

/** Whether it is a request that Alexa knows and that is not simulated: a purchase, a task, or another permission. */
export function isSendRequestNotSimulated(directive: JsonRecord): boolean {
  if (typeOf(directive) !== SEND_REQUEST) return false;
  const { name, payload } = directive;
  const scope = isRecord(payload) ? payload.permissionScope : undefined;
  return OTHER_NAMES.includes(name) || (name === 'AskFor' && OTHER_PERMISSIONS.has(String(scope)));
}

/** What such a request is for, e.g. `Buy`, or `AskFor` with its permission. */
export function nameOfSendRequest({ name, payload }: JsonRecord): string {
  return name === 'AskFor' && isRecord(payload) ? `AskFor ${String(payload.permissionScope)}` : String(name);
}

function problemOf(directive: JsonRecord): string | null {
  const { name, payload, token } = directive;
  if (name !== 'AskFor') return `${SEND_REQUEST} has the name "${String(name)}" instead of "AskFor".`;
  if (!isRecord(payload)) return `${SEND_REQUEST} has no payload.`;
  if (payload['@type'] !== 'AskForPermissionsConsentRequest') {
    return `${SEND_REQUEST} has the @type "${String(payload['@type'])}" instead of "AskForPermissionsConsentRequest".`;
  }
  if (payload['@version'] !== '1' && payload['@version'] !== '2') {
    return `${SEND_REQUEST} has the @version "${String(payload['@version'])}" instead of "1" or "2".`;
  }
  if (!Object.values(PERMISSIONS).includes(String(payload.permissionScope))) {
    return `${SEND_REQUEST} asks for the unknown permission "${String(payload.permissionScope)}".`;
  }
  return asString(token) === undefined ? `${SEND_REQUEST} has no token.` : null;
}
