import type { DatabaseUse } from '../database/database-meter.ts';

/** How surely the device would hear this intent: a sample word for word, the nearest sample, or no sample at all. */
export type Match = 'exact' | 'near' | 'none';

/** What reached the skill because of one line. */
export interface Heard {
  /** The type of the request, e.g. `LaunchRequest`. */
  readonly request: string;
  /** The intent's name; null unless the request is an IntentRequest. */
  readonly intent: string | null;
  /** The slots that have a value, by name. */
  readonly slots: Readonly<Record<string, string>>;
  readonly match: Match;
}

/** Everything that one line of input brought about, as the JSON front end prints it. */
export interface Exchange {
  /** The line itself. */
  readonly line: string;
  /** What reached the skill; null when nobody was listening or nothing was said. */
  readonly heard: Heard | null;
  /** All that is heard from the device, as plain text; empty when it says nothing. */
  readonly spoken: string;
  /** The same as SSML: the outputSpeech, then each APLA Speech; null when there is none. */
  readonly ssml: string | null;
  /** Seconds of closed-microphone quiet: APLA Silence, and SSML breaks of a second or more. */
  readonly silence: number;
  /** Estimated length in all, in seconds. */
  readonly seconds: number;
  /** Whether the microphone opens once this has played. */
  readonly mic: 'open' | 'closed';
  readonly session: 'open' | 'ended';
  /** What will be said if nobody answers; null when nothing will. */
  readonly reprompt: string | null;
  /** The types of the response's directives. */
  readonly directives: readonly string[];
  /** The text on the screen; null without a screen or with nothing on it. */
  readonly screen: string | null;
  /** The conversation's state id, last seen in `sessionAttributes.stateId`; null before the first. */
  readonly state: string | null;
  /** What this line cost at the database. */
  readonly database: DatabaseUse;
  /** Alexa's limits and rules that the skill broke, one sentence each. */
  readonly violations: readonly string[];
  /** What a real device would have said instead of the skill; null when all went well. */
  readonly error: string | null;
}
