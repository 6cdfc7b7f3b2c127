import { normalise } from '../../interaction-models/words.ts';
import { SKILL_NAME } from '../cloud/identity.ts';
import { PERMISSIONS } from '../cloud/permission.ts';
import { alexaSays } from '../device/alexa-speech.ts';
import { asString, isRecord, type JsonRecord } from '../json-value.ts';
import { type Audible, lastDirective, type SkillResponse, typeOf } from './skill-response.ts';
import type { Finding } from './violation.ts';

/** A permission that a skill lets Alexa ask for by voice. */
export interface PermissionAsk {
  readonly scope: string;
  /** Comes back with the answer. */
  readonly token: string;
}

/** What came of asking. Source: Amazon's page "Set Up Voice Permissions for Reminders". */
export type Consent = 'ACCEPTED' | 'DENIED' | 'NOT_ANSWERED';

const SEND_REQUEST = 'Connections.SendRequest';

/**
 * The permission that a response lets Alexa ask for: its last `Connections.SendRequest` named AskFor. Source:
 * developer.amazon.com/docs/smapi/voice-permissions-for-reminders.html.
 */
export function permissionAskIn({ answer }: SkillResponse): PermissionAsk | null {
  const directive = lastDirective(answer.directives, SEND_REQUEST);
  if (directive === undefined || problemOf(directive) !== null) return null;
  const payload = isRecord(directive.payload) ? directive.payload : {};
  return { scope: String(payload.permissionScope), token: String(directive.token) };
}

/** What is wrong with how a response lets Alexa ask for a permission. */
export function findingsOfAsk({ answer, shouldEndSession }: SkillResponse): readonly Finding[] {
  const directives = answer.directives.filter((directive) => typeOf(directive) === SEND_REQUEST);
  const problems = directives.map(problemOf).filter((problem) => problem !== null);
  const refused = problems.map((sentence) => ({ sentence, refused: true }));
  if (directives.length === 0 || shouldEndSession !== false) return refused;
  const sentence = `A response with ${SEND_REQUEST} sets shouldEndSession to false, but Alexa opens the microphone herself.`;
  return [...refused, { sentence, refused: false }];
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

/** How Alexa asks for a permission. Her words are of our own making, near to those on Amazon's page. */
export const consentQuestion = (): Audible =>
  alexaSays(`Do you give ${SKILL_NAME} permission to manage your reminders? You can say I approve, or no.`);

const APPROVALS: ReadonlySet<string> = new Set([
  ...['yes', 'yeah', 'yep', 'yes please', 'sure', 'ok', 'okay', 'of course', 'yes i do', 'i do'],
  ...['approve', 'i approve', 'yes i approve', 'i do approve', 'approved', 'allow', 'allow it', 'i allow it'],
]);
const REFUSALS: ReadonlySet<string> = new Set([
  ...['no', 'nope', 'no thanks', 'no thank you', 'no i do not', "no i don't", "i don't", 'i do not'],
  ...["i don't approve", 'i do not approve', "no i don't approve", "don't approve", 'do not approve', 'deny'],
]);

/** What an answer to her question decides; null when it decides nothing. */
export function consentIn(words: string): Consent | null {
  const said = normalise(words);
  if (APPROVALS.has(said)) return 'ACCEPTED';
  return REFUSALS.has(said) ? 'DENIED' : null;
}
