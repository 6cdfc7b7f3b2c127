/**
 * The skill for ask-sdk-core. It has one handler for all requests, because the conversation decides what is answered.
 */
import { SkillBuilders } from 'ask-sdk-core/dist/skill/SkillBuilders.js';
import type { RequestEnvelope, Response, ResponseEnvelope } from 'ask-sdk-model';
import { StoreError } from '../household/errors.ts';
import { render } from '../speech/render.ts';
import { within } from './deadline.ts';
import type { Dependencies } from './dependencies.ts';
import { admit, isSkillEvent, localeOf, seedOf } from './envelope.ts';
import { asCode, codeOf, placesIn, RequestRefused, SkillFailed } from './errors.ts';
import { exchange } from './exchange.ts';
import { responseOf } from './response.ts';
import { screenAtTheEnd } from './screen.ts';
import { servicesOf } from './services.ts';

/** Answers a request envelope. @throws RequestRefused if the request is refused */
export type Skill = (event: unknown, context?: unknown) => Promise<ResponseEnvelope>;

/** What goes with a request through ask-sdk-core, in the place of Lambda's context, which nothing here needs. */
interface Carried {
  envelope: RequestEnvelope;
  /** The session attributes of the answer. */
  attributes: Record<string, unknown>;
}

/** The session attributes if the session ends here. */
const CLOSED = { stateId: 'closed' };

/** ask-sdk-core copies the session attributes through JSON. They are read and written here, so it is given none. */
function withoutAttributes(envelope: RequestEnvelope): RequestEnvelope {
  return envelope.session === undefined
    ? envelope
    : { ...envelope, session: { ...envelope.session, attributes: {} } };
}

/**
 * Builds the skill.
 *
 * @param skillId - the id of the skill: requests for other skills are refused
 * @returns a function that answers a request envelope; it throws `RequestRefused`, before anything is read or written,
 *   if the request is malformed, is for another skill, or has a type that is not answered
 */
export function createSkill(skillId: string, dependencies: Dependencies): Skill {
  const skill = SkillBuilders.custom()
    .withApiClient(dependencies.apiClient)
    .addRequestHandlers({
      canHandle: () => true,
      async handle({ context, serviceClientFactory }) {
        const carried: Carried = context;
        const { envelope } = carried;
        const services = () => servicesOf(serviceClientFactory, envelope, dependencies.log);
        const { response, attributes } = await within(
          exchange(envelope, dependencies, services),
          dependencies.answerWithin,
          'AnswerLate',
        );
        if (attributes !== null) carried.attributes = attributes;
        return response;
      },
    })
    .addErrorHandlers({
      canHandle: () => true,
      handle({ requestEnvelope, context }, error) {
        const again = isSkillEvent(requestEnvelope.request.type);
        // For a skill event, an error of the store was logged before.
        if (!again || !(error instanceof StoreError))
          dependencies.log.error('unexpected', { code: asCode(error.name), frames: placesIn(error) });
        // The error is thrown, so that Alexa delivers the event again.
        if (again) throw error;
        (context as Carried).attributes = CLOSED;
        return apology(requestEnvelope, dependencies);
      },
    })
    .create();
  return async (event) => {
    try {
      const envelope = admit(event, skillId);
      const carried: Carried = { envelope, attributes: envelope.session?.attributes ?? {} };
      const answer = await skill.invoke(withoutAttributes(envelope), carried);
      if (envelope.session !== undefined) answer.sessionAttributes = carried.attributes;
      return isTooLarge(answer) ? apologyInstead(envelope, dependencies) : answer;
    } catch (error) {
      const code = codeOf(error);
      dependencies.log.warn(error instanceof RequestRefused ? 'refused' : 'failed', { code });
      // These two say nothing but codes. Lambda logs what is thrown, with its message.
      throw error instanceof RequestRefused || error instanceof StoreError ? error : new SkillFailed(code);
    }
  };
}

/** Bytes of the largest response. Alexa refuses one over 120 kilobytes, and nobody hears why. */
const LARGEST_RESPONSE = 120_000;

function isTooLarge(answer: ResponseEnvelope): boolean {
  return Buffer.byteLength(JSON.stringify(answer)) > LARGEST_RESPONSE;
}

/** The apology in place of a response that Alexa would refuse. It ends the session; the place is what was saved last. */
function apologyInstead(envelope: RequestEnvelope, dependencies: Dependencies): ResponseEnvelope {
  dependencies.log.error('unexpected', { code: 'response-too-large' });
  return {
    version: '1.0',
    response: apology(envelope, dependencies),
    sessionAttributes: CLOSED,
  };
}

/** The response that apologizes; an empty one if nobody can hear it. */
function apology(envelope: RequestEnvelope, dependencies: Dependencies): Response {
  const { request, session } = envelope;
  if (session === undefined || request.type === 'SessionEndedRequest') return {};
  try {
    const { wording } = dependencies.language(localeOf(envelope));
    const acts = [{ do: 'say', line: { key: 'error.unexpected', with: {} } }] as const;
    const said = render(acts, wording, seedOf(envelope));
    return responseOf(said, null, 'error', screenAtTheEnd(envelope, wording, 'error'));
  } catch {
    // If the language itself fails, nothing can be said.
    return { shouldEndSession: true };
  }
}
