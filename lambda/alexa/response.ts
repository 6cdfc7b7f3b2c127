/** Turns a rendered reply into Alexa's response. */
import { ResponseFactory } from 'ask-sdk-core';
import type { Directive, Response } from 'ask-sdk-model';
import { askedIn } from '../conversation/dialogs/registry.ts';
import type { Listening } from '../conversation/model/act.ts';
import type { State } from '../conversation/model/state.ts';
import type { Rendered } from '../speech/render.ts';
import { asAudio, asSsml, onlySpeech } from '../speech/sound.ts';
import { askForReminders } from './permission.ts';

/** The slot that is elicited for each thing to listen for. */
const ELICITED: Record<Listening, { intent: string; slot: string }> = {
  name: { intent: 'NamesIntent', slot: 'name' },
  appreciation: { intent: 'AppreciationIntent', slot: 'appreciation' },
  day: { intent: 'RemindIntent', slot: 'day' },
  time: { intent: 'RemindIntent', slot: 'time' },
};

/**
 * The id of a state in the session attributes (docs/conversation.md). If a slot is elicited, it ends with
 * `@Intent.slot`, so that a program that sees only the id, such as the simulator, knows which slot the next words fill.
 */
export function shownStateId(state: State): string {
  const { id, listensFor } = askedIn(state);
  if (listensFor === null) return id;
  const { intent, slot } = ELICITED[listensFor];
  return `${id}@${intent}.${slot}`;
}

/**
 * The response for a rendered reply.
 *
 * @param reprompt - its rendered reprompt; null if nothing is asked
 * @param token - identifies the audio document in an error that the device reports
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
    // Alexa asks next. As in Amazon's samples, the response does not say whether the session stays open.
    return builder.addDirective(askForReminders(rendered.permission)).getResponse();
  }
  // Set in every response, and last, because the builder's other functions change it.
  const response = builder.withShouldEndSession(!rendered.asks).getResponse();
  if (reprompt !== null)
    response.reprompt = onlySpeech(reprompt.segments)
      ? { outputSpeech: { type: 'SSML', ssml: asSsml(reprompt.segments) } }
      : { directives: [renderDocument(reprompt, `${token}-again`)] };
  return response;
}

/** The directive that plays a rendered reply as an APLA document. */
function renderDocument(rendered: Rendered, token: string): Directive {
  return { type: 'Alexa.Presentation.APLA.RenderDocument', token, ...asAudio(rendered.segments) };
}

/** The SSML without its `<speak>`, which the builder's `speak` adds. */
function inner(rendered: Rendered): string {
  return asSsml(rendered.segments).replace(/^<speak>|<\/speak>$/g, '');
}
