import { hold, line, say } from '../../model/act.ts';
import type { StepOf } from '../../model/step.ts';
import { nameOf } from '../catalogue/exercise.ts';
import type { StepKind } from './step-kind.ts';

/** Something to notice, for each partner silently. It asks nothing. */
export const notice: StepKind<StepOf<'notice'>> = {
  enter(step, _state, left) {
    return [say(line(left === null ? `${step.topic}.both` : 'notice.still')), hold(left ?? step.seconds)];
  },
  rests: true,
  where: (_step, state) => line('together.where', { exercise: nameOf(state) }),
};
