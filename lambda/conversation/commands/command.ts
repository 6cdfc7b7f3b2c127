/** The interface of a command. */
import type { Context } from '../model/context.ts';
import type { Event, EventType } from '../model/event.ts';
import type { Outcome } from '../model/outcome.ts';
import type { State } from '../model/state.ts';

/** The state and the context of an event that the step or dialog on top has no answer to. */
export interface Anywhere {
  state: State;
  context: Context;
}

/** Answers an event in the way that works everywhere. */
export type Command<K extends EventType> = (here: Anywhere, event: Event<K>) => Outcome;
