import type { Act } from './act.ts';
import type { Effect } from './effect.ts';
import type { Stack, State } from './state.ts';

/** What nobody's answer leads to: spoken as the reprompt. It changes no more than what is under way. */
export interface SilentReply {
  acts: Act[];
  stack: Stack;
}

/** What to do now, and what to do if nobody answers. */
export interface Reply {
  state: State;
  acts: Act[];
  effects: Effect[];
  ifSilent: SilentReply | null;
}
