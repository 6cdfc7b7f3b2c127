import { asArray, asString, isRecord, type JsonRecord } from '../json-value.ts';
import { renderApla } from './apla.ts';
import { readPlainText, readSsml } from './ssml.ts';
import { type Segment, textOf } from './timeline.ts';
import type { Finding } from './violation.ts';

/** One thing that a response plays: its answer or its reprompt. */
export interface Audible {
  readonly segments: readonly Segment[];
  /** All that is said, as plain text. */
  readonly text: string;
  /** The outputSpeech as it was written, then each APLA Speech. */
  readonly ssml: readonly string[];
  /** Characters of the outputSpeech. */
  readonly characters: number;
  readonly audioTags: number;
  /** Audio components of the APLA documents. */
  readonly aplaAudioFiles: number;
  readonly directives: readonly JsonRecord[];
  readonly findings: readonly Finding[];
}

/** A response as a device takes it. */
export interface SkillResponse {
  readonly envelope: JsonRecord;
  readonly answer: Audible;
  readonly reprompt: Audible | null;
  /** As sent; undefined when left out. */
  readonly shouldEndSession: boolean | null | undefined;
  readonly sessionAttributes: unknown;
  /** As sent. */
  readonly card: unknown;
}

/** The `type` of a directive, or an empty string. */
export const typeOf = (directive: JsonRecord): string => asString(directive.type) ?? '';

/** The last directive of a type; a device obeys the last. */
export const lastDirective = (directives: readonly JsonRecord[], type: string): JsonRecord | undefined =>
  directives.findLast((directive) => typeOf(directive) === type);

/**
 * Reads what a handler answered. Never throws.
 * @returns null when it is not a response envelope at all.
 */
export function readResponse(answer: unknown): SkillResponse | null {
  if (!isRecord(answer) || !isRecord(answer.response)) return null;
  const { response } = answer;
  const { reprompt, shouldEndSession } = response;
  return {
    envelope: answer,
    answer: readAudible(response.outputSpeech, response.directives),
    reprompt: isRecord(reprompt) ? readAudible(reprompt.outputSpeech, reprompt.directives) : null,
    shouldEndSession:
      typeof shouldEndSession === 'boolean' || shouldEndSession === null ? shouldEndSession : undefined,
    sessionAttributes: answer.sessionAttributes,
    card: response.card,
  };
}

/** The outputSpeech plays first, then the APLA documents in their order. */
function readAudible(outputSpeech: unknown, directives: unknown): Audible {
  const known = asArray(directives).filter(isRecord);
  const speech = readOutputSpeech(outputSpeech);
  const documents = known
    .filter((it) => typeOf(it) === 'Alexa.Presentation.APLA.RenderDocument')
    .map(renderApla);
  const segments = [...speech.segments, ...documents.flatMap((document) => document.segments)];
  return {
    segments,
    text: textOf(segments),
    ssml: [
      ...(speech.written === '' ? [] : [speech.written]),
      ...documents.flatMap((document) => document.ssml),
    ],
    characters: speech.written.length,
    audioTags: speech.audioTags + documents.reduce((sum, document) => sum + document.audioTags, 0),
    aplaAudioFiles: documents.reduce((sum, document) => sum + document.audioFiles, 0),
    directives: known,
    findings: [...speech.findings, ...documents.flatMap((document) => document.findings)],
  };
}

function readOutputSpeech(outputSpeech: unknown) {
  const nothing = { segments: [], audioTags: 0, findings: [], written: '' };
  if (outputSpeech === undefined || outputSpeech === null) return nothing;
  const speech = isRecord(outputSpeech) ? outputSpeech : {};
  const ssml = asString(speech.ssml);
  const text = asString(speech.text);
  if (speech.type === 'SSML' && ssml !== undefined) return { ...readSsml(ssml), written: ssml };
  if (speech.type === 'PlainText' && text !== undefined) return { ...readPlainText(text), written: text };
  const sentence = 'The outputSpeech is neither SSML with an ssml nor PlainText with a text.';
  return { ...nothing, findings: [{ sentence, refused: true }] };
}
