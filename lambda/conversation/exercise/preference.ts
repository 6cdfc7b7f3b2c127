/** What a couple wants of the questions to come, in the middle of an exercise. */
import type { Context } from '../model/context.ts';
import type { Place } from '../model/household.ts';
import { atStepHeard, type ExerciseState, withPlace } from '../model/state.ts';
import type { Step } from '../model/step.ts';
import { stepAt } from './sequencer.ts';

/** The state with a preference in its place. If the chosen question was not heard yet, another one will be chosen. */
export function withPreference(
  state: ExerciseState,
  context: Context,
  change: Partial<Place>,
): ExerciseState {
  const { place } = state.stack.exercise;
  const about = change.depth !== undefined || change.theme !== undefined;
  const heard = stepAt(atStepHeard(state, context).stack.exercise.place).step;
  const question = about && !isAsking(heard) ? null : place.question;
  return withPlace(state, { ...change, question });
}

/**
 * Whether the exercise still comes to a question of its own that a preference decides. The second one of a round is the
 * same question again.
 */
export function hasQuestionAhead(state: ExerciseState, context: Context): boolean {
  const { steps, index } = stepAt(atStepHeard(state, context).stack.exercise.place);
  return steps.slice(index).some((step) => step.kind === 'question' && !step.second);
}

/** Whether the question of the place is needed in this step, or was heard before it. */
function isAsking(step: Step): boolean {
  // The answer to a question, between the two turns.
  if (step.kind === 'prompt') return step.topic === 'thank' || step.topic === 'reply';
  return step.kind === 'question' || step.kind === 'deepest' || step.kind === 'another';
}
