/** Begins a session. */
import { isRecapDue, recalling } from '../exercise/choosing/reading.ts';
import { begin } from '../exercise/lifecycle.ts';
import type { Draft } from '../exercise/sequencer.ts';
import type { Act } from '../model/act.ts';
import type { Context } from '../model/context.ts';
import type { DialogState } from '../model/dialog-state.ts';
import { bothAgreed, DAY } from '../model/household.ts';
import type { Words } from '../model/outcome.ts';
import { hasExercise, type State } from '../model/state.ts';
import { FIRST_NAME } from './names.ts';
import { putOnTop, withDialogOnTop } from './on-top.ts';
import { pathAtOpening } from './path.ts';
import { recapOf } from './recap.ts';

/** Milliseconds after which a fresh exercise is offered before the unfinished one. */
const STALE_AFTER = 3 * DAY;

/** Begins a session: with the names of a new couple, a welcome, or a question about the unfinished exercise. */
export function open(state: State, context: Context, lead: readonly Act[], words: Words = 'whole'): Draft {
  // Who declined to be remembered is not asked again in this session.
  if (!bothAgreed(state.household) && state.keeping) return putOnTop(state, FIRST_NAME, context, lead, words);
  if (!hasExercise(state))
    return state.wish === null
      ? welcome(state, context, lead, words)
      : begin(state, state.wish, context, lead);
  if (context.elsewhere) return putOnTop(state, { id: 'elsewhere' }, context, lead, words);
  if (context.now - state.stack.exercise.place.touched <= STALE_AFTER)
    return putOnTop(state, { id: 'carry-on', last: false }, context, lead, words);
  const fresh: DialogState = { id: 'fresh', last: false };
  return offerRecap(state, fresh, context, lead, words) ?? putOnTop(state, fresh, context, lead, words);
}

/** Welcomes a known couple: with the recap of the week or the path if it is time for that, otherwise with the question whether to start. */
function welcome(state: State, context: Context, lead: readonly Act[], words: Words): Draft {
  const dialog: DialogState = { id: 'welcome' };
  const recap = offerRecap(state, dialog, context, lead, words);
  if (recap !== null) return recap;
  const path = words === 'whole' ? pathAtOpening(state, context) : null;
  return path === null
    ? putOnTop(state, dialog, context, lead, words)
    : putOnTop(withDialogOnTop(path.state, dialog, context), path.dialog, context, lead);
}

/** Once a week, offers the recap before the dialog `beneath`, if there are appreciations. Null if it is not offered. */
function offerRecap(
  state: State,
  beneath: DialogState,
  context: Context,
  lead: readonly Act[],
  words: Words,
): Draft | null {
  const { household } = state;
  const { recalled, now } = context;
  if (words !== 'whole' || !isRecapDue(household, context)) return null;
  if (recalled === null)
    return { state, acts: [], effects: [{ effect: 'recall', ...recalling('week', household, context) }] };
  if (recalled === 'unreachable' || recalled.page.length === 0) return null;
  const offered: State = {
    ...state,
    household: { ...household, recap: { ...household.recap, offered: now } },
  };
  return putOnTop(withDialogOnTop(offered, beneath, context), recapOf('offer'), context, lead);
}
