import { chime, hold, say } from '../act.ts';
import { line } from '../lines.ts';
import { between } from '../people.ts';
import type { StepKind, StepOf } from './step.ts';

/** The listener (`who`) says what makes sense about it. */
export const makeSense: StepKind<StepOf<'make-sense'>> = {
  quiet: (step) => step.seconds,
  enter(step, state, left) {
    return [say(line('sense.start', between(state, step.who))), hold(left ?? step.seconds), chime];
  },
  floor: (step) => step.who,
  where: (step, state) => line('sense.where', between(state, step.who)),
  ready: () => line('ready.on'),
};
