/** Reads responses as an Echo does. */
import type { Directive, Response, ResponseEnvelope } from 'ask-sdk-model';
import { expect } from 'vitest';
import { enUS } from '../../lambda/content/en-US/en-us.ts';
import type { LineKey } from '../../lambda/conversation/model/lines.ts';
import type { ScreenData } from '../../lambda/speech/screen.ts';

type Sound = Extract<Directive, { type: 'Alexa.Presentation.APLA.RenderDocument' }>;

export function soundsIn(directives: readonly Directive[] | undefined): Sound[] {
  return (directives ?? []).filter((one) => one.type === 'Alexa.Presentation.APLA.RenderDocument');
}

function speechIn(sound: Sound): string[] {
  return (sound.datasources as { turn: { speech: string[] } } | undefined)?.turn.speech ?? [];
}

function ssmlIn(response: Pick<Response, 'outputSpeech' | 'directives'>): string {
  const speech = response.outputSpeech?.type === 'SSML' ? [response.outputSpeech.ssml] : [];
  return [...speech, ...soundsIn(response.directives).flatMap(speechIn)].join(' ');
}

/** What is shown on a screen; null for nothing. */
export function screenIn(
  answer: ResponseEnvelope | undefined,
): { token: string | undefined; data: ScreenData } | null {
  const shown = answer?.response.directives?.filter(
    (one) => one.type === 'Alexa.Presentation.APL.RenderDocument',
  );
  if (shown?.[0] === undefined) return null;
  expect(shown).toHaveLength(1);
  const { token, datasources } = shown[0];
  return { token, data: (datasources as unknown as { screen: ScreenData }).screen };
}

/** The words that are heard at once. */
export function wordsOf({ response }: ResponseEnvelope): string {
  return plain(ssmlIn(response));
}

/** Whether one of these lines is heard at once, in any of its wordings, whatever stands in its parameters. */
export function isHeard(response: ResponseEnvelope, ...keys: LineKey[]): boolean {
  const words = wordsOf(response);
  return keys
    .flatMap((key) => [enUS.lines[key]].flat())
    .some((wording) => {
      let from = 0;
      return fixedParts(wording).every((part) => {
        const at = words.indexOf(part, from);
        from = at + part.length;
        return at >= 0;
      });
    });
}

/** The parts of a wording that are always the same. */
const fixedParts = (wording: string): string[] =>
  wording.replaceAll(/\[\[|\]\]/g, '').split(/\{\{[^}]*\}\}/u);

/** The words of the reprompt. */
export function repromptOf({ response }: ResponseEnvelope): string {
  return response.reprompt === undefined ? '' : plain(ssmlIn(response.reprompt));
}

function plain(ssml: string): string {
  return ssml
    .replace(/<[^>]*>/g, '')
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&amp;', '&');
}

/** The seconds of quiet in an audio document. */
export function quietIn(directives: readonly Directive[] | undefined): number {
  const items = soundsIn(directives).flatMap(
    ({ document }) =>
      (document as { mainTemplate: { item: { items: { duration?: number }[] } } }).mainTemplate.item.items,
  );
  return items.reduce((sum, { duration }) => sum + (duration ?? 0) / 1000, 0);
}

/** The seconds of the breaks in the output speech. */
function breaksIn({ outputSpeech }: Response): number {
  const ssml = outputSpeech?.type === 'SSML' ? outputSpeech.ssml : '';
  const breaks = [...ssml.matchAll(/<break time="([\d.]+)s"\/>/g)];
  return breaks.reduce((sum, [, seconds]) => sum + Number(seconds), 0);
}

/** The estimated length in seconds: the quiet, the breaks, and two and a half words a second. */
export function secondsOf(response: ResponseEnvelope): number {
  const quiet = quietIn(response.response.directives) + breaksIn(response.response);
  return quiet + wordsOf(response).split(/\s+/).length / 2.5;
}

export function stateIdOf(response: ResponseEnvelope | undefined): string {
  return String(response?.sessionAttributes?.stateId ?? '');
}

export const opensMicrophone = ({ response }: ResponseEnvelope): boolean =>
  response.shouldEndSession === false;

/** Checks what holds for every response that is spoken. */
export function expectKindSpeech(response: ResponseEnvelope): void {
  expect(wordsOf(response)).toMatch(/\p{L}{2,}/u);
  expect(wordsOf(response)).not.toMatch(/undefined|NaN|\[object|Error|throttl|exception/i);
  expect(typeof response.response.shouldEndSession).toBe('boolean');
  expect(response.response.reprompt !== undefined).toBe(opensMicrophone(response));
}
