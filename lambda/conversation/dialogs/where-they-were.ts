import { stepAt } from '../exercise/sequencer.ts';
import { type Act, say } from '../model/act.ts';
import { hasExercise, type State } from '../model/state.ts';

/** Who had the floor and on which question, in one line; nothing if no exercise is under way. */
export function whereTheyWere(state: State): Act[] {
  if (!hasExercise(state)) return [];
  const { step, kind } = stepAt(state.stack.exercise.place);
  return [say(kind.where(step, state))];
}

/** The question they were on: the turn of the second one to answer it does not say it again. */
export function questionTheyWereOn(state: State): Act[] {
  if (!hasExercise(state)) return [];
  return stepAt(state.stack.exercise.place).step.kind === 'question' ? whereTheyWere(state) : [];
}
