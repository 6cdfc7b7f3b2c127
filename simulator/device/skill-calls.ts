import type { Request, RequestEnvelope } from 'ask-sdk-model';
import { timestampOf, type VirtualClock } from '../clock/virtual-clock.ts';
import type { AlexaAccount } from '../cloud/account.ts';
import { eventEnvelope, type SkillSession, sessionEnvelope } from '../cloud/envelope.ts';
import { callHandler, type Outcome, type SkillHandler } from '../cloud/lambda-handler.ts';
import type { RequestBody } from '../cloud/request-body.ts';
import type { Screen } from '../response/screen.ts';
import { type Device, factsOf } from './device.ts';
import type { EchoObserver } from './echo-observer.ts';

/** What the calls of the skill need. */
export interface SkillCallsOptions {
  readonly handler: SkillHandler;
  readonly locale: string;
  /** A short name or a full account id. */
  readonly user: string;
  readonly account: AlexaAccount;
  /** The URL of Alexa's services for the skill. */
  readonly apiEndpoint: string;
  readonly clock: VirtualClock;
  /** Returns the next id with a prefix. */
  readonly nextId: (prefix: string) => string;
  /** Real seconds in which the skill must answer. */
  readonly limitSeconds: number;
  readonly observer: EchoObserver;
}

/** A session of a device, and the circumstances in which a request of it is sent. */
export interface RequestingSession {
  readonly device: Device;
  readonly session: SkillSession;
  /** What is on the screen. */
  readonly screen: Screen | null;
  /** The name of the recognised voice; null if none is recognised. */
  readonly speaker: string | null;
}

/** The calls of the skill: from a request to its outcome. */
export interface SkillCalls {
  /** Sends a request in a session. */
  inSession(body: RequestBody, from: RequestingSession): Promise<Outcome>;
  /** Sends a skill event, which belongs to the account and not to a session. */
  event(body: RequestBody): Promise<Outcome>;
  /** What the skill threw after its answers since the last time, one sentence each. */
  thrownLate(): string[];
}

/** Creates the calls of the skill for an account. */
export function createSkillCalls(options: SkillCallsOptions): SkillCalls {
  const { handler, locale, account, clock, nextId, limitSeconds, observer } = options;
  const strayErrors: string[] = [];

  const requestOf = (body: RequestBody): Request =>
    ({
      requestId: nextId('amzn1.echo-api.request'),
      timestamp: timestampOf(clock.now()),
      locale,
      ...body,
    }) as unknown as Request;

  /** @param device the device that sends the request; null for an event. */
  const send = async (device: Device | null, envelope: RequestEnvelope): Promise<Outcome> => {
    account.deviceInSession = device?.id ?? null;
    const outcome = await callHandler(handler, envelope, limitSeconds, (it) => strayErrors.push(it));
    account.deviceInSession = null;
    observer.called?.({ device: device?.name ?? null, request: envelope, outcome });
    return outcome;
  };

  return {
    inSession: (body, { device, session, screen, speaker }) =>
      send(
        device,
        sessionEnvelope(requestOf(body), session, {
          ...options,
          speaker,
          device: { ...factsOf(device), id: device.id, screen },
        }),
      ),
    event: (body) => {
      const moment = timestampOf(clock.now());
      const event = { ...body, eventCreationTime: moment, eventPublishingTime: moment };
      return send(null, eventEnvelope(requestOf(event), options));
    },
    thrownLate: () => strayErrors.splice(0),
  };
}
