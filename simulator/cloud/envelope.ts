import type { Request, RequestEnvelope } from 'ask-sdk-model';
import type { AlexaAccount } from './account.ts';
import { personIdOf, SKILL_ID } from './identity.ts';

/**
 * The URL of Alexa's own services (reminders, settings) if none are simulated. Nothing listens there, so that calls are
 * refused at once and nothing leaves this machine.
 */
export const NO_ALEXA_SERVICES = 'http://127.0.0.1:9';

/** Alexa's confidence that she recognised a voice, as seen in real requests. Amazon does not document the scale. */
const VOICE_RECOGNISED = 300;

/** A session of the skill on a device. */
export interface SkillSession {
  readonly id: string;
  /** Whether no request of the session was answered yet. */
  isNew: boolean;
  attributes: Record<string, unknown>;
}

/** The account that a request belongs to, and where the skill finds Alexa's services. */
export interface EventOrigin {
  readonly account: AlexaAccount;
  /** `context.System.apiEndpoint`. */
  readonly apiEndpoint: string;
}

/** The device from which a request is sent, and who speaks to it. */
export interface RequestOrigin extends EventOrigin {
  /** A short name or a full account id. */
  readonly user: string;
  /** The name of the recognised voice; null if none is recognised. */
  readonly speaker: string | null;
  readonly device: {
    readonly id: string;
    /** `context.System.device.supportedInterfaces`. */
    readonly supportedInterfaces: Readonly<Record<string, object>>;
    /** What the device adds to `context`: its viewports. */
    readonly context: Readonly<Record<string, unknown>>;
    /** What is on its screen; null if nothing is. */
    readonly screen: { readonly token: string | undefined } | null;
  };
}

/** The envelope of a request in a session. */
export function sessionEnvelope(
  request: Request,
  session: SkillSession,
  origin: RequestOrigin,
): RequestEnvelope {
  const { user, speaker, device } = origin;
  const { System: system, ...rest } = eventEnvelope(request, origin).context;
  const person =
    speaker === null
      ? {}
      : {
          person: {
            personId: personIdOf(user, speaker),
            authenticationConfidenceLevel: { level: VOICE_RECOGNISED },
          },
        };
  const envelope = {
    version: '1.0',
    session: {
      new: session.isNew,
      sessionId: session.id,
      application: system.application,
      attributes: session.attributes,
      user: system.user,
    },
    context: {
      ...rest,
      ...device.context,
      ...(device.screen === null
        ? {}
        : { 'Alexa.Presentation.APL': { version: 'AriaRuntimeLibrary-2024.2', token: device.screen.token } }),
      System: {
        ...system,
        device: { deviceId: device.id, supportedInterfaces: device.supportedInterfaces },
        ...person,
      },
    },
    request,
  };
  return envelope as RequestEnvelope;
}

/** The envelope of a skill event, which has no session and no device. */
export const eventEnvelope = (request: Request, { account, apiEndpoint }: EventOrigin): RequestEnvelope => ({
  version: '1.0',
  context: {
    System: {
      application: { applicationId: SKILL_ID },
      user: { userId: account.userId, ...permissionsOf(account) },
      apiEndpoint,
      apiAccessToken: account.token,
    } as RequestEnvelope['context']['System'],
  },
  request,
});

/** Amazon leaves the permissions out as long as the account holder has decided nothing. */
function permissionsOf(account: AlexaAccount) {
  const permissions = account.permissions();
  return permissions === undefined ? {} : { permissions };
}
