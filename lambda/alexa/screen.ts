/** The screen of a device that has one: the directive that shows a document, and what a touch on it means. */
import { isDeepStrictEqual } from 'node:util';
import type { Directive, interfaces, Request, RequestEnvelope } from 'ask-sdk-model';
import type { Event } from '../conversation/model/event.ts';
import { type Meant, NOTHING_ASKED, screenOf, touched } from '../conversation/screen.ts';
import { markOf } from '../household/identity.ts';
import { renderScreen, type ScreenData } from '../speech/screen.ts';
import type { Wording } from '../speech/wording.ts';
import type { Opened } from './dependencies.ts';
import { hasScreen, type USER_EVENT } from './envelope.ts';
import type { Done } from './save.ts';
import type { Session } from './session.ts';

/** A touch: the mark of the document that was touched, and the id of the choice. Each is null if it has none. */
export interface Touch {
  screen: string | null;
  id: string | null;
}

/** The touch that a request reports. */
export function touchIn(request: Request & { type: typeof USER_EVENT }): Touch {
  const { token, arguments: [id] = [] } = request as interfaces.alexa.presentation.apl.UserEvent;
  return { screen: token == null ? null : markOf(token), id: typeof id === 'string' ? id : null };
}

/**
 * What a touch means: its choice, if the choice is on the screen of the last reply and can be chosen at what was asked
 * last. Any other touch came too late. It changes nothing: it is said where they are, and asked again.
 *
 * A reprompt shows nothing: of directives, Amazon's response format has the audio of APLA for it. So the screen still
 * shows the question before. If the reprompt asks another one, a touch comes too late.
 *
 * https://developer.amazon.com/en-US/docs/alexa/custom-skills/request-and-response-json-reference.html
 *
 * @param session - the session before this request; null for a new one
 * @param opened - the state that the touch answers, after the reprompt if that had begun, and what was playing
 */
export function meantByTouch(
  { screen, id }: Touch,
  session: Session | null,
  { state, playing }: Pick<Opened, 'state' | 'playing'>,
): Meant {
  const isLast = session?.screen !== undefined && session.screen === screen;
  const isAsked = isLast && isDeepStrictEqual(session.state.stack, state.stack);
  const meant = isAsked && id !== null ? touched(state, id, playing) : null;
  return meant ?? { event: { type: 'where' }, playing };
}

/**
 * The directive that shows a reply on a screen.
 *
 * @param seed - the seed that the reply was rendered with
 * @param avoid - the opening that it avoided
 * @param token - identifies the document in a touch, or in an error that the device reports
 * @returns null for a reply that nobody hears
 */
export function screenFor(
  { reply, rendered }: Pick<Done, 'reply' | 'rendered'>,
  event: Event,
  wording: Wording,
  seed: number,
  avoid: string,
  token: string,
): Directive | null {
  const screen = screenOf(reply, event);
  if (screen === null) return null;
  const { timeline } = rendered.main;
  const data = renderScreen(screen, { acts: reply.acts, seed, avoid, timeline }, wording);
  return directiveFor(data, wording, token);
}

/**
 * The directive for an apology that ends the session: the screen shows nothing of what was on it. Null if the device
 * has no screen.
 */
export function screenAtTheEnd(envelope: RequestEnvelope, wording: Wording, token: string): Directive | null {
  if (!hasScreen(envelope)) return null;
  const heard = { acts: [], seed: 0, timeline: { seconds: 0, steps: [] } };
  return directiveFor(renderScreen(NOTHING_ASKED, heard, wording), wording, token);
}

function directiveFor(screen: ScreenData, { screenDocument }: Wording, token: string): Directive {
  return {
    type: 'Alexa.Presentation.APL.RenderDocument',
    token,
    document: { ...screenDocument },
    datasources: { screen: { ...screen } },
  };
}
