import type { Act } from './act.ts';
import type { Effect } from './effect.ts';
import type { Household } from './household.ts';
import type { Scene } from './scene.ts';
import type { State } from './state.ts';

/** What nobody's answer leads to: spoken as the reprompt. It changes no more than the scene and the place. */
export interface SilentReply {
  acts: Act[];
  scene: Scene;
  place: Household['place'];
}

/** What to do now, and what to do if nobody answers. */
export interface Reply {
  state: State;
  acts: Act[];
  effects: Effect[];
  ifSilent: SilentReply | null;
}
