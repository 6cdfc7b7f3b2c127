/**
 * The skill for ask-sdk-core. It has one handler for all requests, because the conversation decides what is answered.
 */
import { SkillBuilders } from 'ask-sdk-core';
import type { RequestEnvelope, ResponseEnvelope } from 'ask-sdk-model';
import { StoreError } from '../household/errors.ts';
import { render } from '../speech/render.ts';
import { within } from './deadline.ts';
import type { Dependencies } from './dependencies.ts';
import { admit, isSkillEvent, localeOf, seedOf } from './envelope.ts';
import { RequestRefused } from './errors.ts';
import { exchange } from './exchange.ts';
import { responseOf } from './response.ts';
import { servicesOf } from './services.ts';

/** Answers a request envelope. @throws RequestRefused if the request is refused */
export type Skill = (event: unknown, context?: unknown) => Promise<ResponseEnvelope>;

/**
 * Builds the skill.
 *
 * @param skillId - the id of the skill: requests for other skills are refused
 * @returns a function that answers a request envelope; it throws `RequestRefused`, before anything is read or written,
 *   if the request is malformed, is for another skill, or has a type that is not answered
 */
export function createSkill(skillId: string, dependencies: Dependencies): Skill {
  const skill = SkillBuilders.custom()
    .withSkillId(skillId)
    .withApiClient(dependencies.apiClient)
    .addRequestHandlers({
      canHandle: () => true,
      async handle({ requestEnvelope, attributesManager, serviceClientFactory }) {
        const services = () => servicesOf(serviceClientFactory, requestEnvelope, dependencies.log);
        const { response, attributes } = await within(
          exchange(requestEnvelope, dependencies, services),
          dependencies.answerWithin,
          'AnswerLate',
        );
        if (attributes !== null) attributesManager.setSessionAttributes(attributes);
        return response;
      },
    })
    .addErrorHandlers({
      canHandle: () => true,
      handle({ requestEnvelope }, error) {
        const again = isSkillEvent(requestEnvelope.request.type);
        // For a skill event, an error of the store was logged before.
        if (!again || !(error instanceof StoreError))
          dependencies.log.error('unexpected', { code: error.name, frames: framesOf(error) });
        // The error is thrown, so that Alexa delivers the event again.
        if (again) throw error;
        return apology(requestEnvelope, dependencies);
      },
    })
    .create();
  return async (event, context) => {
    try {
      return await skill.invoke(admit(event, skillId), context);
    } catch (error) {
      dependencies.log.warn(error instanceof RequestRefused ? 'refused' : 'failed', { code: codeOf(error) });
      throw error;
    }
  };
}

/** The code of an error, for the log. It is never empty, because errors are counted by it. */
function codeOf(error: unknown): string {
  if (!(error instanceof Error)) return 'unknown';
  return 'code' in error && error.code !== '' ? String(error.code) : error.name;
}

/** The frames of the stack trace, without the message, which could contain anything. */
function framesOf({ stack = '' }: Error): string[] {
  return stack.split('\n').filter((frame) => /^\s+at /.test(frame));
}

/** The response that apologizes; an empty one if nobody can hear it. */
function apology(envelope: RequestEnvelope, dependencies: Dependencies) {
  const { request, session } = envelope;
  if (session === undefined || request.type === 'SessionEndedRequest') return {};
  try {
    const { wording } = dependencies.language(localeOf(envelope));
    const acts = [{ do: 'say', line: { key: 'error.unexpected', with: {} } }] as const;
    return responseOf(render(acts, wording, seedOf(envelope)), null, 'error');
  } catch {
    // If the language itself fails, nothing can be said.
    return { shouldEndSession: true };
  }
}
