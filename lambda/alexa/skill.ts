/** The skill as ask-sdk-core runs it: one handler, for the conversation decides what is answered. */
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

export type Skill = (event: unknown, context?: unknown) => Promise<ResponseEnvelope>;

/**
 * Builds the skill.
 *
 * @returns a function that answers a request envelope; it throws `RequestRefused` for one that is malformed, of an
 *   unknown kind, or for another skill, before anything is read or written
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
        // The store's failure is expected there, and has been logged.
        if (!again || !(error instanceof StoreError))
          dependencies.log.error('unexpected', { code: error.name, frames: framesOf(error) });
        // A deletion that failed must not be taken for done: Alexa delivers the event again.
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

/** What went wrong, in a word that is never empty: errors are counted by it. */
function codeOf(error: unknown): string {
  if (!(error instanceof Error)) return 'unknown';
  return 'code' in error && error.code !== '' ? String(error.code) : error.name;
}

/** Where it happened: the frames of the stack, without the message, which may hold anything. */
function framesOf({ stack = '' }: Error): string[] {
  return stack.split('\n').filter((frame) => /^\s+at /.test(frame));
}

/** A kind line; nothing at all if nobody could hear it. */
function apology(envelope: RequestEnvelope, dependencies: Dependencies) {
  const { request, session } = envelope;
  if (session === undefined || request.type === 'SessionEndedRequest') return {};
  try {
    const { wording } = dependencies.language(localeOf(envelope));
    const acts = [{ do: 'say', line: { key: 'error.unexpected', with: {} } }] as const;
    return responseOf(render(acts, wording, seedOf(envelope)), null, 'error');
  } catch {
    // Without a language there is nothing to say it in: the session ends without a word.
    return { shouldEndSession: true };
  }
}
