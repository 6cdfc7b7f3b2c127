import { SKILL_NAME } from '../cloud/identity.ts';
import type { AudioOutput } from '../response/skill-response.ts';
import { alexaSays } from './alexa-speech.ts';

/**
 * What Alexa+ says before the first response of a skill in a session. [?] Amazon does not document it. The wording is
 * close to what NittanySeaLion/jellyfin-alexa reports.
 */
export const wrapper = (): AudioOutput =>
  alexaSays(`Here's ${SKILL_NAME}. To get back to Alexa, say: Alexa, exit.`);

/**
 * Seconds after which the skill is told that a session has ended. [?] Amazon does not document it. It is what
 * keatontaylor/alexa-actions #274 reports: four minutes.
 */
export const LATE_END_SECONDS = 240;
