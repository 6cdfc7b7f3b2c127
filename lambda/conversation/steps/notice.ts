import { hold, say } from '../act.ts';
import { nameOf } from '../exercises/exercise.ts';
import { line } from '../lines.ts';
import type { StepKind, StepOf } from './step.ts';

/** One line to notice, each for themselves. Nothing is asked, and nothing has to be answered. */
export const notice: StepKind<StepOf<'notice'>> = {
  quiet: (step) => step.seconds,
  enter(step, _state, left) {
    return [say(line(left === null ? `${step.topic}.both` : 'notice.still')), hold(left ?? step.seconds)];
  },
  floor: () => null,
  where: (_step, state) => line('together.where', { exercise: nameOf(state) }),
  ready: () => line('ready.on'),
};
