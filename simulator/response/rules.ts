import type { InteractionModel } from '../../interaction-models/interaction-model.ts';
import { KNOWN_DIRECTIVES, LIMITS, LINGERING_SECONDS, SIMULATED_DIRECTIVES } from '../cloud/limits.ts';
import { isRecord, type JsonRecord, notJson } from '../json-value.ts';
import { violationsOfCard } from './card.ts';
import { violationsOfDialog } from './dialog-directives.ts';
import {
  isSendRequestNotSimulated,
  nameOfSendRequest,
  permissionRequestIn,
  violationsOfPermissionRequest,
} from './permission-request.ts';
import { asksQuestion, prompts } from './prompt.ts';
import { violationsOfForm } from './response-form.ts';
import { type AudioOutput, lastDirective, type SkillResponse, typeOf } from './skill-response.ts';
import { rounded, secondsOf } from './timeline.ts';
import { ADVICE, type Violation } from './violation.ts';

/** The request that a response answers, and the device it came from. */
export interface AnsweredRequest {
  /** The type of the request, e.g. `IntentRequest`. */
  readonly type: string;
  /** The name of the intent; null unless the request is an IntentRequest. */
  readonly intent: string | null;
  /** The interfaces of the device, e.g. `Alexa.Presentation.APL`. */
  readonly interfaces: ReadonlySet<string>;
  readonly model: InteractionModel;
  /** Whether something of the skill is on the screen of the device already; left out for no. */
  readonly shows?: boolean;
  /** The locale in which the skill answers; left out for en-US. */
  readonly locale?: string;
}

/** A violation, and the rule that found it. */
export interface RuleViolation extends Violation {
  readonly rule: keyof typeof RULES | 'unanswerable';
}

/** Whether a request cannot be answered, because it has no session: its response is ignored, and must be empty. */
const isUnanswerable = (type: string): boolean =>
  type === 'SessionEndedRequest' || type.startsWith('AlexaSkillEvent.');

/** Whether the microphone opens after a response. */
export const opensMicrophone = (response: SkillResponse): boolean =>
  response.shouldEndSession === false || response.shouldEndSession === null;

/**
 * Whether a session without `shouldEndSession` stays open for a while, with a closed microphone: if the device has a
 * screen, and the skill shows something on it.
 */
export const lingers = (
  { shouldEndSession, answer }: SkillResponse,
  { interfaces, shows }: Pick<AnsweredRequest, 'interfaces' | 'shows'>,
): boolean =>
  shouldEndSession === undefined &&
  interfaces.has(SCREEN) &&
  (shows === true || lastDirective(answer.directives, `${SCREEN}.RenderDocument`) !== undefined);

const SCREEN = 'Alexa.Presentation.APL';

type Rule = (response: SkillResponse, request: AnsweredRequest) => readonly Violation[];

/** A violation for which Alexa would not play the response. */
const refused = (sentence: string): Violation => ({ sentence, refused: true });
/** A violation with which Alexa would play the response, but which fails certification or misleads people. */
const wrong = (sentence: string): Violation => ({ sentence, refused: false });

/** Something that is better otherwise, such as a prompt without a question mark. It is said to be advice. */
const advice = (sentence: string): Violation => wrong(`${ADVICE}${sentence}`);

const unless = (kept: boolean, violation: () => Violation): readonly Violation[] =>
  kept ? [] : [violation()];

/** The answer and the reprompt of a response, each with its name for a sentence. */
const partsOf = ({
  answer,
  reprompt,
}: SkillResponse): readonly { readonly part: AudioOutput; readonly name: string }[] => [
  { part: answer, name: 'The response' },
  ...(reprompt === null ? [] : [{ part: reprompt, name: 'The reprompt' }]),
];

/** Alexa's rules for the response to a request in a session, by name. */
const RULES = {
  version: ({ envelope }) =>
    unless(envelope.version === '1.0', () =>
      refused(`The response's version is "${String(envelope.version)}" instead of "1.0".`),
    ),

  form: ({ envelope }) => violationsOfForm(envelope),

  size: ({ envelope }) => {
    const bytes = Buffer.byteLength(JSON.stringify(envelope), 'utf8');
    const { value } = LIMITS.responseBytes;
    return unless(bytes <= value, () =>
      refused(`The response has ${bytes} bytes, more than the ${value} allowed.`),
    );
  },

  speechLength: (response) =>
    partsOf(response).flatMap(({ part, name }) =>
      unless(part.characters <= LIMITS.speechCharacters.value, () =>
        refused(
          `${name} has an outputSpeech of ${part.characters} characters, more than the ${LIMITS.speechCharacters.value} allowed.`,
        ),
      ),
    ),

  audioSeconds: ({ answer, reprompt }) => [
    ...tooLong('The response', answer, LIMITS.audioSeconds.value),
    ...(reprompt === null ? [] : tooLong('The reprompt', reprompt, LIMITS.repromptSeconds.value)),
  ],

  audioTags: (response) =>
    partsOf(response).flatMap(({ part, name }) =>
      unless(part.audioTags <= LIMITS.audioTags.value, () =>
        wrong(`${name} has ${part.audioTags} audio tags, more than the ${LIMITS.audioTags.value} allowed.`),
      ),
    ),

  aplaAudioFiles: (response) =>
    partsOf(response).flatMap(({ part, name }) =>
      unless(part.aplaAudioFiles <= LIMITS.aplaAudioFiles.value, () =>
        wrong(
          `${name} has ${part.aplaAudioFiles} APLA audio files, more than the ${LIMITS.aplaAudioFiles.value} allowed.`,
        ),
      ),
    ),

  marking: (response) => partsOf(response).flatMap(({ part }) => part.violations),

  // Amazon's samples leave it out if Alexa continues by herself.
  sessionStated: (response, request) => {
    const { response: sent } = response.envelope;
    const stated = isRecord(sent) ? sent.shouldEndSession : undefined;
    if ((stated !== undefined && stated !== null) || alexaGoesOn(response)) return [];
    if (stated === null) {
      return [
        wrong(
          'The response does not set shouldEndSession, but null: it opens the microphone, as false does.',
        ),
      ];
    }
    const here = lingers(response, request) ? 'it stays open' : 'the session ends';
    return [
      wrong(
        `The response does not set shouldEndSession. Without a screen the session ends; with one it stays open for ${LINGERING_SECONDS} s, with the microphone closed, as long as the skill shows something. Here ${here}.`,
      ),
    ];
  },

  permissionRequest: (response) => violationsOfPermissionRequest(response),

  card: ({ card }) => violationsOfCard(card),

  // An open microphone without a prompt fails certification. Source: Amazon's forum, article 242597, "Session closure".
  question: (response, { locale }) => {
    const open = opensMicrophone(response);
    const { text } = response.answer;
    const asks = asksQuestion(text);
    if (!open && asks && !alexaGoesOn(response)) {
      return [wrong('The last sentence is a question, but the microphone does not open.')];
    }
    if (!open || asks || elicits(response) || alexaGoesOn(response)) return [];
    return prompts(text, locale)
      ? [advice('the microphone opens after a sentence that prompts without a question mark.')]
      : [wrong('The microphone opens, but the last sentence is not a question.')];
  },

  repromptQuestion: (response, { locale }) => {
    const { reprompt } = response;
    if (reprompt === null || !opensMicrophone(response)) return [];
    const { text } = reprompt;
    if (asksQuestion(text) || (elicits(response) && text !== '')) return [];
    return prompts(text, locale)
      ? [advice('the reprompt ends with a sentence that prompts without a question mark.')]
      : [wrong('The microphone opens after the reprompt, but its last sentence is not a question.')];
  },

  repromptHeard: (response) =>
    unless(response.reprompt === null || opensMicrophone(response), () =>
      wrong('The response has a reprompt, but the microphone does not open.'),
    ),

  stopEnds: (response, request) => {
    const { intent } = request;
    const ends = !opensMicrophone(response) && !lingers(response, request);
    return unless(ends || (intent !== 'AMAZON.StopIntent' && intent !== 'AMAZON.CancelIntent'), () =>
      wrong(`The response to ${intent} does not end the session.`),
    );
  },

  directivesKnown: (response) =>
    partsOf(response).flatMap(({ part, name }) =>
      part.directives
        .filter((directive) => !KNOWN_DIRECTIVES.has(typeOf(directive)))
        .map((directive) => refused(`${name} has a directive of the unknown type "${typeOf(directive)}".`)),
    ),

  directivesPlayed: (response) =>
    [...new Set(partsOf(response).flatMap(({ part }) => part.directives.map(notSimulated)))]
      .filter((what) => what !== null)
      .map((what) =>
        wrong(
          what in ALEXA_GOES_ON
            ? `${what} is not simulated: ${ALEXA_GOES_ON[what]}, and here the session goes no further.`
            : `${what} is not simulated: what a device does with it is not played here.`,
        ),
      ),

  screenPresent: (response, { interfaces }) =>
    partsOf(response).flatMap(({ part, name }) =>
      part.directives
        .filter((directive) => typeOf(directive).startsWith('Alexa.Presentation.APL.'))
        .filter(() => !interfaces.has('Alexa.Presentation.APL'))
        .map((directive) =>
          refused(`${name} has ${typeOf(directive)} for a device without Alexa.Presentation.APL.`),
        ),
    ),

  dialog: (response, { intent, model }) => violationsOfDialog(response, intent, model),

  attributes: ({ sessionAttributes }) => {
    if (sessionAttributes === undefined || sessionAttributes === null) return [];
    if (!isRecord(sessionAttributes)) return [refused('The sessionAttributes are not an object.')];
    const problem = notJson(sessionAttributes, 'sessionAttributes');
    return unless(problem === null, () => wrong(`The session attributes do not survive JSON: ${problem}.`));
  },
} as const satisfies Record<string, Rule>;

/**
 * Checks a response against Alexa's limits and rules.
 *
 * @returns the violations, in the order of the rules; none if the response is correct.
 */
export function violationsIn(response: SkillResponse, request: AnsweredRequest): RuleViolation[] {
  if (isUnanswerable(request.type)) {
    const { answer, reprompt, card } = response;
    const shown = answer.directives.length > 0 || (card !== undefined && card !== null);
    const silent = answer.segments.length === 0 && !shown && reprompt === null;
    if (silent) return [];
    return [{ ...wrong(`The response to ${request.type} says or shows something.`), rule: 'unanswerable' }];
  }
  return (Object.entries(RULES) as [keyof typeof RULES, Rule][]).flatMap(([rule, check]) =>
    check(response, request).map((violation) => ({ ...violation, rule })),
  );
}

function tooLong(name: string, part: AudioOutput, limit: number): readonly Violation[] {
  const seconds = rounded(secondsOf(part.segments));
  return unless(seconds <= limit, () =>
    wrong(`${name} lasts about ${seconds} s, longer than the ${limit} s allowed.`),
  );
}

/** What Alexa does by herself after the directives that leave the conversation to her. */
const ALEXA_GOES_ON: Readonly<Record<string, string>> = {
  'Dialog.Delegate': 'Alexa would ask for the next slot, or send the complete intent',
  'Dialog.DelegateRequest': 'Alexa Conversations would go on',
  'Connections.StartConnection': 'Alexa would start the task',
};

/** Whether Alexa asks, or goes on, in her own words after the response. */
const alexaGoesOn = (response: SkillResponse): boolean =>
  permissionRequestIn(response) !== null ||
  response.answer.directives.some(
    (directive) => typeOf(directive) in ALEXA_GOES_ON || isSendRequestNotSimulated(directive),
  );

/** What of a directive is known to Alexa and not played here: its type, or a part of it; null if it is played. */
function notSimulated(directive: JsonRecord): string | null {
  const type = typeOf(directive);
  if (isSendRequestNotSimulated(directive)) return `${type} ${nameOfSendRequest(directive)}`;
  if (isRecord(directive.document) && directive.document.type === 'Link' && SIMULATED_DIRECTIVES.has(type)) {
    return `${type} with a linked document`;
  }
  return KNOWN_DIRECTIVES.has(type) && !SIMULATED_DIRECTIVES.has(type) ? type : null;
}

/** Whether the response asks for a slot. Then an imperative ("Say it in one sentence.") counts as a question too. */
const elicits = ({ answer }: SkillResponse): boolean =>
  answer.text !== '' && lastDirective(answer.directives, 'Dialog.ElicitSlot') !== undefined;
