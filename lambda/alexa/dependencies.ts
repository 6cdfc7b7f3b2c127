/** What an exchange depends on, and the types that its modules share. */
import type { services } from 'ask-sdk-model';
import type { Context } from '../conversation/model/context.ts';
import type { Appreciation } from '../conversation/model/effect.ts';
import type { Kept, KeptKey } from '../conversation/model/household.ts';
import type { LastKept, State } from '../conversation/model/state.ts';
import type { HouseholdStore, Running } from '../household/store.ts';
import type { Rendered } from '../speech/render.ts';
import type { Wording } from '../speech/wording.ts';
import type { Listener } from '../understanding/listener.ts';
import type { Log } from './log.ts';
import type { Windows } from './reprompt-timing.ts';

/** A language that is prepared for speaking and understanding. */
export interface Language {
  wording: Wording;
  listener: Listener;
  /** The time zone in which most of its speakers live. It is used if Alexa does not tell that of the device. */
  zone: string;
}

/** What an exchange depends on. */
export interface Dependencies {
  store: HouseholdStore;
  /** The language for the locale of a request. */
  language(locale: string): Language;
  log: Log;
  /**
   * Milliseconds after which an apology is spoken instead of the reply. Alexa waits 8 s (Amazon: request and response
   * format).
   */
  answerWithin: number;
  /** Sends the requests to Alexa's own services. */
  apiClient: services.ApiClient;
}

/** The session at the time of an event: the state, and what was playing. */
export interface Opened {
  state: State;
  /** The version of the household that this session last read or saved; null if nothing was stored. */
  version: number | null;
  /** The mark of a deletion that was read when this session began; null if there was none. */
  mark: number | null;
  /** What was stored when this session last read or saved it. A comparison with it shows what other devices changed. */
  base: Kept | null;
  /** See `Context`, as for the next two. */
  playing: Context['playing'];
  elsewhere: boolean;
  brokeOff: boolean;
  /** The reply that was playing on another device when this session began; null if none was. */
  running: Running | null;
  /** The opening of the last reply (see `openingOf`). */
  opening: string;
  /** Appreciations and questions that were kept in this session since the household was last saved. */
  unsettled: readonly Unsettled[];
  /** Appreciations and questions that could not be taken back yet. Each reply tries again. */
  retracting: readonly KeptKey[];
  /** The opening of the first reply of this session; empty before that reply. */
  greeting: string;
  /** Why the household could not be read when this session began; absent if it was. */
  unread?: Unread | undefined;
}

/** The line that says why a household cannot be read. */
export type Unread = 'store.unreachable' | 'store.newer';

/** An appreciation or a question that was kept, with what decides whether it can stay. */
export type Unsettled = LastKept & Pick<Appreciation, 'at'>;

/** A rendered reply, and its rendered reprompt (null if it has none). */
export interface RenderedReply {
  main: Rendered;
  silent: Rendered | null;
  /** When each of the two plays and is answered. */
  windows: Windows;
}
