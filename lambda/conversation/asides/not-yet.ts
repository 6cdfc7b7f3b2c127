import { say } from '../act.ts';
import type { Context } from '../context.ts';
import type { Draft } from '../draft.ts';
import { continueWith } from '../going-on.ts';
import type { Line } from '../lines.ts';
import { launch } from '../scenes/returning.ts';
import type { State } from '../state.ts';

/** For two who have not both said yes to keeping: why it has to wait, and on with meeting, or with what they were in. */
export function notYet(state: State, context: Context, why: Line): Draft {
  const lead = [say(why)];
  return state.scene.id === 'closed'
    ? launch(state, context, lead)
    : continueWith(state, state, context, lead);
}
