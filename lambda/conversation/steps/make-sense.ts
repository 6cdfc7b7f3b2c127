import { type Act, chime, hold, say } from '../act.ts';
import { line } from '../lines.ts';
import { between } from '../people.ts';
import type { StepKind, StepOf } from './step.ts';

/** The listener (`who`) says what makes sense about it, then guesses the feeling. */
export const makeSense: StepKind<StepOf<'make-sense'>> = {
  quiet: (step) => step.sense + step.feeling,
  enter(step, state, left) {
    const names = between(state, step.who);
    const feeling = (seconds: number): Act[] => [say(line('sense.feeling', names)), hold(seconds), chime];
    if (left !== null && left <= step.feeling) return feeling(left);
    const sense = left === null ? step.sense : left - step.feeling;
    return [say(line('sense.start', names)), hold(sense), ...feeling(step.feeling)];
  },
  floor: (step) => step.who,
  where: (step, state) => line('sense.where', between(state, step.who)),
  ready: () => line('ready.on'),
};
