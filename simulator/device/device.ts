import type { Slot } from 'ask-sdk-model';
import { LINGERING_SECONDS, LISTENING_SECONDS } from '../cloud/limits.ts';
import type { PermissionAsk } from '../response/permission-request.ts';
import type { Screen } from '../response/screen.ts';
import type { Audible } from '../response/skill-response.ts';
import { quietsOf, type Segment, secondsOf } from '../response/timeline.ts';

/** A skill session as the device holds it. */
export interface Session {
  readonly id: string;
  /** False once the first request was answered. */
  isNew: boolean;
  attributes: Record<string, unknown>;
}

/** An intent of which a slot is being asked for, with the slots known so far. */
export interface Elicitation {
  readonly intent: string;
  readonly slot: string;
  readonly known: Readonly<Record<string, Slot>>;
}

/** A permission that Alexa is asking for: the next words answer her, not the skill. */
export interface Asking extends PermissionAsk {
  /** Whether she has asked once more. */
  again: boolean;
}

/** What happens when the audio of a turn has played. */
type Afterwards =
  | { readonly kind: 'listen'; readonly reprompt: Audible | null }
  /** The session stays open for a while with the microphone closed. */
  | { readonly kind: 'linger' }
  | { readonly kind: 'over' };

/** What a device is playing, or has played last. */
export interface Turn {
  readonly segments: readonly Segment[];
  /** Milliseconds on the virtual clock. */
  readonly beganAt: number;
  readonly afterwards: Afterwards;
  /** Whether a wait was asked for since the response began to play. */
  waited: boolean;
}

/** One Echo of a household. */
export interface Device {
  readonly name: string;
  readonly id: string;
  session: Session | null;
  turn: Turn | null;
  elicitation: Elicitation | null;
  asking: Asking | null;
  screen: Screen | null;
  /** The conversation's state id, last seen in a response; null before the first. */
  state: string | null;
}

/** An Echo that nobody has spoken to yet. */
export const newDevice = (name: string, id: string): Device => ({
  name,
  id,
  session: null,
  turn: null,
  elicitation: null,
  asking: null,
  screen: null,
  state: null,
});

/** A quiet of this length, in seconds, is one that people interrupt. */
const INTERRUPTED_QUIET_SECONDS = 5;
/** Seconds into that quiet at which they do. */
const INTO_QUIET_SECONDS = 1;
/** Seconds after the microphone has opened at which an answer begins. */
const REACTION_SECONDS = 1.5;

/** When a turn's audio ends, in milliseconds. */
export const audioEndsAt = (turn: Turn): number => turn.beganAt + secondsOf(turn.segments) * 1000;

/** When something happens by itself after a turn, if nobody does anything; null when nothing will. */
export function deadlineOf({ session, turn }: Device): number | null {
  if (session === null || turn === null) return null;
  switch (turn.afterwards.kind) {
    case 'listen':
      return audioEndsAt(turn) + LISTENING_SECONDS * 1000;
    case 'linger':
      return audioEndsAt(turn) + LINGERING_SECONDS * 1000;
    case 'over':
      return null;
  }
}

/** Whether the microphone opens after what plays, or is open now. */
export const willListen = ({ session, turn }: Device): boolean =>
  session !== null && turn?.afterwards.kind === 'listen';

/** When an answer without the wake word begins: once the microphone is open, after a moment's thought. */
export const answerBeginsAt = (turn: Turn, now: number): number =>
  Math.max(now, audioEndsAt(turn) + REACTION_SECONDS * 1000);

/**
 * When people break in with the wake word, or by touch. After a wait they do so at once, at the moment the wait
 * led to. Without one they interrupt the quiet, not the talking: one second into the last closed-microphone quiet
 * of at least five seconds, or, without such a quiet, when the audio ends.
 */
export function bargeInAt(turn: Turn | null, now: number): number {
  if (turn === null || turn.waited) return now;
  const quiet = quietsOf(turn.segments, INTERRUPTED_QUIET_SECONDS).at(-1);
  const at =
    quiet === undefined ? audioEndsAt(turn) : turn.beganAt + (quiet.begins + INTO_QUIET_SECONDS) * 1000;
  return Math.max(now, at);
}
