/** What an intent of Alexa means, as the skill decodes it. */
import type { Intent } from 'ask-sdk-model';
import { heardIn } from '../../interaction-models/costs/examples.ts';
import { saidIn } from '../../lambda/alexa/intents.ts';
import type { Event } from '../../lambda/conversation/model/event.ts';
import type { Heard } from '../../lambda/understanding/listener.ts';
import { english } from '../skill.ts';
import { type Said, slotsOf } from './envelopes.ts';

/** Nothing was asked, of two whose names are not known. */
export const UNASKED: Heard = { question: null, names: [] };

export const intentOf = (name: string, said: Said = {}): Intent => ({
  name,
  confirmationStatus: 'NONE',
  slots: slotsOf(said),
});

/** The event of an intent, given what was asked. */
export function eventOf(intent: Intent, asked: Heard, { listener } = english): Event {
  const said = saidIn(intent, listener);
  return 'event' in said ? said.event : listener.understand(said.words, asked).event;
}

export const decoded = (name: string, said: Said = {}, asked = UNASKED): Event =>
  eventOf(intentOf(name, said), asked);

/** The event of a sentence, said when a sentence to keep was asked for. */
export const appreciated = (utterance: string): Event =>
  decoded('UtteranceIntent', { utterance }, heardIn('keep-what'));

/** The one who is named at the question who said it. Whether they also "started" it makes no difference there. */
export function asNames(event: Event): Event {
  const named = event.type === 'first' && typeof event.who === 'object' ? event.who : null;
  return named === null ? event : { type: 'names', name: named.name, other: null };
}
