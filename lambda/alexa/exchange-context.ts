/** The exchange under way: what its modules work with. */
import type { Reply } from '../conversation/model/reply.ts';
import { StoreError } from '../household/errors.ts';
import type { HouseholdId } from '../household/store.ts';
import type { Dependencies, RenderedReply } from './dependencies.ts';
import type { Operation } from './log.ts';
import type { Clock } from './reminders.ts';
import type { AlexaServices } from './services.ts';

/** One exchange: a request that is being answered. */
export interface Exchange {
  id: HouseholdId;
  /** The mark of the device. */
  device: string;
  /** The mark of the session. */
  session: string;
  dependencies: Dependencies;
  /** Alexa's own services. They are created only if an answer needs them. */
  services(): AlexaServices;
  /** What is needed to set a reminder. */
  clock(): Promise<Clock>;
  /** Renders a reply. */
  rendered(reply: Reply): RenderedReply;
}

/** Logs an error of the store. @throws any other error */
export function warn(
  operation: Operation,
  cause: unknown,
  { dependencies, id }: Pick<Exchange, 'dependencies' | 'id'>,
): asserts cause is StoreError {
  if (!(cause instanceof StoreError)) throw cause;
  dependencies.log.warn('store failed', { operation, code: cause.code, household: id });
}
