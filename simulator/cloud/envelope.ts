import type { Request, RequestEnvelope } from 'ask-sdk-model';
import type { Device, Session } from '../device/device.ts';
import type { DeviceFacts } from '../device/device-kind.ts';
import type { AlexaAccount } from './account.ts';
import { personIdOf, SKILL_ID, tokenOf, userIdOf } from './identity.ts';

/**
 * Where the skill would find Alexa's own services (reminders, settings) when none are simulated. Nothing listens
 * there, so calls are refused at once and nothing leaves this machine.
 */
export const NO_ALEXA_SERVICES = 'http://127.0.0.1:9';

/** The level at which Alexa is sure of a voice. Seen in real requests; Amazon does not document its scale. */
const VOICE_RECOGNISED = 300;

/** Whose skill it is, and where it finds Alexa's services. */
export interface Owner {
  readonly user: string;
  readonly account: AlexaAccount;
  /** `context.System.apiEndpoint`. */
  readonly apiEndpoint: string;
}

/** Who is there when a request is sent. */
export interface Surroundings extends Owner {
  /** The recognised voice; null when nobody is recognised. */
  readonly speaker: string | null;
  readonly facts: DeviceFacts;
  readonly device: Device;
}

/** The envelope of a request in a session. */
export function sessionEnvelope(
  request: Request,
  session: Session,
  surroundings: Surroundings,
): RequestEnvelope {
  const { user, speaker, facts, device } = surroundings;
  const { System: system, ...rest } = eventEnvelope(request, surroundings).context;
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
      ...facts.context,
      ...(device.screen === null
        ? {}
        : { 'Alexa.Presentation.APL': { version: 'AriaRuntimeLibrary-2024.2', token: device.screen.token } }),
      System: {
        ...system,
        device: { deviceId: device.id, supportedInterfaces: facts.supportedInterfaces },
        ...person,
      },
    },
    request,
  };
  return envelope as RequestEnvelope;
}

/** The envelope of a skill event: no session, no device. */
export const eventEnvelope = (request: Request, { user, account, apiEndpoint }: Owner): RequestEnvelope => ({
  version: '1.0',
  context: {
    System: {
      application: { applicationId: SKILL_ID },
      user: { userId: userIdOf(user), ...permissionsOf(account) },
      apiEndpoint,
      apiAccessToken: tokenOf(user),
    } as RequestEnvelope['context']['System'],
  },
  request,
});

/** Amazon leaves the permissions out as long as the account holder has decided nothing. */
function permissionsOf(account: AlexaAccount) {
  const permissions = account.permissions();
  return permissions === undefined ? {} : { permissions };
}
