/** What the exchange at hand works with. */
import type { Context } from '../conversation/model/context.ts';
import type { Event } from '../conversation/model/event.ts';
import type { Reply } from '../conversation/model/reply.ts';
import type { State } from '../conversation/model/state.ts';
import { StoreError } from '../household/errors.ts';
import type { HouseholdId } from '../household/store.ts';
import type { Dependencies, RenderedReply } from './dependencies.ts';
import type { Clock } from './reminders.ts';
import type { AlexaServices } from './services.ts';

export interface Answer {
  reply: Reply;
  /** The context with what was brought back from the world. */
  context: Context;
}

export interface Exchange {
  id: HouseholdId;
  /** Marks of this device and this session. */
  device: string;
  session: string;
  dependencies: Dependencies;
  /** Alexa's own services: most answers need none of them. */
  services(): AlexaServices;
  /** What a reminder is set by. */
  clock(): Promise<Clock>;
  rendered(reply: Reply): RenderedReply;
  /** Answers an event; if the answer has to know something of the world, brings that first. */
  answer(state: State, event: Event, context: Context): Promise<Answer>;
}

/** Logs a failure of the store; anything else is thrown on. */
export function warn(operation: string, cause: unknown, { dependencies, id }: Exchange): void {
  if (!(cause instanceof StoreError)) throw cause;
  dependencies.log.warn('store failed', { operation, code: cause.code, household: id });
}
