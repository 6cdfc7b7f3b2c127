/** Acts: what the skill says, asks and plays, by key and parameters and never as text. lambda/speech renders them. */
import type { Line, LineKey, lines, Param } from './lines.ts';

/** What an open microphone listens for besides yes, no and the commands. The next words fill a slot for it. */
export type Listening = 'name' | 'appreciation' | 'question' | 'day' | 'time';

/** An act. */
export type Act =
  /** `slowly` is for numbers that somebody may want to write down. */
  | { do: 'say'; line: Line; slowly?: true }
  /** Asks a question and opens the microphone. Always the last act. */
  | { do: 'ask'; line: Line; listenFor?: Listening }
  /** Quiet with a closed microphone, in seconds. What is said before it announces it. */
  | { do: 'hold'; seconds: number }
  | { do: 'chime' }
  /** A card in the Alexa app. Everybody who uses that app can read it. */
  | { do: 'card'; title: Line; items: readonly Line[] }
  /** Lets Alexa ask for the permission to set reminders. Her answer carries this token. Always the last act. */
  | { do: 'ask-permission'; token: string }
  /** The acts from here on belong to the step with this id. */
  | { do: 'mark'; step: string };

type Params<K extends LineKey> = { readonly [P in (typeof lines)[K][number]]: Param };

/** Makes a line from its key. The compiler demands exactly the parameters of that key. */
export function line<K extends LineKey>(
  key: K,
  ...params: (typeof lines)[K]['length'] extends 0 ? [] : [Params<K>]
): Line {
  return { key, with: params[0] ?? {} };
}

/** An act that says a line. */
export const say = (line: Line): Act => ({ do: 'say', line });
/** An act that asks a question and opens the microphone. */
export const ask = (line: Line, listenFor?: Listening): Act =>
  listenFor === undefined ? { do: 'ask', line } : { do: 'ask', line, listenFor };
/** An act of quiet, in seconds. They are rounded to whole ones. */
export const hold = (seconds: number): Act => ({ do: 'hold', seconds: Math.round(seconds) });
/** An act that plays the chime. */
export const chime: Act = { do: 'chime' };
/** An act that marks where a step begins. */
export const mark = (step: string): Act => ({ do: 'mark', step });

/**
 * The rest of an extra quiet, for a step that has no quiet of its own: the quiet and a chime.
 *
 * @param left - in seconds; null or 0 gives no acts
 */
export function quietLeft(left: number | null): Act[] {
  return left === null || left === 0 ? [] : [hold(left), chime];
}

/** Whether these acts end with a question, which opens the microphone. */
export function opensMicrophone(acts: readonly Act[]): boolean {
  return acts.at(-1)?.do === 'ask';
}
