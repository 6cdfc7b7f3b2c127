/** What Alexa hears in words, and what that means to the skill. */

import { heardIn, type Moment } from '../../interaction-models/costs/examples.ts';
import { isLocale } from '../../interaction-models/localised-model.ts';
import { FREE } from '../../lambda/alexa/intents.ts';
import type { Event } from '../../lambda/conversation/model/event.ts';
import type { Heard as Asked } from '../../lambda/understanding/listener.ts';
import { modelOfLocale } from '../../simulator/understanding/model-of-locale.ts';
import { type Understood, understand } from '../../simulator/understanding/understand.ts';
import { eventOf } from '../alexa/decoded.ts';
import { asIntent } from '../alexa/understood.ts';
import { english, languages } from '../skill.ts';

const now = new Date('2026-11-22T19:00:00Z');

export interface Heard {
  intent: string;
  event: Event;
}

/** The interaction model of a locale; that of en-US for English without a country, which has none of its own. */
const modelIn = (locale: string) => modelOfLocale(isLocale(locale) ? locale : 'en-US');

/** Hears words that Alexa matches with the samples of the model, for the skill did not ask for them. */
export function hear(words: string, locale = 'en-US'): Heard {
  return heard(understand(modelIn(locale), words, { now, strict: true }), heardIn('cold'), locale);
}

/** Hears words that the skill asked for: they arrive as they are, or as one of Alexa's own intents. */
export function hearAnswer(words: string, asked: Asked, locale = 'en-US'): Heard {
  return heard(understand(modelIn(locale), words, { now, strict: true, elicit: FREE }), asked, locale);
}

function heard(understood: Understood, asked: Asked, locale: string): Heard {
  return { intent: understood.intent, event: eventOf(asIntent(understood), asked, languages(locale)) };
}

/** What words mean in a moment in which the skill asked for them. */
export function hearAt(moment: Moment, words: string): Event {
  return hearAnswer(words, heardIn(moment)).event;
}

/** What words mean to our own reading in a moment. */
export function readAt(moment: Moment, words: string): Event {
  return english.listener.understand(words, heardIn(moment)).event;
}
