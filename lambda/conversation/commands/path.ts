/** Commands about the path of four weeks: where they are on it, and leaving it. */
import { askAboutPath, ofWeek, withPath } from '../dialogs/path.ts';
import { weekAt } from '../exercise/path.ts';
import { line } from '../model/act.ts';
import { bothAgreed } from '../model/household.ts';
import type { Outcome } from '../model/outcome.ts';
import { isRunning } from '../model/state.ts';
import { sayAndGoOn } from './answer.ts';
import type { Anywhere } from './command.ts';

/** "Start the path", "which week are we in": says what the week is about, and offers its exercise or the path. */
export function onPath(here: Anywhere): Outcome {
  const { state, context } = here;
  if (!bothAgreed(state.household)) return sayAndGoOn(state, [line('path.not-yet')]);
  if (!isRunning(state)) return askAboutPath(here);
  const week = weekAt(state.household, context);
  return sayAndGoOn(state, [week === null ? line('path.later') : ofWeek(week)]);
}

/** "Leave the path": there is none from then on, and it is not offered again. */
export function leavePath({ state }: Anywhere): Outcome {
  if (!state.household.path) return sayAndGoOn(state, [line('path.none')]);
  return sayAndGoOn(withPath(state, false), [line('path.left')]);
}
