import type { Context } from '../model/context.ts';
import type { Event, EventType } from '../model/event.ts';
import type { Outcome } from '../model/outcome.ts';
import type { State } from '../model/state.ts';

/** Where something happened that no step and no dialog had an answer of its own for. */
export interface Anywhere {
  state: State;
  context: Context;
}

/** What an event means everywhere. */
export type Command<K extends EventType> = (here: Anywhere, event: Event<K>) => Outcome;
