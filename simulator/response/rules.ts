import type { InteractionModel } from '../../interaction-models/interaction-model.ts';
import { KNOWN_DIRECTIVES, LIMITS, SIMULATED_DIRECTIVES } from '../cloud/limits.ts';
import { isRecord, notJson } from '../json-value.ts';
import { violationsOfCard } from './card.ts';
import { violationsOfDialog } from './dialog-directives.ts';
import { permissionRequestIn, violationsOfPermissionRequest } from './permission-request.ts';
import { violationsOfForm } from './response-form.ts';
import { type AudioOutput, lastDirective, type SkillResponse, typeOf } from './skill-response.ts';
import { rounded, secondsOf } from './timeline.ts';
import type { Violation } from './violation.ts';

/** The request that a response answers, and the device it came from. */
export interface AnsweredRequest {
  /** The type of the request, e.g. `IntentRequest`. */
  readonly type: string;
  /** The name of the intent; null unless the request is an IntentRequest. */
  readonly intent: string | null;
  /** The interfaces of the device, e.g. `Alexa.Presentation.APL`. */
  readonly interfaces: ReadonlySet<string>;
  readonly model: InteractionModel;
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

type Rule = (response: SkillResponse, request: AnsweredRequest) => readonly Violation[];

/** A violation for which Alexa would not play the response. */
const refused = (sentence: string): Violation => ({ sentence, refused: true });
/** A violation with which Alexa would play the response, but which fails certification or misleads people. */
const wrong = (sentence: string): Violation => ({ sentence, refused: false });

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

  // Amazon's samples leave it out if Alexa asks for a permission, because she continues by herself.
  sessionStated: (response) => {
    const { response: sent } = response.envelope;
    const stated = isRecord(sent) && sent.shouldEndSession !== undefined && sent.shouldEndSession !== null;
    return unless(stated || permissionRequestIn(response) !== null, () =>
      wrong('The response does not set shouldEndSession.'),
    );
  },

  permissionRequest: (response) => violationsOfPermissionRequest(response),

  card: ({ card }) => violationsOfCard(card),

  question: (response) => {
    const open = opensMicrophone(response);
    const asks = endsWithQuestion(response.answer.text);
    if (open && !asks && !elicits(response) && permissionRequestIn(response) === null) {
      return [wrong('The microphone opens, but the last sentence is not a question.')];
    }
    if (!open && asks) return [wrong('The last sentence is a question, but the microphone does not open.')];
    return [];
  },

  repromptQuestion: (response) => {
    const { reprompt } = response;
    if (reprompt === null || !opensMicrophone(response)) return [];
    const asks = endsWithQuestion(reprompt.text) || (elicits(response) && reprompt.text !== '');
    return unless(asks, () =>
      wrong('The microphone opens after the reprompt, but its last sentence is not a question.'),
    );
  },

  repromptHeard: (response) =>
    unless(response.reprompt === null || opensMicrophone(response), () =>
      wrong('The response has a reprompt, but the microphone does not open.'),
    ),

  // Without shouldEndSession, only a device with a screen keeps the session open.
  stopEnds: ({ shouldEndSession }, { intent, interfaces }) => {
    const ends =
      shouldEndSession === true ||
      (shouldEndSession === undefined && !interfaces.has('Alexa.Presentation.APL'));
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
    partsOf(response).flatMap(({ part }) =>
      [...new Set(part.directives.map(typeOf))]
        .filter((type) => KNOWN_DIRECTIVES.has(type) && !SIMULATED_DIRECTIVES.has(type))
        .map((type) => wrong(`${type} is not simulated: what a device does with it is not played here.`)),
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

/** Whether the last sentence of a spoken text is a question. */
const endsWithQuestion = (text: string): boolean => /\?["'”’)\]]*$/u.test(text.trim());

/** Whether the response asks for a slot. Then an imperative ("Say it in one sentence.") counts as a question too. */
const elicits = ({ answer }: SkillResponse): boolean =>
  answer.text !== '' && lastDirective(answer.directives, 'Dialog.ElicitSlot') !== undefined;
