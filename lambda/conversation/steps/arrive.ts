import { hold, say } from '../act.ts';
import { line } from '../lines.ts';
import type { StepKind, StepOf } from './step.ts';

/** Phones away, one breath, and, the first few times, the one command worth knowing. */
export const arrive: StepKind<StepOf<'arrive'>> = {
  quiet: (step) => step.seconds,
  enter(step, state, left) {
    const lead = state.household.counts.finished < 2 ? line('arrive.first') : line('arrive.start');
    return [say(left === null ? lead : line('arrive.still')), hold(left ?? step.seconds)];
  },
  floor: () => null,
  where: () => line('arrive.where'),
  ready: () => line('ready.on'),
};
