import type { InteractionModel } from '../../interaction-models/interaction-model.ts';
import type { AlexaServices } from '../cloud/alexa-services.ts';
import type { SkillHandler } from '../cloud/lambda-handler.ts';
import type { DatabaseMeter } from '../database/database-meter.ts';
import type { DeviceKind } from './device-kind.ts';
import type { EchoObserver } from './echo-observer.ts';

/** How an Echo is set up. */
export interface EchoOptions {
  /** The Lambda handler of the skill. */
  readonly handler: SkillHandler;
  /** What people can say to the skill. */
  readonly model: InteractionModel;
  /** The moment at which the virtual clock begins. */
  readonly start: Date;
  /** The kind of the devices; the default is `echo`. */
  readonly device?: DeviceKind;
  /** The default is `en-US`. */
  readonly locale?: string;
  /** A short name or a full account id; the default is `demo`. */
  readonly user?: string;
  /** The IANA time zone in which dates and times are understood; the default is `UTC`. */
  readonly timezone?: string;
  /** The same seed gives the same request and session ids; the default is `1`. */
  readonly seed?: string | number;
  /** Turns off near matches. */
  readonly strict?: boolean;
  /** Makes the devices ignore Dialog.ElicitSlot: whatever is said is understood by the whole model. */
  readonly noElicit?: boolean;
  /** The name of the first device; the default is `kitchen`. The same user and name always give the same device id. */
  readonly deviceId?: string;
  /** Counts database requests and injects faults; without it nothing is counted. */
  readonly database?: DatabaseMeter;
  /** Alexa's own services. Without them the skill's calls are refused, and permissions are kept in memory. */
  readonly services?: AlexaServices;
  /** Real seconds in which the skill must answer; the default is Alexa's 8. */
  readonly limitSeconds?: number;
  /** Is told about each call of the skill. */
  readonly observer?: EchoObserver;
  /** If false, the skill is told about a permission in a new session; the default is the session in which it asked. */
  readonly permissionKeepsSession?: boolean;
}
