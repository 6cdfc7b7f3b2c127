/** What an exchange is given from outside, and what it works with. */
import type { Context } from '../conversation/context.ts';
import type { Appreciation } from '../conversation/effect.ts';
import type { State } from '../conversation/state.ts';
import type { HouseholdStore } from '../household/store.ts';
import type { Rendered } from '../speech/render.ts';
import type { Wording } from '../speech/wording.ts';
import type { Listener } from './listener.ts';
import type { Log } from './log.ts';

export interface Language {
  wording: Wording;
  listener: Listener;
}

export interface World {
  store: HouseholdStore;
  language(locale: string): Language;
  log: Log;
}

/** What the state was, and what was being heard, when the event came. */
export interface Opened {
  state: State;
  version: number | null;
  playing: Context['playing'];
  elsewhere: boolean;
  opening: string;
  /** Appreciations that were kept in this session since the household was last saved. */
  unsettled: readonly AppreciationKey[];
  /** Appreciations that should have been taken back and could not be yet. */
  retracting: readonly AppreciationKey[];
  /** The opening of the first reply of this session; empty before it. */
  greeting: string;
}

/** What it takes to take an appreciation back. */
export type AppreciationKey = Pick<Appreciation, 'id' | 'day'>;

/** A reply and what follows its silence, rendered. */
export interface Heard {
  main: Rendered;
  silent: Rendered | null;
}
