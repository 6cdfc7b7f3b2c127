/** Commands about privacy: what is stored, who can hear, and turning saving off and on. */
import { nightEnds } from '../dialogs/saving-off.ts';
import { line, say } from '../model/act.ts';
import { bothAgreed } from '../model/household.ts';
import type { Line } from '../model/lines.ts';
import type { Outcome } from '../model/outcome.ts';
import { type State, withoutSaving, withSaving } from '../model/state.ts';
import type { Anywhere } from './command.ts';

/** How many lines are said at most if a question follows them. */
const BEFORE_A_QUESTION = 2;

/** "What do you keep?": says what is stored. */
export function whatIsKept({ state }: Anywhere): Outcome {
  const known = bothAgreed(state.household);
  return sayAndGoOn(
    state,
    known ? [line('kept.what'), line('kept.how-long'), line('kept.clear')] : [line('kept.nothing')],
  );
}

/** "Who can hear this?": says who can. */
export function whoHears({ state }: Anywhere): Outcome {
  return sayAndGoOn(state, [line('hears.room'), line('hears.talk'), line('hears.amazon')]);
}

/** "Don't save tonight": saves nothing until the night is over. */
export function dontSave({ state, context }: Anywhere): Outcome {
  if (!bothAgreed(state.household)) return sayAndGoOn(state, [line('kept.nothing')]);
  return sayAndGoOn(withoutSaving(state, nightEnds(context)), [line('saving.off')]);
}

/** "Start saving again": turns saving on. */
export function saveAgain({ state }: Anywhere): Outcome {
  if (!bothAgreed(state.household)) return sayAndGoOn(state, [line('kept.nothing')]);
  return sayAndGoOn(withSaving(state), [line('saving.on')]);
}

/** Says these lines. Then it goes on with what is on top, or ends a session that was opened for this alone. */
function sayAndGoOn(state: State, lines: readonly Line[]): Outcome {
  const lead = lines.map(say);
  return state.session === 'open'
    ? { go: 'stay', state, lead: lead.slice(0, BEFORE_A_QUESTION) }
    : { go: 'end', state, lead };
}
