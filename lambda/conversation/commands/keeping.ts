/** Commands about privacy: what is stored and for how long, who can hear, what was heard, and turning saving off and on. */
import { nightEnds } from '../dialogs/saving-off.ts';
import { line } from '../model/act.ts';
import { bothAgreed } from '../model/household.ts';
import type { Outcome } from '../model/outcome.ts';
import { both } from '../model/partner-names.ts';
import { withoutSaving, withSaving } from '../model/state.ts';
import { sayAndGoOn } from './answer.ts';
import type { Anywhere } from './command.ts';

/** "What do you keep?": says what is stored. Before they have agreed, what would be. */
export function whatIsKept({ state }: Anywhere): Outcome {
  if (!bothAgreed(state.household)) return sayAndGoOn(state, [line('kept.nothing'), line('kept.would')]);
  const { a, b } = state.household.names;
  const what = a === null || b === null ? line('kept.unnamed') : line('kept.what', both(state));
  return sayAndGoOn(state, [what, line('kept.how-long'), line('kept.clear')]);
}

/** "Who can hear this?": says who can. */
export function whoHears({ state }: Anywhere): Outcome {
  return sayAndGoOn(state, [line('hears.room'), line('hears.talk'), line('hears.amazon')]);
}

/** "How long do you keep that?": says how long. */
export function howLong({ state }: Anywhere): Outcome {
  if (bothAgreed(state.household)) return sayAndGoOn(state, [line('kept.how-long'), line('kept.clear')]);
  return sayAndGoOn(state, [line('kept.nothing'), line('kept.would-go')]);
}

/** "Are you listening?": says when the microphone is open, and who hears it then. */
export function listening({ state }: Anywhere): Outcome {
  return sayAndGoOn(state, [line('listening.closed'), line('listening.amazon')]);
}

/** "What did you hear?": says what it listened for. */
export function whatHeard({ state }: Anywhere): Outcome {
  return sayAndGoOn(state, [line('listening.answer')]);
}

/** "Don't save tonight": saves nothing until the night is over. */
export function dontSave({ state, context }: Anywhere): Outcome {
  if (!bothAgreed(state.household)) return sayAndGoOn(state, [line('kept.nothing')]);
  return sayAndGoOn(withoutSaving(state, nightEnds(context)), [line('saving.off')]);
}

/** "Start saving again": turns saving on. */
export function saveAgain({ state }: Anywhere): Outcome {
  if (!bothAgreed(state.household)) return sayAndGoOn(state, [line('kept.nothing')]);
  if (state.keeping) return sayAndGoOn(state, [line('saving.still')]);
  return sayAndGoOn(withSaving(state), [line('saving.on')]);
}
