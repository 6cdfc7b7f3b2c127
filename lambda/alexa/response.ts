/** From what was rendered to Alexa's response. */
import { ResponseFactory } from 'ask-sdk-core';
import type { Directive, Response } from 'ask-sdk-model';
import { askedIn } from '../conversation/dialogs/registry.ts';
import type { Listening } from '../conversation/model/act.ts';
import type { State } from '../conversation/model/state.ts';
import type { Rendered } from '../speech/render.ts';
import { asAudio, asSsml, onlySpeech } from '../speech/sound.ts';
import { askForReminders } from './permission.ts';

/** The slot that the next words land in, for each thing to listen for. */
const ELICITED: Record<Listening, { intent: string; slot: string }> = {
  name: { intent: 'NamesIntent', slot: 'name' },
  appreciation: { intent: 'AppreciationIntent', slot: 'appreciation' },
  day: { intent: 'RemindIntent', slot: 'day' },
  time: { intent: 'RemindIntent', slot: 'time' },
};

/**
 * The id of a state as programs see it (docs/conversation.md). If a slot is elicited it ends with `@Intent.slot`, so
 * that a program that sees only the id knows what the next words are listened to as.
 */
export function shownStateId(state: State): string {
  const { id, listensFor } = askedIn(state);
  if (listensFor === null) return id;
  const { intent, slot } = ELICITED[listensFor];
  return `${id}@${intent}.${slot}`;
}

/**
 * The response that lets a reply be heard.
 *
 * @param reprompt - what is heard if nobody answers; null if nothing was asked
 * @param token - identifies the sound in an error from the device
 */
export function responseOf(rendered: Rendered, reprompt: Rendered | null, token: string): Response {
  const builder = ResponseFactory.init();
  if (onlySpeech(rendered.segments)) {
    if (rendered.segments.length > 0) builder.speak(inner(rendered));
  } else builder.addDirective(renderDocument(rendered, token));
  if (rendered.listenFor !== null) {
    const { intent, slot } = ELICITED[rendered.listenFor];
    builder.addElicitSlotDirective(slot, { name: intent, confirmationStatus: 'NONE', slots: {} });
  }
  if (rendered.card !== null) builder.withSimpleCard(rendered.card.title, rendered.card.text);
  if (rendered.permission !== null) {
    // Alexa asks next: Amazon's own samples leave it to her whether the session stays open.
    return builder.addDirective(askForReminders(rendered.permission)).getResponse();
  }
  // Set always, and after speak and reprompt, which would decide it for themselves.
  const response = builder.withShouldEndSession(!rendered.asks).getResponse();
  if (reprompt !== null)
    response.reprompt = onlySpeech(reprompt.segments)
      ? { outputSpeech: { type: 'SSML', ssml: asSsml(reprompt.segments) } }
      : { directives: [renderDocument(reprompt, `${token}-again`)] };
  return response;
}

function renderDocument(rendered: Rendered, token: string): Directive {
  return { type: 'Alexa.Presentation.APLA.RenderDocument', token, ...asAudio(rendered.segments) };
}

/** `speak` wraps its text in `<speak>` itself. */
function inner(rendered: Rendered): string {
  return asSsml(rendered.segments).replace(/^<speak>|<\/speak>$/g, '');
}
