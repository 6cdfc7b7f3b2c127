/** What an exchange is given from outside, and what it works with. */
import type { services } from 'ask-sdk-model';
import type { Context } from '../conversation/model/context.ts';
import type { Appreciation } from '../conversation/model/effect.ts';
import type { AppreciationKey, Kept } from '../conversation/model/household.ts';
import type { State } from '../conversation/model/state.ts';
import type { HouseholdStore, Running } from '../household/store.ts';
import type { Rendered } from '../speech/render.ts';
import type { Wording } from '../speech/wording.ts';
import type { Listener } from '../understanding/listener.ts';
import type { Log } from './log.ts';
import type { Windows } from './reprompt-timing.ts';

export interface Language {
  wording: Wording;
  listener: Listener;
  /** The time zone of most who speak it, for when Alexa does not tell a device's. */
  zone: string;
}

export interface Dependencies {
  store: HouseholdStore;
  language(locale: string): Language;
  log: Log;
  /** Milliseconds after which an apology is spoken, whatever is still under way. Alexa waits 8 s (Amazon: request and response format). */
  answerWithin: number;
  /** Carries the calls of Alexa's own services. */
  apiClient: services.ApiClient;
}

/** What the state was, and what was being heard, when the event came. */
export interface Opened {
  state: State;
  version: number | null;
  /** What was kept when this session last read or saved it: what others changed since is told from it. */
  base: Kept | null;
  playing: Context['playing'];
  elsewhere: boolean;
  /** See `Context`. */
  brokeOff: boolean;
  /** What ran on another device when this session began; null if nothing did. */
  running: Running | null;
  opening: string;
  /** Appreciations that were kept in this session since the household was last saved. */
  unsettled: readonly Unsettled[];
  /** Appreciations that should have been taken back and could not be yet. */
  retracting: readonly AppreciationKey[];
  /** The opening of the first reply of this session; empty before it. */
  greeting: string;
}

/** An appreciation that was kept, and what decides whether it may stay. */
export type Unsettled = Pick<Appreciation, 'id' | 'day' | 'from' | 'at'>;

/** A reply and what follows its silence, rendered. */
export interface RenderedReply {
  main: Rendered;
  silent: Rendered | null;
  /** When each of the two plays and is answered. */
  windows: Windows;
}
