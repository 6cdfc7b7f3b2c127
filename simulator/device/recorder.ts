import type { DatabaseUse } from '../database/database-meter.ts';
import type { Card } from '../response/card.ts';
import { type AudioOutput, typeOf } from '../response/skill-response.ts';
import { rounded, secondsOf, secondsOfQuiet } from '../response/timeline.ts';
import { type Device, willListen } from './device.ts';
import type { Exchange, HeardRequest } from './exchange.ts';

/** Collects what happens while one line of input is carried out. */
export interface Recorder {
  heard: HeardRequest | null;
  /** Everything that was played, in order. */
  readonly played: AudioOutput[];
  /** The part of `played` that is reminders. */
  readonly reminders: AudioOutput[];
  /** The card that was sent to the Alexa app. */
  card: Card | null;
  reprompt: string | null;
  readonly violations: string[];
  error: string | null;
  /** What the screen showed after the response. The end of the session may have cleared it since. */
  screen: string | null;
}

/** Creates a recorder for a new line. */
export const newRecorder = (): Recorder => ({
  heard: null,
  played: [],
  reminders: [],
  card: null,
  reprompt: null,
  violations: [],
  error: null,
  screen: null,
});

/** The exchange from what was recorded for a line, on the device where it was said. */
export function exchangeOf(
  line: string,
  recorder: Recorder,
  device: Device,
  database: DatabaseUse,
): Exchange {
  const segments = recorder.played.flatMap((output) => output.segments);
  const ssml = recorder.played.flatMap((output) => output.ssml);
  return {
    line,
    heard: recorder.heard,
    spoken: recorder.played
      .map((output) => output.text)
      .filter((text) => text !== '')
      .join(' '),
    ssml: ssml.length === 0 ? null : ssml.join(''),
    silence: rounded(secondsOfQuiet(segments)),
    seconds: rounded(secondsOf(segments)),
    mic: willListen(device) ? 'open' : 'closed',
    session: device.session === null ? 'ended' : 'open',
    reprompt: recorder.reprompt,
    directives: recorder.played.flatMap((output) => output.directives.map(typeOf)),
    screen: recorder.screen ?? device.screen?.text ?? null,
    state: device.state,
    database,
    violations: recorder.violations,
    error: recorder.error,
  };
}
