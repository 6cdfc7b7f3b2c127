/** The exchange under way: what its modules work with. */
import type { Context } from '../conversation/model/context.ts';
import type { Event } from '../conversation/model/event.ts';
import type { Reply } from '../conversation/model/reply.ts';
import type { State } from '../conversation/model/state.ts';
import { StoreError } from '../household/errors.ts';
import type { HouseholdId } from '../household/store.ts';
import type { Dependencies, RenderedReply } from './dependencies.ts';
import type { Operation } from './log.ts';
import type { Clock } from './reminders.ts';
import type { AlexaServices } from './services.ts';

/** A reply, and the context that it was made in. */
export interface Answer {
  reply: Reply;
  /** The context, with the results of the effects `recall` and `remind`. */
  context: Context;
}

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
  /** Answers an event. See `answerTo`. */
  answer(state: State, event: Event, context: Context): Promise<Answer>;
}

/** Logs an error of the store. @throws any other error */
export function warn(operation: Operation, cause: unknown, { dependencies, id }: Exchange): void {
  if (!(cause instanceof StoreError)) throw cause;
  dependencies.log.warn('store failed', { operation, code: cause.code, household: id });
}
