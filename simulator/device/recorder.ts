import type { DatabaseUse } from '../database/database-meter.ts';
import type { Card } from '../response/card.ts';
import { type Audible, typeOf } from '../response/skill-response.ts';
import { rounded, secondsOf, secondsOfQuiet } from '../response/timeline.ts';
import { type Device, willListen } from './device.ts';
import type { Exchange, Heard } from './exchange.ts';

/** What is noted while one line of input is worked off. */
export interface Tape {
  heard: Heard | null;
  readonly played: Audible[];
  /** Those of what was played that are reminders. */
  readonly reminders: Audible[];
  /** The card in the Alexa app. */
  card: Card | null;
  reprompt: string | null;
  readonly violations: string[];
  error: string | null;
  /** What the screen showed when the response came, should the session's end have cleared it since. */
  screen: string | null;
}

/** A tape with nothing on it. */
export const emptyTape = (): Tape => ({
  heard: null,
  played: [],
  reminders: [],
  card: null,
  reprompt: null,
  violations: [],
  error: null,
  screen: null,
});

/** The exchange that a line brought about on a device. */
export function exchangeOf(line: string, tape: Tape, device: Device, database: DatabaseUse): Exchange {
  const segments = tape.played.flatMap((audible) => audible.segments);
  const ssml = tape.played.flatMap((audible) => audible.ssml);
  return {
    line,
    heard: tape.heard,
    spoken: tape.played
      .map((audible) => audible.text)
      .filter((text) => text !== '')
      .join(' '),
    ssml: ssml.length === 0 ? null : ssml.join(''),
    silence: rounded(secondsOfQuiet(segments)),
    seconds: rounded(secondsOf(segments)),
    mic: willListen(device) ? 'open' : 'closed',
    session: device.session === null ? 'ended' : 'open',
    reprompt: tape.reprompt,
    directives: tape.played.flatMap((audible) => audible.directives.map(typeOf)),
    screen: tape.screen ?? device.screen?.text ?? null,
    state: device.state,
    database,
    violations: tape.violations,
    error: tape.error,
  };
}
