/** Turns a rendered reply into Alexa's response. */
import { ResponseFactory } from 'ask-sdk-core';
import type { Directive, Response, ui } from 'ask-sdk-model';
import { askedIn } from '../conversation/dialogs/registry.ts';
import type { Listening } from '../conversation/model/act.ts';
import type { State } from '../conversation/model/state.ts';
import type { Rendered } from '../speech/render.ts';
import { asAudio, asSsml, divided, type Segment } from '../speech/sound.ts';
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
  const { words, rest } = divided(rendered.segments);
  if (words.length > 0) builder.speak(inner(words));
  if (rest.length > 0) builder.addDirective(renderDocument(rest, token));
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
  if (reprompt !== null) response.reprompt = repromptOf(reprompt, `${token}-again`);
  return response;
}

/** The reprompt, divided like a response. Amazon, "Response format": it may have an APLA directive of its own. */
function repromptOf({ segments }: Rendered, token: string): ui.Reprompt {
  const { words, rest } = divided(segments);
  return {
    ...(words.length === 0 ? {} : { outputSpeech: { type: 'SSML', ssml: asSsml(words) } }),
    ...(rest.length === 0 ? {} : { directives: [renderDocument(rest, token)] }),
  };
}

/** The directive that plays segments as an APLA document. */
function renderDocument(segments: readonly Segment[], token: string): Directive {
  return { type: 'Alexa.Presentation.APLA.RenderDocument', token, ...asAudio(segments) };
}

/** The SSML without its `<speak>`, which the builder's `speak` adds. */
function inner(segments: readonly Segment[]): string {
  return asSsml(segments).replace(/^<speak>|<\/speak>$/g, '');
}
