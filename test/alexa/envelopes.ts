/**
 * A small Echo for tests: it sends request envelopes as Alexa does, and keeps the session, its attributes and the time.
 */
import { randomUUID } from 'node:crypto';
import type {
  Directive,
  IntentRequest,
  Request,
  RequestEnvelope,
  ResponseEnvelope,
  Slot,
} from 'ask-sdk-model';
import type { Skill } from '../../lambda/alexa/skill.ts';
import { SKILL_ID } from '../../simulator/cloud/identity.ts';
import { screenIn, secondsOf, stateIdOf } from './responses.ts';

export const USER = 'amzn1.ask.account.ANA-AND-BO';
export const EVENING = Date.parse('2026-11-22T19:00:00Z');

/** Slots by name. Each is a value as it was said, or a whole slot. */
export type Said = Readonly<Record<string, string | Slot>>;

export function slotsOf(said: Said): Record<string, Slot> {
  const of = (name: string, value: string | Slot): Slot =>
    typeof value === 'string' ? { name, value, confirmationStatus: 'NONE' } : value;
  return Object.fromEntries(Object.entries(said).map(([name, value]) => [name, of(name, value)]));
}

/** A slot whose value is in its slot type, with this id. */
export function resolvedSlot(name: string, value: string, id: string): Slot {
  const status = { code: 'ER_SUCCESS_MATCH' as const };
  const resolutionsPerAuthority = [{ authority: 'amzn1', status, values: [{ value: { name: value, id } }] }];
  return { name, value, confirmationStatus: 'NONE', resolutions: { resolutionsPerAuthority } };
}

export interface Echo {
  /** The requests and responses so far. The oldest are first. */
  readonly exchanges: readonly { request: RequestEnvelope; response: ResponseEnvelope }[];
  /** When the next request comes, in milliseconds since 1970. */
  now: number;
  /** The recognised voice, and its confidence level. */
  voice: { id: string; level: number } | null;
  /** The session attributes of the next request. */
  attributes: Record<string, unknown>;
  launch(): Promise<ResponseEnvelope>;
  say(intent: string, said?: Said): Promise<ResponseEnvelope>;
  /** Says words, which arrive as they are. */
  words(said: string): Promise<ResponseEnvelope>;
  /** Ends the session: after silence, because somebody said so, or after an error. */
  end(reason?: 'EXCEEDED_MAX_REPROMPTS' | 'USER_INITIATED' | 'ERROR'): Promise<ResponseEnvelope>;
  /** Ends the session without telling the skill, as an Echo does that got no answer. */
  hangUp(): void;
  /** Touches a choice on the last screen, or on the one with another token. */
  touch(id: unknown, token?: string): Promise<ResponseEnvelope>;
  soundError(): Promise<ResponseEnvelope>;
  /** Sends the answer to Alexa's question for a permission, in the same session or in a new one. */
  permission(status: 'ACCEPTED' | 'DENIED' | 'NOT_ANSWERED', anew?: boolean): Promise<ResponseEnvelope>;
  /** Delivers the last request once more, unchanged. */
  deliverAgain(): Promise<ResponseEnvelope>;
  stateId(): string;
}

export interface EchoOptions {
  user?: string;
  device?: string;
  now?: number;
  /** Whether it has a screen; left out for no. */
  screen?: boolean;
  /** A part of every request id, and so of every seed. Another run gets other wordings. */
  run?: string;
}

/** Creates an Echo with the skill. Each request comes when the last reply has been heard, unless `now` is set. */
export function anEcho(skill: Skill, options: EchoOptions = {}): Echo {
  const { user = USER, device = 'kitchen', screen = false, run = 'a' } = options;
  const exchanges: { request: RequestEnvelope; response: ResponseEnvelope }[] = [];
  let session: { id: string; isNew: boolean } | null = null;
  let sessions = 0;

  const send = async (
    request: Pick<Request, 'type'> & Record<string, unknown>,
  ): Promise<ResponseEnvelope> => {
    if (session === null) {
      sessions += 1;
      session = { id: `session-${run}-${device}-${sessions}`, isNew: true };
      echo.attributes = {};
    }
    const envelope = anEnvelope({
      request: {
        requestId: `request-${run}-${device}-${exchanges.length}`,
        timestamp: new Date(echo.now).toISOString(),
        locale: 'en-US',
        ...request,
      },
      session: { id: session.id, isNew: session.isNew, attributes: echo.attributes },
      user,
      device,
      screen,
      voice: echo.voice,
    });
    const response = throughJson(await skill(throughJson(envelope)));
    exchanges.push({ request: envelope, response });
    session = { ...session, isNew: false };
    echo.attributes = response.sessionAttributes ?? {};
    const asksForPermission = response.response.directives?.some(
      ({ type }) => type === 'Connections.SendRequest',
    );
    if (
      request.type === 'SessionEndedRequest' ||
      (response.response.shouldEndSession !== false && !asksForPermission)
    )
      session = null;
    echo.now += Math.round((secondsOf(response) + 2) * 1000);
    return response;
  };

  const echo: Echo = {
    exchanges,
    now: options.now ?? EVENING,
    attributes: {},
    voice: null,
    launch() {
      session = null;
      return send({ type: 'LaunchRequest' });
    },
    say(name, said = {}) {
      const intent: IntentRequest['intent'] = { name, confirmationStatus: 'NONE', slots: slotsOf(said) };
      return send({ type: 'IntentRequest', dialogState: 'STARTED', intent });
    },
    words: (said) => echo.say('UtteranceIntent', { utterance: said }),
    end: (reason = 'EXCEEDED_MAX_REPROMPTS') => send({ type: 'SessionEndedRequest', reason }),
    hangUp() {
      session = null;
    },
    touch: (id, token = screenIn(exchanges.at(-1)?.response)?.token) =>
      send({
        type: 'Alexa.Presentation.APL.UserEvent',
        token,
        arguments: [id],
        source: { type: 'TouchWrapper', handler: 'Press', id },
        components: {},
      }),
    soundError: () =>
      send({
        type: 'Alexa.Presentation.APLA.RuntimeError',
        token: 'sound',
        errors: [{ type: 'AUDIO_SOURCE_ERROR', reason: 'UNKNOWN_ERROR', message: 'no sound' }],
      }),
    permission(status, anew = false) {
      const asked = exchanges
        .at(-1)
        ?.response.response.directives?.find(
          (directive): directive is Extract<Directive, { type: 'Connections.SendRequest' }> =>
            directive.type === 'Connections.SendRequest',
        );
      if (anew) session = null;
      return send({
        type: 'Connections.Response',
        name: 'AskFor',
        status: { code: '200', message: 'OK' },
        payload: { permissionScope: asked?.payload?.permissionScope, status, isCardThrown: false },
        token: asked?.token,
      });
    },
    async deliverAgain() {
      const last = exchanges.at(-1);
      if (last === undefined) throw new Error('expected a request before, got none');
      return throughJson(await skill(throughJson(last.request)));
    },
    stateId: () => stateIdOf(exchanges.at(-1)?.response),
  };
  return echo;
}

interface Parts {
  request: Record<string, unknown>;
  session: { id: string; isNew: boolean; attributes: Record<string, unknown> };
  user: string;
  device: string;
  screen?: boolean;
  voice?: Echo['voice'];
}

export function anEnvelope({
  request,
  session,
  user,
  device,
  screen = false,
  voice = null,
}: Parts): RequestEnvelope {
  const application = { applicationId: SKILL_ID };
  return {
    version: '1.0',
    session: {
      new: session.isNew,
      sessionId: session.id,
      application,
      attributes: session.attributes,
      user: { userId: user },
    },
    context: {
      System: {
        application,
        user: { userId: user },
        ...(voice === null
          ? {}
          : {
              person: {
                personId: `amzn1.ask.person.${voice.id}`,
                authenticationConfidenceLevel: { level: voice.level },
              },
            }),
        device: {
          deviceId: `amzn1.ask.device.${device}`,
          supportedInterfaces: screen
            ? { 'Alexa.Presentation.APL': { runtime: { maxVersion: '2024.2' } } }
            : {},
        },
        apiEndpoint: 'https://api.amazonalexa.com',
        apiAccessToken: 'token',
        // ask-sdk-model does not have the confidence level.
      } as unknown as RequestEnvelope['context']['System'],
    },
    request: request as unknown as Request,
  };
}

/** The skill event that the skill was disabled. */
export function skillDisabled(user = USER, now = EVENING): RequestEnvelope {
  return skillEvent({ type: 'AlexaSkillEvent.SkillDisabled' }, { user, now });
}

/** A skill event. It has no session and no device, and a person only if one is given. */
export function skillEvent(
  request: { type: `AlexaSkillEvent.${string}`; body?: unknown },
  { user = USER, now = EVENING, person }: { user?: string; now?: number; person?: string } = {},
): RequestEnvelope {
  const time = new Date(now).toISOString();
  return {
    version: '1.0',
    context: {
      System: {
        application: { applicationId: SKILL_ID },
        user: { userId: user },
        ...(person === undefined ? {} : { person: { personId: `amzn1.ask.person.${person}` } }),
        apiEndpoint: 'https://api.amazonalexa.com',
        apiAccessToken: 'token',
      },
    } as RequestEnvelope['context'],
    request: {
      requestId: randomUUID(),
      timestamp: time,
      eventCreationTime: time,
      eventPublishingTime: time,
      ...request,
    } as Request,
  };
}

export function throughJson<T>(value: T): T {
  return JSON.parse(JSON.stringify(value)) as T;
}
