/** Short answers of a command, after which everything goes on as it was. */
import { say } from '../model/act.ts';
import type { Line } from '../model/lines.ts';
import type { Outcome } from '../model/outcome.ts';
import type { State } from '../model/state.ts';

/** How many lines are said at most if a question follows them. */
const BEFORE_A_QUESTION = 2;

/** Says these lines. Then it goes on with what is on top, or ends a session that was opened for this alone. */
export function sayAndGoOn(state: State, lines: readonly Line[]): Outcome {
  const lead = lines.map(say);
  return state.session === 'open'
    ? { go: 'stay', state, lead: lead.slice(0, BEFORE_A_QUESTION) }
    : { go: 'end', state, lead };
}
