/** A reply: what the conversation returns for an event. */
import type { Act } from './act.ts';
import type { Effect } from './effect.ts';
import type { Stack, State } from './state.ts';

/**
 * What follows if nobody answers: the acts of the reprompt, and the stack after it. Nothing else of the state changes.
 */
export interface SilentReply {
  acts: Act[];
  stack: Stack;
}

/** The new state, what to say, what to store, and what follows if nobody answers (null if nothing is asked). */
export interface Reply {
  state: State;
  acts: Act[];
  effects: Effect[];
  ifSilent: SilentReply | null;
}
