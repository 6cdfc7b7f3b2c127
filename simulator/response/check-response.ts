import type { Intent } from 'ask-sdk-model';
import type { InteractionModel } from '../../interaction-models/interaction-model.ts';
import { hasDialogSlot } from '../../interaction-models/model-facts.ts';
import type { Outcome } from '../cloud/lambda-handler.ts';
import type { Tape } from '../device/recorder.ts';
import { isRecord, type JsonRecord } from '../json-value.ts';
import { reasonOf } from '../simulator-error.ts';
import { checkResponse } from './rules.ts';
import { readResponse, type SkillResponse } from './skill-response.ts';

/** The part of a request that says what happened; the rest is the same for all. */
export type RequestBody = { readonly type: string } & JsonRecord;

/** What answers are held against. */
export interface Bench {
  readonly model: InteractionModel;
  /** Interfaces of the device. */
  readonly interfaces: ReadonlySet<string>;
}

/**
 * Reads and checks what the skill answered to a request; what it breaks is noted on the tape.
 * @returns the response, or as one sentence why Alexa would refuse it.
 */
export function judge(
  body: RequestBody,
  outcome: Outcome,
  { model, interfaces }: Bench,
  tape: Tape,
): SkillResponse | string {
  const refuse = (sentence: string): string => {
    tape.violations.push(sentence);
    return sentence;
  };
  if (outcome.kind !== 'answered') return refuse(`The skill failed on ${body.type}: ${outcome.reason}.`);
  let answer: unknown;
  try {
    answer = JSON.parse(JSON.stringify(outcome.answer) ?? 'null');
  } catch (error) {
    return refuse(`The response is not JSON: ${reasonOf(error)}.`);
  }
  const response = readResponse(answer);
  if (response === null) return refuse('The answer is not a response envelope.');
  const raw = isRecord(outcome.answer) ? outcome.answer.sessionAttributes : undefined;
  const findings = checkResponse(
    { ...response, sessionAttributes: raw },
    {
      request: body.type,
      intent: intentIn(body)?.name ?? null,
      interfaces,
      hasDialogSlot: (intent, slot) => hasDialogSlot(model, intent, slot),
    },
  );
  tape.violations.push(...findings.map((finding) => finding.sentence));
  return findings.find((finding) => finding.refused)?.sentence ?? response;
}

/** The intent of an IntentRequest; null for every other request. */
export const intentIn = (body: RequestBody): Intent | null =>
  isRecord(body.intent) ? (body.intent as unknown as Intent) : null;
