/** What a session says of the exercise that was left unfinished. */
import { stepAt } from '../exercise/sequencer.ts';
import { type Act, say } from '../model/act.ts';
import { hasExercise, type State } from '../model/state.ts';

/** The line that says whose turn it was and on which question; nothing if there is no exercise. */
export function whereTheyWere(state: State): Act[] {
  if (!hasExercise(state)) return [];
  const { step, kind } = stepAt(state.stack.exercise.place);
  return [say(kind.where(step, state))];
}

/** The question they were on. It is said here because the turn of the second partner does not repeat it. */
export function questionTheyWereOn(state: State): Act[] {
  if (!hasExercise(state)) return [];
  return stepAt(state.stack.exercise.place).step.kind === 'question' ? whereTheyWere(state) : [];
}
