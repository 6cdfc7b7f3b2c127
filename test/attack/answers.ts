/** Whether what came of a request is one of the two things that may: a response that Alexa takes, or a typed refusal. */
import { RequestRefused } from '../../lambda/alexa/errors.ts';
import { isRecord } from '../../simulator/json-value.ts';
import type { Finding } from './evening.ts';

/** What came of a request: what was answered or thrown, and how many requests the database got meanwhile. */
export interface Came {
  answered?: unknown;
  thrown?: unknown;
  requests: number;
}

/** The largest response that Alexa takes, in bytes (Amazon: request and response format). */
const LARGEST = 120_000;
const REFUSALS: ReadonlySet<unknown> = new Set(['malformed-request', 'wrong-skill', 'unknown-request']);

/** What is wrong with it; nothing if it is one of the two. */
export function wrongIn({ answered, thrown, requests }: Came): Finding[] {
  const wrong = (where: string): Finding[] => [{ promise: 'unhandled', where }];
  if (thrown !== undefined) {
    if (!(thrown instanceof RequestRefused) || !REFUSALS.has(thrown.code))
      return wrong(`thrown: ${thrown instanceof Error ? thrown.name : typeof thrown}`);
    return requests === 0 ? [] : wrong('refused, and the database was asked');
  }
  const text = JSON.stringify(answered);
  const envelope: unknown = text === undefined ? undefined : JSON.parse(text);
  if (!isRecord(envelope) || envelope.version !== '1.0' || !isRecord(envelope.response))
    return wrong('no response');
  if (Buffer.byteLength(text) > LARGEST) return wrong('a response over 120 KB');
  const { outputSpeech, shouldEndSession, reprompt } = envelope.response;
  if (outputSpeech !== undefined && (!isRecord(outputSpeech) || typeof outputSpeech.ssml !== 'string'))
    return wrong('a speech without SSML');
  if (
    outputSpeech !== undefined &&
    typeof shouldEndSession !== 'boolean' &&
    !asksForPermission(envelope.response)
  )
    return wrong('a response that leaves the session open and shut');
  if (shouldEndSession === true && reprompt !== undefined) return wrong('a reprompt after the end');
  return [];
}

/** Alexa's own question follows then, and the session is hers. */
function asksForPermission({ directives }: Record<string, unknown>): boolean {
  return (
    Array.isArray(directives) &&
    directives.some((one) => isRecord(one) && one.type === 'Connections.SendRequest')
  );
}
