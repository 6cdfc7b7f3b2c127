/** What Alexa hears in words, and what that means to the skill. */
import { eventOf } from '../../lambda/alexa/intents.ts';
import type { Event } from '../../lambda/conversation/model/event.ts';
import { elicitationOfState } from '../../simulator/understanding/elicited-slot.ts';
import { understand } from '../../simulator/understanding/understand.ts';
import { asIntent } from '../alexa/understood.ts';
import { english } from '../skill.ts';
import { model } from '../transcripts/transcript.ts';

const now = new Date('2026-11-22T19:00:00Z');

export interface Heard {
  intent: string;
  /** `exact` if the interaction model has these very words. */
  match: string;
  event: Event;
}

/**
 * Hears words in a state: its id says which slot they are listened to for.
 *
 * @param strict - false to take words that are only near to a sample of the model, as a device does
 */
export function hear(words: string, stateId: string | null = null, strict = true): Heard {
  const understood = understand(model, words, { now, strict, elicit: elicitationOfState(stateId) });
  const { intent, match } = understood;
  return { intent, match, event: eventOf(asIntent(understood), english.listener) };
}
