import type { DatabaseUse } from '../database/database-meter.ts';
import type { MatchQuality } from '../understanding/understand.ts';

/** The request that reached the skill because of one line. */
export interface HeardRequest {
  /** The type of the request, e.g. `LaunchRequest`. */
  readonly request: string;
  /** The name of the intent; null unless the request is an IntentRequest. */
  readonly intent: string | null;
  /** The values of the filled slots, by name. */
  readonly slots: Readonly<Record<string, string>>;
  readonly match: MatchQuality;
}

/** The result of one line of input. The JSON front end prints these fields in this order. */
export interface Exchange {
  /** The line itself. */
  readonly line: string;
  /** What reached the skill; null if nothing did. */
  readonly heard: HeardRequest | null;
  /** All that the device says, as plain text; empty if it says nothing. */
  readonly spoken: string;
  /** The same as it was written, SSML or plain text: the outputSpeech, then each APLA Speech; null if there is none. */
  readonly ssml: string | null;
  /** Seconds of quiet with a closed microphone: APLA Silence, and SSML breaks of a second or more. */
  readonly silence: number;
  /** Estimated length of all that is heard, in seconds. */
  readonly seconds: number;
  /** Whether the microphone is open once all has played. */
  readonly mic: 'open' | 'closed';
  readonly session: 'open' | 'ended';
  /** What the device says if nobody answers; null if it says nothing. */
  readonly reprompt: string | null;
  /** The types of the directives in the response. */
  readonly directives: readonly string[];
  /** The text on the screen; null if there is no screen or nothing on it. */
  readonly screen: string | null;
  /** The conversation's state id: the last `sessionAttributes.stateId`; null before the first. */
  readonly state: string | null;
  /** What the database was asked because of this line. */
  readonly database: DatabaseUse;
  /** The limits and rules of Alexa that the skill broke, one sentence each. */
  readonly violations: readonly string[];
  /** What a real device would have said instead of the skill; null if all went well. */
  readonly error: string | null;
}
