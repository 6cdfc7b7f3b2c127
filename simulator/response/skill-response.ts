import { asArray, asString, isRecord, type JsonRecord } from '../json-value.ts';
import { renderApla } from './apla.ts';
import { readPlainText, readSsml } from './ssml.ts';
import { type TimelineSegment, textOf } from './timeline.ts';
import type { Violation } from './violation.ts';

/** What a device plays in one go: the answer of a response, its reprompt, or something that Alexa says herself. */
export interface AudioOutput {
  readonly segments: readonly TimelineSegment[];
  /** The first of them, which are the outputSpeech. Those of the APLA documents follow. */
  readonly outputSpeech: readonly TimelineSegment[];
  /** All that is said, as plain text. */
  readonly text: string;
  /** The outputSpeech and then each APLA Speech, as they were written: SSML or plain text. */
  readonly ssml: readonly string[];
  /** Characters of the outputSpeech. */
  readonly characters: number;
  /** The number of `<audio>` tags. */
  readonly audioTags: number;
  /** The number of Audio components in the APLA documents. */
  readonly aplaAudioFiles: number;
  readonly directives: readonly JsonRecord[];
  readonly violations: readonly Violation[];
}

/** A response of the skill, as far as a device uses it. */
export interface SkillResponse {
  readonly envelope: JsonRecord;
  readonly answer: AudioOutput;
  readonly reprompt: AudioOutput | null;
  /** As sent; undefined if it was left out or is not a boolean. */
  readonly shouldEndSession: boolean | null | undefined;
  readonly sessionAttributes: unknown;
  /** As sent. */
  readonly card: unknown;
}

/** The type of the directive that plays an APLA document. */
export const APLA_DOCUMENT = 'Alexa.Presentation.APLA.RenderDocument';

/** The `type` of a directive; an empty string if it has none. */
export const typeOf = (directive: JsonRecord): string => asString(directive.type) ?? '';

/** The last directive of a type, which is the one that a device carries out. */
export const lastDirective = (directives: readonly JsonRecord[], type: string): JsonRecord | undefined =>
  directives.findLast((directive) => typeOf(directive) === type);

/** Whether an output has an APLA document. */
export const hasSound = ({ directives }: AudioOutput): boolean =>
  lastDirective(directives, APLA_DOCUMENT) !== undefined;

/** An output as it is heard on a device that cannot play its APLA documents: its outputSpeech alone. */
export const withoutSound = (output: AudioOutput): AudioOutput => ({
  ...output,
  segments: output.outputSpeech,
  text: textOf(output.outputSpeech),
  ssml: output.ssml.slice(0, output.characters === 0 ? 0 : 1),
});

/** The same, with quiet that is as long as the APLA documents. */
export function withMutedSound(output: AudioOutput): AudioOutput {
  const muted = output.segments
    .slice(output.outputSpeech.length)
    .map(({ seconds }): TimelineSegment => ({ kind: 'silence', seconds, text: '' }));
  return { ...withoutSound(output), segments: [...output.outputSpeech, ...muted] };
}

/**
 * Reads the answer of the handler. Never throws.
 *
 * @returns null if the answer is not a response envelope.
 */
export function readResponse(answer: unknown): SkillResponse | null {
  if (!isRecord(answer) || !isRecord(answer.response)) return null;
  const { response } = answer;
  const { reprompt, shouldEndSession } = response;
  return {
    envelope: answer,
    answer: readAudioOutput(response.outputSpeech, response.directives),
    reprompt: isRecord(reprompt) ? readAudioOutput(reprompt.outputSpeech, reprompt.directives) : null,
    shouldEndSession:
      typeof shouldEndSession === 'boolean' || shouldEndSession === null ? shouldEndSession : undefined,
    sessionAttributes: answer.sessionAttributes,
    card: response.card,
  };
}

/** The outputSpeech plays first, then the APLA documents in their order. */
function readAudioOutput(outputSpeech: unknown, directives: unknown): AudioOutput {
  const known = asArray(directives).filter(isRecord);
  const speech = readOutputSpeech(outputSpeech);
  const documents = known.filter((it) => typeOf(it) === APLA_DOCUMENT).map(renderApla);
  const segments = [...speech.segments, ...documents.flatMap((document) => document.segments)];
  return {
    segments,
    outputSpeech: speech.segments,
    text: textOf(segments),
    ssml: [
      ...(speech.written === '' ? [] : [speech.written]),
      ...documents.flatMap((document) => document.ssml),
    ],
    characters: speech.written.length,
    audioTags: speech.audioTags + documents.reduce((sum, document) => sum + document.audioTags, 0),
    aplaAudioFiles: documents.reduce((sum, document) => sum + document.audioFiles, 0),
    directives: known,
    violations: [...speech.violations, ...documents.flatMap((document) => document.violations)],
  };
}

function readOutputSpeech(outputSpeech: unknown) {
  const nothing = { segments: [], audioTags: 0, violations: [], written: '' };
  if (outputSpeech === undefined || outputSpeech === null) return nothing;
  const speech = isRecord(outputSpeech) ? outputSpeech : {};
  const ssml = asString(speech.ssml);
  const text = asString(speech.text);
  if (speech.type === 'SSML' && ssml !== undefined) return { ...readSsml(ssml), written: ssml };
  if (speech.type === 'PlainText' && text !== undefined) return { ...readPlainText(text), written: text };
  const sentence = 'The outputSpeech is neither SSML with an ssml nor PlainText with a text.';
  return { ...nothing, violations: [{ sentence, refused: true }] };
}
