import { chime, hold, say } from '../act.ts';
import { line } from '../lines.ts';
import { between } from '../people.ts';
import type { StepKind, StepOf } from './step.ts';

/** One of the two (`who`) is asked to say something to the other. It asks nothing: silence is an answer. */
export const prompt: StepKind<StepOf<'prompt'>> = {
  quiet: (step) => step.seconds,
  enter(step, state, left) {
    const names = between(state, step.who);
    if (left === null) return [say(line(`${step.topic}.start`, names)), hold(step.seconds), chime];
    return [say(line(`${step.topic}.still`, names)), hold(left), chime];
  },
  floor: (step) => step.who,
  where: (step, state) => line(`${step.topic}.where`, between(state, step.who)),
  ready: () => line('ready.on'),
};
