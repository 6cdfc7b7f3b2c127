import { chime, hold, say } from '../act.ts';
import { line } from '../lines.ts';
import { between } from '../people.ts';
import type { StepKind, StepOf } from './step.ts';

/** Room for what has not been said yet. It asks nothing: silence is an answer. */
export const anythingMore: StepKind<StepOf<'anything-more'>> = {
  quiet: (step) => step.seconds,
  enter(step, state, left) {
    const key = left === null ? 'more.start' : 'more.still';
    return [say(line(key, between(state, step.who))), hold(left ?? step.seconds), chime];
  },
  floor: (step) => step.who,
  where: (step, state) => line('more.where', between(state, step.who)),
  ready: () => line('ready.on'),
};
