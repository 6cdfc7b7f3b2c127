/** Puts a dialog on top of the stack, and says what is on top. */
import { suspended } from '../exercise/lifecycle.ts';
import type { Draft } from '../exercise/sequencer.ts';
import type { Act } from '../model/act.ts';
import type { Context } from '../model/context.ts';
import type { DialogState } from '../model/dialog-state.ts';
import type { Words } from '../model/outcome.ts';
import { asked, hasExercise, type State } from '../model/state.ts';
import { holdsSentence, isAskedAgain, stays, wordsOf } from './registry.ts';

/** Asks a dialog that is put on top of the stack. */
export function putOnTop(
  state: State,
  dialog: DialogState,
  context: Context,
  lead: readonly Act[],
  words: Words | readonly Act[] = 'whole',
): Draft {
  const next = withDialogOnTop(state, dialog, context);
  return {
    state: next,
    acts: [...lead, ...(typeof words === 'string' ? topWords(next, context, words) : words)],
  };
}

/**
 * The state with a dialog on top of the stack. Beneath one that `stays` there is none, and beneath any other those that
 * are asked again.
 */
export function withDialogOnTop(state: State, dialog: DialogState, context: Context): State {
  const { stack } = suspended(state, context);
  const beneath = stays(dialog) ? [] : beneathIn(state, context).filter(({ id }) => id !== dialog.id);
  return { ...state, session: 'open', stack: { ...stack, dialogs: [...beneath, dialog] } };
}

/** The dialogs that are asked again once the one on top is over. */
export function beneathIn(state: State, { brokeOff }: Context): readonly DialogState[] {
  // A sentence that can no longer be saved does not wait.
  if (state.session === 'open')
    return state.stack.dialogs.filter((one) => isAskedAgain(one) && (state.keeping || !holdsSentence(one)));
  // "Alexa, tell our checkin ..." ends the session they were in. They are asked whether to carry on with its exercise.
  return brokeOff && hasExercise(state) ? [{ id: 'carry-on', last: false }] : [];
}

/** The acts of the dialog on top; none if there is no dialog. */
export function topWords(state: State, context: Context, words: Words, repeated = false): Act[] {
  const dialog = asked(state);
  return dialog === null ? [] : wordsOf({ dialog, state, context }, words, repeated);
}
