import { hold, line, say } from '../../model/act.ts';
import type { StepOf } from '../../model/step.ts';
import { named } from '../catalogue/exercise.ts';
import type { StepKind } from './step-kind.ts';

/**
 * The arrival: says what the exercise is, and gives a moment to settle. The first time it also tells the most useful
 * command.
 */
export const arrive: StepKind<StepOf<'arrive'>> = {
  enter(step, state, left) {
    if (left !== null) return [say(line('arrive.still')), hold(left)];
    const opening = say(line(`open.${step.exercise}`));
    const early = state.household.counts.finished === 0 ? [say(line('arrive.early'))] : [];
    return [opening, ...early, hold(step.seconds)];
  },
  rests: true,
  where: (step) => line('arrive.where', { exercise: named(step.exercise) }),
};
