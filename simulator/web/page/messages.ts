/** What the server and the page tell each other. Both import this, so that it imports nothing of either. */

/** The kinds of Echo. */
export type DeviceKind = 'echo' | 'show' | 'show-round' | 'alexa-plus';

/** A part of what a device plays. `text` is what is said in it; it is empty for silence and sounds. */
export interface Segment {
  readonly kind: 'speech' | 'silence' | 'audio';
  readonly seconds: number;
  readonly text: string;
}

/** A way in which words can be understood, as in simulator/understanding/candidates.ts. */
export interface Candidate {
  readonly intent: string;
  readonly sample: string | null;
  readonly cost: number;
  readonly chosen: boolean;
}

/** The speeds of the clock: how many of its seconds pass in one real second. */
export const SPEEDS = [1, 4, 20] as const;
export type Speed = (typeof SPEEDS)[number];

/** The voices that a device can recognise. */
export const VOICES = ['first', 'second'] as const;
export type Voice = (typeof VOICES)[number];

/** The number of tabs that can be open: each holds one of the six connections that a browser opens to a host. */
export const MOST_TABS = 5;
/** What is said to the next tab. */
export const TOO_MANY_TABS = 'Five tabs are open, and there can be no more: close one.';

/** What a device plays. Times are in seconds. */
export interface TurnMessage {
  /** Another number for each turn of the device. */
  readonly id: number;
  readonly segments: readonly Segment[];
  /** How much of it has passed on the virtual clock. */
  readonly elapsed: number;
  /** Whether the microphone opens afterwards. */
  readonly listens: boolean;
  /** How long after the audio the device acts by itself: the microphone closes. Null if it does not. */
  readonly window: number | null;
}

/** A device as the page shows it. */
export interface DeviceMessage {
  readonly type: 'device';
  readonly name: string;
  readonly kind: DeviceKind;
  readonly turn: TurnMessage | null;
  readonly session: 'open' | 'ended';
  /** The `Alexa.Presentation.APL.RenderDocument` directive on the screen; null if there is none. */
  readonly document: Readonly<Record<string, unknown>> | null;
  readonly speed: Speed;
  readonly voice: Voice | null;
  /** Whether a conversation is being recorded. */
  readonly recording: boolean;
}

/** The first message of a connection. */
export interface HelloMessage {
  readonly type: 'hello';
  /** Names the connection in what the page sends. */
  readonly connection: string;
  /** Another one for each run of the simulator. */
  readonly run: string;
  /** What opens the skill, without the wake word. */
  readonly invocation: string;
  readonly locale: string;
}

/** What came of something that was said or done on the page. */
export interface ExchangeMessage {
  readonly type: 'exchange';
  /** What was said, as a device would have heard it; empty if nothing was said. */
  readonly line: string;
  /** False if the microphone was closed, so that nothing was heard. */
  readonly heard: boolean;
  readonly error: string | null;
  readonly violations: readonly string[];
  /** The texts of the reminders that sounded. */
  readonly reminders: readonly string[];
  readonly card: { readonly title: string; readonly text: string } | null;
}

/** Everything was deleted: a new household begins. */
export interface ResetMessage {
  readonly type: 'reset';
}

export type ServerMessage = HelloMessage | DeviceMessage | ExchangeMessage | ResetMessage;

/** What was heard when something is done: the turn, and seconds since it began. */
export interface Heard {
  readonly turn: number;
  readonly seconds: number;
}

/** What people do on the page. */
export type PageAction =
  /** Time passes. */
  | { readonly do: 'advance' }
  | { readonly do: 'say'; readonly words: string; readonly wake: boolean }
  /** `token` is that of the document that was touched; null if it has none. */
  | { readonly do: 'tap'; readonly id: string; readonly token: string | null }
  | { readonly do: 'become'; readonly kind: DeviceKind }
  | { readonly do: 'voice'; readonly voice: Voice | null }
  | { readonly do: 'speed'; readonly speed: Speed }
  | { readonly do: 'record' }
  | { readonly do: 'reset' };

/** The body of a request of the page. */
export interface PageRequest {
  readonly connection: string;
  readonly heard: Heard | null;
  readonly action: PageAction;
}

/** A limit of Alexa, and how much of it the last response used. */
export interface LimitUse {
  readonly name: string;
  readonly used: number;
  /** Null if Amazon names none. */
  readonly limit: number | null;
}

/** What the panel for developers shows. */
export interface Insight {
  readonly request: unknown;
  readonly response: unknown;
  readonly state: string | null;
  readonly limits: readonly LimitUse[];
  readonly violations: readonly string[];
  /** The words that were understood last; null if there were none. */
  readonly words: string | null;
  readonly candidates: readonly Candidate[];
  /** What the table holds, each item as DynamoDB writes it. */
  readonly items: readonly unknown[];
}
