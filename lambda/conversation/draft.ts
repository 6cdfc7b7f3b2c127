import type { Act } from './act.ts';
import type { Context } from './context.ts';
import type { Effect } from './effect.ts';
import type { Event } from './event.ts';
import type { State } from './state.ts';

/** A reply before it is finished: what it saves, and what silence leads to, follow from it. */
export interface Draft {
  state: State;
  acts: Act[];
  effects?: Effect[];
}

/** What a part of the conversation is given to answer: null when the event means nothing to it. */
export type Answer = (state: State, event: Event, context: Context) => Draft | null;

/** The end of a session: nothing is asked, the microphone stays closed. */
export function closing(state: State, acts: Act[]): Draft {
  return { state: { ...state, scene: { id: 'closed' } }, acts };
}
