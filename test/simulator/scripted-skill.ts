import type { RequestEnvelope } from 'ask-sdk-model';
import { type InteractionModel, parseInteractionModel } from '../../interaction-models/interaction-model.ts';
import type { SkillHandler } from '../../simulator/cloud/lambda-handler.ts';
import { createEcho, type Echo } from '../../simulator/device/echo.ts';
import type { EchoOptions } from '../../simulator/device/echo-options.ts';
import type { Exchange } from '../../simulator/device/exchange.ts';

/** A small model: a few built-in intents, a custom type, and an intent whose slots are elicited. */
export const model: InteractionModel = (() => {
  const parsed = parseInteractionModel({
    interactionModel: {
      languageModel: {
        invocationName: 'our checkin',
        intents: [
          ...['Yes', 'No', 'Stop', 'Cancel', 'Next', 'Help', 'Fallback'].map((name) => ({
            name: `AMAZON.${name}Intent`,
            samples: [],
          })),
          {
            name: 'ThemeIntent',
            slots: [{ name: 'theme', type: 'THEME' }],
            samples: ['talk about {theme}'],
          },
          {
            name: 'NamesIntent',
            slots: [
              { name: 'first', type: 'PERSON' },
              { name: 'second', type: 'PERSON' },
            ],
            samples: ['our names please'],
          },
        ],
        types: [
          { name: 'THEME', values: [{ id: 'money', name: { value: 'money', synonyms: ['cash'] } }] },
          { name: 'PERSON', values: [{ id: 'alex', name: { value: 'Alex' } }] },
        ],
      },
      dialog: {
        intents: [
          {
            name: 'NamesIntent',
            slots: [
              { name: 'first', type: 'PERSON', elicitationRequired: true },
              { name: 'second', type: 'PERSON', elicitationRequired: true },
            ],
          },
        ],
      },
    },
  });
  if (!('model' in parsed)) throw new Error(parsed.problems.join(' '));
  return parsed.model;
})();

export const START = new Date('2026-11-22T19:00:00Z');

/** A scripted answer of the skill. */
export interface Answer {
  readonly say?: string;
  readonly ssml?: string;
  readonly apla?: readonly object[];
  readonly directives?: readonly object[];
  /** `shouldEndSession`; undefined leaves it out. */
  readonly end?: boolean | null | undefined;
  readonly reprompt?: string;
  readonly repromptDirectives?: readonly object[];
  readonly attributes?: unknown;
  readonly card?: unknown;
}

export const apla = (items: readonly object[], datasources: object = {}) => ({
  type: 'Alexa.Presentation.APLA.RenderDocument',
  document: {
    type: 'APLA',
    version: '0.91',
    mainTemplate: { parameters: ['payload'], item: { type: 'Sequencer', items } },
  },
  datasources,
});

/** A data-binding expression. */
export const bound = (expression: string): string => `$\{${expression}}`;

export const speech = (content: string) => ({ type: 'Speech', contentType: 'PlainText', content });
export const silence = (seconds: number) => ({ type: 'Silence', duration: seconds * 1000 });
export const chime = { type: 'Audio', source: 'soundbank://soundlibrary/chime' };

/** A turn of the given seconds: cue, quiet, chime, question. */
export const hold = (seconds: number): Answer => ({
  apla: [speech('Go ahead.'), silence(seconds), chime, speech('Finished?')],
});

/** The envelope of a scripted answer. */
export function respond(answer: Answer): Record<string, unknown> {
  const { say, ssml, reprompt, repromptDirectives, attributes, card } = answer;
  const end = 'end' in answer ? answer.end : false;
  const directives = [
    ...(answer.apla === undefined ? [] : [apla(answer.apla)]),
    ...(answer.directives ?? []),
  ];
  return {
    version: '1.0',
    ...(attributes === undefined ? {} : { sessionAttributes: attributes }),
    response: {
      ...(say === undefined ? {} : { outputSpeech: { type: 'PlainText', text: say } }),
      ...(ssml === undefined ? {} : { outputSpeech: { type: 'SSML', ssml } }),
      ...(reprompt === undefined && repromptDirectives === undefined
        ? {}
        : {
            reprompt: {
              ...(reprompt === undefined ? {} : { outputSpeech: { type: 'PlainText', text: reprompt } }),
              ...(repromptDirectives === undefined ? {} : { directives: repromptDirectives }),
            },
          }),
      ...(card === undefined ? {} : { card }),
      ...(directives.length === 0 ? {} : { directives }),
      ...(end === undefined ? {} : { shouldEndSession: end }),
    },
  };
}

/** Answers by the name of the intent, or else by the type of the request. */
export type Script = Readonly<
  Record<string, Answer | ((envelope: RequestEnvelope) => Answer | Promise<Answer>)>
>;

/** A skill that answers from a script, and collects the requests. */
export function scripted(script: Script): { handler: SkillHandler; requests: RequestEnvelope[] } {
  const requests: RequestEnvelope[] = [];
  const handler: SkillHandler = async (envelope) => {
    requests.push(envelope);
    const { request } = envelope;
    const name = request.type === 'IntentRequest' ? request.intent.name : request.type;
    const answer = script[name];
    if (answer === undefined) return { version: '1.0', response: {} };
    return respond(typeof answer === 'function' ? await answer(envelope) : answer);
  };
  return { handler, requests };
}

/** An Echo with a scripted skill. */
export function echoWith(
  script: Script,
  options: Partial<EchoOptions> = {},
): { echo: Echo; requests: RequestEnvelope[] } {
  const { handler, requests } = scripted(script);
  return { echo: createEcho({ handler, model, start: START, ...options }), requests };
}

/** Carries out a line that is not a comment. */
export async function say(echo: Echo, line: string): Promise<Exchange> {
  const exchange = await echo.line(line);
  if (exchange === null) throw new Error(`"${line}" was taken for a comment.`);
  return exchange;
}

/** Seconds on the virtual clock since the start. */
export const secondsSinceStart = (echo: Echo): number => (echo.now().getTime() - START.getTime()) / 1000;
