/** What to do out loud, by key and parameters, never text: the speech folder turns it into sound. */
import type { Line, LineKey, lines, Param } from './lines.ts';

/** What an open microphone listens for besides yes, no and the commands: the next words land in that slot. */
export type Listening = 'name' | 'appreciation' | 'day' | 'time';

export type Act =
  /** `slowly`: for numbers that somebody may want to write down. */
  | { do: 'say'; line: Line; slowly?: true }
  /** Opens the microphone: always the last act. */
  | { do: 'ask'; line: Line; listenFor?: Listening }
  /** Quiet with a closed microphone, in seconds. Announced by what was said before it. */
  | { do: 'hold'; seconds: number }
  | { do: 'chime' }
  /** Words for the Alexa app, where they can be read by everybody who uses it. */
  | { do: 'card'; title: Line; items: readonly Line[] }
  /** Alexa herself asks whether reminders are all right; she answers with this token. Always the last act. */
  | { do: 'ask-permission'; token: string }
  /** From here on the step with this id is what plays. */
  | { do: 'mark'; step: string };

type Params<K extends LineKey> = { readonly [P in (typeof lines)[K][number]]: Param };

/** A line by its key; the compiler asks for exactly its parameters. */
export function line<K extends LineKey>(
  key: K,
  ...params: (typeof lines)[K]['length'] extends 0 ? [] : [Params<K>]
): Line {
  return { key, with: params[0] ?? {} };
}

export const say = (line: Line): Act => ({ do: 'say', line });
export const ask = (line: Line, listenFor?: Listening): Act =>
  listenFor === undefined ? { do: 'ask', line } : { do: 'ask', line, listenFor };
export const hold = (seconds: number): Act => ({ do: 'hold', seconds: Math.round(seconds) });
export const chime: Act = { do: 'chime' };
export const mark = (step: string): Act => ({ do: 'mark', step });

/** What is left of a quiet that was given in a step which has none of its own. */
export function quietLeft(left: number | null): Act[] {
  return left === null || left === 0 ? [] : [hold(left), chime];
}

/** Whether these acts end with an open microphone. */
export function opensMicrophone(acts: readonly Act[]): boolean {
  return acts.at(-1)?.do === 'ask';
}
