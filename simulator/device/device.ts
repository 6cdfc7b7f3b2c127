import type { SkillSession } from '../cloud/envelope.ts';
import { LINGERING_SECONDS, LISTENING_SECONDS } from '../cloud/limits.ts';
import type { JsonRecord } from '../json-value.ts';
import type { PermissionRequest } from '../response/permission-request.ts';
import type { Screen } from '../response/screen.ts';
import type { AudioOutput } from '../response/skill-response.ts';
import { quietsOf, secondsOf, type TimelineSegment } from '../response/timeline.ts';
import { DEVICE_FACTS, type DeviceFacts, type DeviceKind } from './device-kind.ts';
import type { Elicitation } from './elicitation.ts';

/** A permission for which Alexa is asking: the next words are an answer to her, not to the skill. */
export interface PendingPermission extends PermissionRequest {
  /** Whether she has repeated her question. */
  repeated: boolean;
}

/** What happens after the audio of a turn. */
type AfterAudio =
  /** The microphone opens. */
  | { readonly kind: 'listen'; readonly reprompt: AudioOutput | null }
  /** The session stays open for a while, with the microphone closed. */
  | { readonly kind: 'linger' }
  /** The session is over. */
  | { readonly kind: 'over' };

/** What a device is playing, or what it played last. */
export interface Turn {
  readonly segments: readonly TimelineSegment[];
  /** When it began, in milliseconds on the virtual clock. */
  readonly beganAt: number;
  readonly afterAudio: AfterAudio;
  /** Whether the user has waited since it began. */
  waited: boolean;
}

/** The state of one Echo. */
export interface Device {
  readonly name: string;
  readonly id: string;
  kind: DeviceKind;
  session: SkillSession | null;
  turn: Turn | null;
  /** The elicitation of the last response, whether or not its question has been heard yet; see `elicitationAt`. */
  elicitation: Elicitation | null;
  pendingPermission: PendingPermission | null;
  screen: Screen | null;
  /** The `Alexa.Presentation.APL.RenderDocument` directive that it shows; null if it shows nothing of the skill. */
  document: JsonRecord | null;
  /** The state id of the conversation, from the last response that had one; null before the first. */
  state: string | null;
}

/** Creates an Echo that nobody has spoken to yet. */
export const newDevice = (name: string, id: string, kind: DeviceKind): Device => ({
  name,
  id,
  kind,
  session: null,
  turn: null,
  elicitation: null,
  pendingPermission: null,
  screen: null,
  document: null,
  state: null,
});

/** What a device reports about itself. */
export const factsOf = ({ kind }: Device): DeviceFacts => DEVICE_FACTS[kind];

/** A quiet must last at least this many seconds for people to interrupt it. */
export const INTERRUPTED_QUIET_SECONDS = 5;
/** Seconds after the beginning of that quiet at which they interrupt it. */
const INTO_QUIET_SECONDS = 1;
/** Seconds after the microphone opened at which an answer begins. */
const REACTION_SECONDS = 1.5;

/** When the audio of a turn ends, in milliseconds on the virtual clock. */
export const audioEndsAt = (turn: Turn): number => turn.beganAt + secondsOf(turn.segments) * 1000;

/** A turn that goes on at once with what comes after it, so that both are heard as one. */
export const heardAsOne = (first: Turn, second: Turn): Turn => ({
  ...second,
  segments: [...first.segments, ...second.segments],
  beganAt: first.beganAt,
});

/**
 * When the device acts by itself (reprompt, end of session) if nobody does anything before.
 *
 * @returns milliseconds on the virtual clock; null if the device will not act by itself.
 */
export function deadlineOf({ session, turn }: Device): number | null {
  if (session === null || turn === null) return null;
  switch (turn.afterAudio.kind) {
    case 'listen':
      return audioEndsAt(turn) + LISTENING_SECONDS * 1000;
    case 'linger':
      return audioEndsAt(turn) + LINGERING_SECONDS * 1000;
    case 'over':
      return null;
  }
}

/** Milliseconds by which the clock may be early at the end of the audio: the terminal waits in rounded seconds. */
const ROUNDING = 10;

/**
 * The elicitation that the next words answer. It holds once its question was heard to the end and the microphone opened,
 * so not for what is said with the wake word while a response or its reprompt is playing. [?] Amazon does not document
 * whether it still holds while the reprompt plays; after the reprompt the microphone is open for the same slot again.
 *
 * @param now milliseconds on the virtual clock.
 */
export function elicitationAt({ turn, elicitation }: Device, now: number): Elicitation | null {
  // Without a turn the device hears an answer already.
  if (turn === null) return elicitation;
  const listens = turn.afterAudio.kind === 'listen' && now >= audioEndsAt(turn) - ROUNDING;
  return listens ? elicitation : null;
}

/** Whether the microphone is open, or opens after what is playing. */
export const willListen = ({ session, turn }: Device): boolean =>
  session !== null && turn?.afterAudio.kind === 'listen';

/**
 * When an answer without the wake word begins: a short reaction time after the microphone opened.
 *
 * @returns milliseconds on the virtual clock, not before `now`.
 */
export const answerBeginsAt = (turn: Turn, now: number): number =>
  Math.max(now, audioEndsAt(turn) + REACTION_SECONDS * 1000);

/**
 * When people interrupt with the wake word or a touch. After a wait they do so at once. Otherwise they interrupt a
 * quiet, not the speech: one second into the last quiet of at least five seconds. If there is none, they wait until the
 * audio ends.
 *
 * @returns milliseconds on the virtual clock, not before `now`.
 */
export function interruptsAt(turn: Turn | null, now: number): number {
  if (turn === null || turn.waited) return now;
  const quiet = quietsOf(turn.segments, INTERRUPTED_QUIET_SECONDS).at(-1);
  const at =
    quiet === undefined ? audioEndsAt(turn) : turn.beganAt + (quiet.begins + INTO_QUIET_SECONDS) * 1000;
  return Math.max(now, at);
}
