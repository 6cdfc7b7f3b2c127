/** Turns a rendered reply into Alexa's response. */
import { ResponseFactory } from 'ask-sdk-core';
import type { Directive, Response } from 'ask-sdk-model';
import { askedIn } from '../conversation/dialogs/registry.ts';
import type { Listening } from '../conversation/model/act.ts';
import type { State } from '../conversation/model/state.ts';
import type { Rendered } from '../speech/render.ts';
import { asAudio, asSsml, onlySpeech } from '../speech/sound.ts';
import { FREE } from './intents.ts';
import { askForReminders } from './permission.ts';

/** The suffix of the id of a state whose question listens for something. Programs outside rely on these ids. */
const LISTENING: Readonly<Record<Listening, string>> = {
  name: 'NamesIntent.name',
  appreciation: 'AppreciationIntent.appreciation',
  question: 'KeepQuestionIntent.question',
  day: 'RemindIntent.day',
  time: 'RemindIntent.time',
};

/**
 * The id of a state in the session attributes (docs/conversation.md). It ends with `@Intent.slot` if the question listens
 * for something besides yes, no and the commands.
 */
export function shownStateId(state: State): string {
  const { id, listensFor } = askedIn(state);
  if (listensFor === null) return id;
  return `${id}@${LISTENING[listensFor]}`;
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
  // Whatever is said next arrives as the words themselves.
  if (rendered.asks)
    builder.addElicitSlotDirective(FREE.slot, {
      name: FREE.intent,
      confirmationStatus: 'NONE',
      slots: { [FREE.slot]: { name: FREE.slot, confirmationStatus: 'NONE' } },
    });
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
