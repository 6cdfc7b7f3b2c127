import type { InteractionModel } from '../../interaction-models/interaction-model.ts';
import { LIMITS } from '../cloud/limits.ts';
import type { LastCall } from '../device/call-log.ts';
import type { JsonRecord } from '../json-value.ts';
import { readResponse } from '../response/skill-response.ts';
import { rounded, secondsOf } from '../response/timeline.ts';
import { candidatesOf } from '../understanding/candidates.ts';
import type { Insight, LimitUse } from './page/messages.ts';

/** What the panel shows besides the last call. */
export interface Surroundings {
  readonly model: InteractionModel;
  readonly state: string | null;
  readonly violations: readonly string[];
  readonly items: readonly JsonRecord[];
}

/** All that the panel for developers shows of a device. */
export function insightOf({ call, understanding }: LastCall, around: Surroundings): Insight {
  const { model, state, violations, items } = around;
  const answer = call?.outcome.kind === 'answered' ? call.outcome.answer : (call?.outcome ?? null);
  return {
    request: call?.request ?? null,
    response: answer,
    ...{ state, violations, items },
    limits: call === null ? [] : limitsUsed(answer),
    words: understanding?.words ?? null,
    candidates:
      understanding === null ? [] : candidatesOf(model, understanding.words, understanding.circumstances),
  };
}

const bytesOf = (value: unknown): number => Buffer.byteLength(JSON.stringify(value ?? null));

function limitsUsed(answer: unknown): LimitUse[] {
  const response = readResponse(answer);
  if (response === null) return [];
  const { answer: output, reprompt, sessionAttributes } = response;
  return [
    { name: 'bytes of the response', used: bytesOf(answer), limit: LIMITS.responseBytes.value },
    { name: 'bytes of session attributes in it', used: bytesOf(sessionAttributes), limit: null },
    { name: 'characters of speech', used: output.characters, limit: LIMITS.speechCharacters.value },
    {
      name: 'seconds of audio',
      used: rounded(secondsOf(output.segments)),
      limit: LIMITS.audioSeconds.value,
    },
    {
      name: 'seconds of the reprompt',
      used: rounded(secondsOf(reprompt?.segments ?? [])),
      limit: LIMITS.repromptSeconds.value,
    },
    { name: 'sounds in APLA', used: output.aplaAudioFiles, limit: LIMITS.aplaAudioFiles.value },
    { name: 'audio tags', used: output.audioTags, limit: LIMITS.audioTags.value },
  ];
}
