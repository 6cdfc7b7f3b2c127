import { KNOWN_DIRECTIVES, LIMITS } from '../cloud/limits.ts';
import { asString, isRecord, notJson } from '../json-value.ts';
import { findingsOfCard } from './card.ts';
import { findingsOfAsk, permissionAskIn } from './permission-request.ts';
import { type Audible, lastDirective, type SkillResponse, typeOf } from './skill-response.ts';
import { rounded, secondsOf } from './timeline.ts';
import type { Finding } from './violation.ts';

/** What a response answers, and where. */
export interface Circumstances {
  /** The request's type, e.g. `IntentRequest`. */
  readonly request: string;
  /** The intent's name; null unless the request is an IntentRequest. */
  readonly intent: string | null;
  /** Interfaces of the device, e.g. `Alexa.Presentation.APL`. */
  readonly interfaces: ReadonlySet<string>;
  /** Whether the interaction model's dialog has the slot in that intent. */
  readonly hasDialogSlot: (intent: string, slot: string) => boolean;
}

/** Whether a request has no session that could be answered: its response is ignored and must say nothing. */
export const isUnanswerable = (request: string): boolean =>
  request === 'SessionEndedRequest' || request.startsWith('AlexaSkillEvent.');

/** Whether the microphone opens after a response. */
export const opensMicrophone = (response: SkillResponse): boolean =>
  response.shouldEndSession === false || response.shouldEndSession === null;

type Rule = (response: SkillResponse, circumstances: Circumstances) => readonly Finding[];

/** Alexa would not play such a response. */
const refused = (sentence: string): Finding => ({ sentence, refused: true });
/** Alexa would play it, but it fails certification or misleads people. */
const wrong = (sentence: string): Finding => ({ sentence, refused: false });

const unless = (kept: boolean, finding: () => Finding): readonly Finding[] => (kept ? [] : [finding()]);

/** Both parts of a response, with the words that name the part in a sentence. */
const partsOf = ({
  answer,
  reprompt,
}: SkillResponse): readonly { readonly part: Audible; readonly name: string }[] => [
  { part: answer, name: 'The response' },
  ...(reprompt === null ? [] : [{ part: reprompt, name: 'The reprompt' }]),
];

/** Alexa's rules for the answer to a request in a session. */
const RULES = {
  version: ({ envelope }) =>
    unless(envelope.version === '1.0', () =>
      refused(`The response's version is "${String(envelope.version)}" instead of "1.0".`),
    ),

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

  marking: (response) => partsOf(response).flatMap(({ part }) => part.findings),

  // Amazon's samples leave it out where Alexa asks for a permission: she goes on by herself.
  sessionStated: (response) =>
    unless(typeof response.shouldEndSession === 'boolean' || permissionAskIn(response) !== null, () =>
      wrong('The response does not set shouldEndSession.'),
    ),

  permissionAsk: (response) => findingsOfAsk(response),

  card: ({ card }) => findingsOfCard(card),

  question: (response) => {
    const open = opensMicrophone(response);
    const asks = endsWithQuestion(response.answer.text);
    if (open && !asks && !elicits(response) && permissionAskIn(response) === null) {
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

  stopEnds: ({ shouldEndSession }, { intent }) =>
    unless(
      shouldEndSession === true || (intent !== 'AMAZON.StopIntent' && intent !== 'AMAZON.CancelIntent'),
      () => wrong(`The response to ${intent} does not end the session.`),
    ),

  directivesKnown: (response) =>
    partsOf(response).flatMap(({ part, name }) =>
      part.directives
        .filter((directive) => !KNOWN_DIRECTIVES.has(typeOf(directive)))
        .map((directive) => refused(`${name} has a directive of the unknown type "${typeOf(directive)}".`)),
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

  elicitation: ({ answer }, { intent, hasDialogSlot }) => {
    const directive = lastDirective(answer.directives, 'Dialog.ElicitSlot');
    if (directive === undefined) return [];
    const updated = isRecord(directive.updatedIntent) ? asString(directive.updatedIntent.name) : undefined;
    const elicited = updated ?? intent;
    const slot = asString(directive.slotToElicit) ?? '';
    if (elicited === null)
      return [refused('Dialog.ElicitSlot names no intent, and the request was not an intent.')];
    return unless(hasDialogSlot(elicited, slot), () =>
      refused(
        `Dialog.ElicitSlot asks for ${elicited}.${slot}, which is not in the interaction model's dialog.`,
      ),
    );
  },

  attributes: ({ sessionAttributes }) => {
    if (sessionAttributes === undefined || sessionAttributes === null) return [];
    if (!isRecord(sessionAttributes)) return [refused('The sessionAttributes are not an object.')];
    const problem = notJson(sessionAttributes, 'sessionAttributes');
    return unless(problem === null, () => wrong(`The session attributes do not survive JSON: ${problem}.`));
  },
} as const satisfies Record<string, Rule>;

/** The names of the rules, for tests that break each of them. */
export type RuleName = keyof typeof RULES;

/**
 * Checks a response against Alexa's limits and rules.
 * @returns one finding for each breach, none when all is well.
 */
export function checkResponse(response: SkillResponse, circumstances: Circumstances): Finding[] {
  if (isUnanswerable(circumstances.request)) {
    const { answer, reprompt, card } = response;
    const shown = answer.directives.length > 0 || (card !== undefined && card !== null);
    const silent = answer.segments.length === 0 && !shown && reprompt === null;
    return silent ? [] : [wrong(`The response to ${circumstances.request} says or shows something.`)];
  }
  return Object.values<Rule>(RULES).flatMap((rule) => rule(response, circumstances));
}

function tooLong(name: string, part: Audible, limit: number): readonly Finding[] {
  const seconds = rounded(secondsOf(part.segments));
  return unless(seconds <= limit, () =>
    wrong(`${name} lasts about ${seconds} s, longer than the ${limit} s allowed.`),
  );
}

/** Whether the last sentence of a spoken text is a question. */
const endsWithQuestion = (text: string): boolean => /\?["'”’)\]]*$/u.test(text.trim());

/** Whether the response asks for a slot, so that an imperative ("Say it in one sentence.") is a question too. */
const elicits = ({ answer }: SkillResponse): boolean =>
  answer.text !== '' && lastDirective(answer.directives, 'Dialog.ElicitSlot') !== undefined;
