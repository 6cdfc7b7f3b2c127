import { isRecord, type JsonRecord } from '../json-value.ts';
import type { Violation } from './violation.ts';

const PLAY_BEHAVIORS: readonly unknown[] = ['ENQUEUE', 'REPLACE_ALL', 'REPLACE_ENQUEUED'];

/**
 * The parts of a response that have another form than Alexa reads, so that she refuses all of it. A part that is null is
 * taken as left out, as SDKs write it; null in the list of directives is not. Source: Request and Response JSON
 * Reference, "Response object"; ask-sdk-model 1.86.0, `Response`.
 *
 * @param envelope what the skill answered; its `response` is an object.
 */
export function violationsOfForm({ response }: JsonRecord): readonly Violation[] {
  if (!isRecord(response)) return [];
  const { reprompt, shouldEndSession } = response;
  const sentences = [
    ...formOfPart('The response', response),
    ...(isMissing(reprompt)
      ? []
      : isRecord(reprompt)
        ? formOfPart('The reprompt', reprompt)
        : [`The reprompt is ${kindOf(reprompt)} instead of an object.`]),
    ...(isMissing(shouldEndSession) || typeof shouldEndSession === 'boolean'
      ? []
      : [`The shouldEndSession is ${kindOf(shouldEndSession)} instead of true or false.`]),
  ];
  return sentences.map((sentence) => ({ sentence, refused: true }));
}

/** What is wrong with the form of the directives and the speech of a response or a reprompt. */
function formOfPart(name: string, { directives, outputSpeech }: JsonRecord): string[] {
  const sentences: string[] = [];
  if (!isMissing(directives) && !Array.isArray(directives)) {
    sentences.push(`${name} has directives that are ${kindOf(directives)} instead of a list.`);
  }
  for (const directive of Array.isArray(directives) ? directives : []) {
    if (isRecord(directive)) continue;
    sentences.push(`${name} has a directive that is ${kindOf(directive)} instead of an object.`);
  }
  const behavior = isRecord(outputSpeech) ? outputSpeech.playBehavior : undefined;
  if (!isMissing(behavior) && !PLAY_BEHAVIORS.includes(behavior)) {
    sentences.push(`${name} has an outputSpeech with the unknown playBehavior "${String(behavior)}".`);
  }
  return sentences;
}

const isMissing = (value: unknown): boolean => value === undefined || value === null;

function kindOf(value: unknown): string {
  if (value === null) return 'null';
  if (Array.isArray(value)) return 'a list';
  const kinds: Readonly<Record<string, string>> = { string: 'text', object: 'an object' };
  return kinds[typeof value] ?? `a ${typeof value}`;
}
