/** What is kept and who hears it, said plainly; saving put off for a night, and on again. */
import { nightEnds } from '../dialogs/saving-off.ts';
import { line, say } from '../model/act.ts';
import { bothAgreed } from '../model/household.ts';
import type { Line } from '../model/lines.ts';
import type { Outcome } from '../model/outcome.ts';
import { type State, withoutSaving, withSaving } from '../model/state.ts';
import type { Anywhere } from './command.ts';

/** Before a question there is room for this many sentences. */
const BEFORE_A_QUESTION = 2;

/** "What do you keep?" */
export function whatIsKept({ state }: Anywhere): Outcome {
  const known = bothAgreed(state.household);
  return told(
    state,
    known ? [line('kept.what'), line('kept.how-long'), line('kept.clear')] : [line('kept.nothing')],
  );
}

/** "Who can hear this?" */
export function whoHears({ state }: Anywhere): Outcome {
  return told(state, [line('hears.room'), line('hears.talk'), line('hears.amazon')]);
}

/** "Don't save tonight." */
export function dontSave({ state, context }: Anywhere): Outcome {
  if (!bothAgreed(state.household)) return told(state, [line('kept.nothing')]);
  return told(withoutSaving(state, nightEnds(context)), [line('saving.off')]);
}

/** "Start saving again." */
export function saveAgain({ state }: Anywhere): Outcome {
  if (!bothAgreed(state.household)) return told(state, [line('kept.nothing')]);
  return told(withSaving(state), [line('saving.on')]);
}

/** Told in between, it goes on; told to somebody who only asked that, it is over. */
function told(state: State, lines: readonly Line[]): Outcome {
  const lead = lines.map(say);
  return state.session === 'open'
    ? { go: 'stay', state, lead: lead.slice(0, BEFORE_A_QUESTION) }
    : { go: 'end', state, lead };
}
