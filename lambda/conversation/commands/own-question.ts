/** The command for one of their own questions. */
import { withOwn } from '../dialogs/recalled.ts';
import { wishFor } from '../exercise/lifecycle.ts';
import { line, say } from '../model/act.ts';
import { bothAgreed } from '../model/household.ts';
import type { Outcome } from '../model/outcome.ts';
import { hasExercise } from '../model/state.ts';
import { sayAndGoOn } from './answer.ts';
import type { Anywhere } from './command.ts';

/** "One of ours": begins the questions exercise with one of their own. Without one it says how to add one. */
export function ownQuestion(here: Anywhere): Outcome {
  const { state } = here;
  if (!bothAgreed(state.household)) return sayAndGoOn(state, [line('own.none')]);
  return withOwn(here, (own) => {
    if (own.length === 0) return sayAndGoOn(state, [line('own.none')]);
    const givesUp = state.session !== 'open' && hasExercise(state);
    const lead = [say(line(givesUp ? 'choose.over-place' : 'own.lead'))];
    return { go: 'wish', wish: { ...wishFor('questions'), own: true }, sure: true, lead };
  });
}
