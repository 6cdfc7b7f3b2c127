import { chime, hold, say } from '../act.ts';
import { line } from '../lines.ts';
import { between } from '../people.ts';
import type { StepKind, StepOf } from './step.ts';

/** The listener (`who`) guesses the feeling; the other puts it right. */
export const guessFeeling: StepKind<StepOf<'guess-feeling'>> = {
  quiet: (step) => step.seconds,
  enter(step, state, left) {
    return [say(line('feeling.start', between(state, step.who))), hold(left ?? step.seconds), chime];
  },
  floor: (step) => step.who,
  where: (step, state) => line('feeling.where', between(state, step.who)),
  ready: () => line('ready.on'),
};
