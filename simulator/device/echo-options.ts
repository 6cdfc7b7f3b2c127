import type { InteractionModel } from '../../interaction-models/interaction-model.ts';
import type { AlexaServices } from '../cloud/alexa-services.ts';
import type { SkillHandler } from '../cloud/lambda-handler.ts';
import type { DatabaseMeter } from '../database/database-meter.ts';
import type { DeviceKind } from './device-kind.ts';

/** How an Echo is set up. */
export interface EchoOptions {
  /** The skill. */
  readonly handler: SkillHandler;
  /** What people can say to it. */
  readonly model: InteractionModel;
  /** The moment at which the virtual clock begins. */
  readonly start: Date;
  /** The kind of device; `echo` when left out. */
  readonly device?: DeviceKind;
  /** `en-US` when left out. */
  readonly locale?: string;
  /** A short name or a full account id; `demo` when left out. */
  readonly user?: string;
  /** The IANA time zone in which dates and times are understood; `UTC` when left out. */
  readonly timezone?: string;
  /** Request and session ids derive from it: the same seed gives the same ids. `1` when left out. */
  readonly seed?: string | number;
  /** Leaves out near matches. */
  readonly strict?: boolean;
  /** The name of the first device; `kitchen` when left out. The same user and name give the same id everywhere. */
  readonly deviceId?: string;
  /** Meters the database and injects faults; without it nothing is metered. */
  readonly database?: DatabaseMeter;
  /** Alexa's own services; without them the skill's calls are refused, and permissions are kept in memory. */
  readonly services?: AlexaServices;
  /** Real seconds the skill may take to answer; Alexa's 8 when left out. */
  readonly limitSeconds?: number;
  /** False lets a permission asked for by voice be answered in a session of its own. */
  readonly permissionKeepsSession?: boolean;
}
