import { normalise } from '../../interaction-models/words.ts';
import { SKILL_NAME } from '../cloud/identity.ts';
import type { AudioOutput } from '../response/skill-response.ts';
import { alexaSays } from './alexa-speech.ts';

/** What the skill is told about a permission. Source: Amazon's page "Set Up Voice Permissions for Reminders". */
export type Consent = 'ACCEPTED' | 'DENIED' | 'NOT_ANSWERED';

/** Alexa's question for a permission. The wording is invented, and close to that on Amazon's page. */
export const consentQuestion = (): AudioOutput =>
  alexaSays(`Do you give ${SKILL_NAME} permission to manage your reminders? You can say I approve, or no.`);

const APPROVALS: ReadonlySet<string> = new Set([
  ...['yes', 'yeah', 'yep', 'yes please', 'sure', 'ok', 'okay', 'of course', 'yes i do', 'i do'],
  ...['approve', 'i approve', 'yes i approve', 'i do approve', 'approved', 'allow', 'allow it', 'i allow it'],
]);
const REFUSALS: ReadonlySet<string> = new Set([
  ...['no', 'nope', 'no thanks', 'no thank you', 'no i do not', "no i don't", "i don't", 'i do not'],
  ...["i don't approve", 'i do not approve', "no i don't approve", "don't approve", 'do not approve', 'deny'],
]);

/** The decision in an answer to Alexa's question; null if the words are not an answer. */
export function consentIn(words: string): Consent | null {
  const said = normalise(words);
  if (APPROVALS.has(said)) return 'ACCEPTED';
  return REFUSALS.has(said) ? 'DENIED' : null;
}
