import type { InteractionModel } from '../../interaction-models/interaction-model.ts';
import type { Outcome } from '../cloud/lambda-handler.ts';
import { intentIn, type RequestBody } from '../cloud/request-body.ts';
import { isRecord } from '../json-value.ts';
import { reasonOf } from '../simulator-error.ts';
import { violationsIn } from './rules.ts';
import { readResponse, type SkillResponse } from './skill-response.ts';

/** What a response has to fit. */
export interface ResponseTarget {
  readonly model: InteractionModel;
  /** The interfaces of the device, e.g. `Alexa.Presentation.APL`. */
  readonly interfaces: ReadonlySet<string>;
  readonly locale: string;
  /** Whether something of the skill is on the screen of the device already. */
  readonly shows: boolean;
}

/** A response that was read and checked. */
export interface CheckedResponse {
  /** The response, or one sentence that says why Alexa would refuse it. */
  readonly result: SkillResponse | string;
  /** All that is wrong with it, one sentence each. */
  readonly violations: readonly string[];
}

/** Reads and checks what the skill answered to a request. Never throws. */
export function checkResponse(
  request: RequestBody,
  outcome: Outcome,
  target: ResponseTarget,
): CheckedResponse {
  const refuse = (sentence: string): CheckedResponse => ({ result: sentence, violations: [sentence] });
  if (outcome.kind !== 'answered') return refuse(`The skill failed on ${request.type}: ${outcome.reason}.`);
  let answer: unknown;
  try {
    answer = JSON.parse(JSON.stringify(outcome.answer) ?? 'null');
  } catch (error) {
    return refuse(`The response is not JSON: ${reasonOf(error)}.`);
  }
  const response = readResponse(answer);
  if (response === null) return refuse('The answer is not a response envelope.');
  // The attributes as they were before JSON, because JSON hides what it changes in them.
  const sessionAttributes = isRecord(outcome.answer) ? outcome.answer.sessionAttributes : undefined;
  const violations = violationsIn(
    { ...response, sessionAttributes },
    {
      type: request.type,
      intent: intentIn(request)?.name ?? null,
      ...target,
    },
  );
  return {
    result: violations.find(({ refused }) => refused)?.sentence ?? response,
    violations: violations.map(({ sentence }) => sentence),
  };
}
