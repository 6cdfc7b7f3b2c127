/** Turns a rendered reply into Alexa's response. */
import { ResponseFactory } from 'ask-sdk-core/dist/response/ResponseFactory.js';
import type { Directive, Response, ui } from 'ask-sdk-model';
import { askedIn } from '../conversation/dialogs/registry.ts';
import type { Listening } from '../conversation/model/act.ts';
import type { State } from '../conversation/model/state.ts';
import type { Rendered } from '../speech/render.ts';
import { asAudio, divided } from '../speech/sound.ts';
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
 * @param token - identifies the documents in an error that the device reports
 * @param screen - the directive for a device with a screen; null for nothing
 */
export function responseOf(
  rendered: Rendered,
  reprompt: Rendered | null,
  token: string,
  screen: Directive | null = null,
): Response {
  const builder = ResponseFactory.init();
  Object.assign(builder.getResponse(), heardFrom(rendered, token));
  if (screen !== null) builder.addDirective(screen);
  // Whatever is said next arrives as the words themselves. With the intent named, it can be elicited in answer to any
  // request, a launch among them; for a touch that is not documented [?].
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
  // Set in every other response, and last, because the builder's other functions change it.
  const response = builder.withShouldEndSession(!rendered.asks).getResponse();
  if (reprompt !== null) response.reprompt = heardFrom(reprompt, `${token}-again`);
  return response;
}

/**
 * What is heard of a rendered reply or reprompt: its first words as an output speech, and the rest as an APLA document.
 * Amazon, "Response format": a reprompt may have both as well.
 */
function heardFrom({ segments }: Rendered, token: string): Pick<ui.Reprompt, 'outputSpeech' | 'directives'> {
  const { ssml, rest } = divided(segments);
  return {
    ...(ssml === '' ? {} : { outputSpeech: { type: 'SSML', ssml } }),
    ...(rest.length === 0
      ? {}
      : { directives: [{ type: 'Alexa.Presentation.APLA.RenderDocument', token, ...asAudio(rest) }] }),
  };
}
