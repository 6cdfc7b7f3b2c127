/** What two kinds of devices make of words, and which event that is to the skill. */
import type { Intent } from 'ask-sdk-model';
import { invocationNameOf } from '../../interaction-models/model-facts.ts';
import { FREE, saidIn } from '../../lambda/alexa/intents.ts';
import { contentFor } from '../../lambda/content/locales.ts';
import type { Event } from '../../lambda/conversation/model/event.ts';
import { wholePhrase } from '../../lambda/understanding/deciding.ts';
import { createListener } from '../../lambda/understanding/listener.ts';
import { eventFor } from '../../lambda/understanding/meanings.ts';
import { requestIntent } from '../../simulator/cloud/request-intent.ts';
import { parseInvocation } from '../../simulator/understanding/invocation.ts';
import { modelOfLocale } from '../../simulator/understanding/model-of-locale.ts';
import { type MatchQuality, understand } from '../../simulator/understanding/understand.ts';
import { SUNDAY } from '../conversation/couple.ts';
import type { Situation } from './situations.ts';

/** `words`: every open question elicits the words themselves. `samples`: a device that ignores the directive for that. */
export const DEVICES = ['words', 'samples'] as const;
export type DeviceKind = (typeof DEVICES)[number];

/** What the device sends: an intent, and how well the words fit the interaction model. Null if it only opens the skill. */
export interface Sent {
  intent: Intent;
  match: MatchQuality;
}

/** What was understood, and how: as a whole phrase or sample, as something near to one, or not at all. */
export interface Understood {
  event: Event;
  how: MatchQuality;
}

const LOCALE = 'en-US';
const model = modelOfLocale(LOCALE);
const listener = createListener(contentFor(LOCALE));
const now = new Date(SUNDAY);

/** What a device sends for words said in a situation. */
export function sentBy(device: DeviceKind, words: string, { moment, open }: Situation): Sent | null {
  if (moment !== 'cold') return sent(words, device === 'words' && open);
  const invocation = parseInvocation(invocationNameOf(model), `tell ${invocationNameOf(model)} ${words}`);
  return invocation?.kind === 'one-shot' ? sent(invocation.utterance, false) : null;
}

/** The words themselves, as if they had been asked for. */
export const sentAsWords = (words: string): Sent => sent(words, true);

function sent(words: string, elicited: boolean): Sent {
  const understood = understand(model, words, { now, elicit: elicited ? FREE : null });
  return { intent: requestIntent(model, understood, {}), match: understood.match };
}

/** What the skill understands of what a device sent. */
export function understoodAs(sent: Sent | null, { heard }: Situation): Understood {
  if (sent === null) return { event: { type: 'launch' }, how: 'exact' };
  const said = saidIn(sent.intent, listener);
  if ('event' in said) return { event: said.event, how: said.event.type === 'unclear' ? 'none' : sent.match };
  const { event, clues } = listener.understand(said.words, heard);
  if (event.type === 'unclear') return { event, how: 'none' };
  const whole = clues === null ? null : wholePhrase(clues);
  const isWhole = whole !== null && eventFor(whole.meaning, whole.values)?.type === event.type;
  return { event, how: clues === null || isWhole ? 'exact' : 'near' };
}

/** What the skill understands of words said in a situation to a device. */
export function hear(device: DeviceKind, words: string, situation: Situation): Understood {
  return understoodAs(sentBy(device, words, situation), situation);
}
