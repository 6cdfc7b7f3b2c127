import { say } from '../act.ts';
import { line } from '../lines.ts';
import { called } from '../people.ts';
import { other } from '../state.ts';
import type { StepKind, StepOf } from './step.ts';

/** The end: counts go up, the place is cleared, and next time the other one starts. */
export const close: StepKind<StepOf<'close'>> = {
  quiet: () => 0,
  prepare(_step, household, context) {
    if (household.place === null) return household;
    const { first, minutes } = household.place;
    return {
      ...household,
      place: null,
      next: other(first),
      met: context.today,
      counts: {
        finished: household.counts.finished + 1,
        listened: household.counts.listened + minutes,
      },
    };
  },
  enter: (_step, state) => [
    say(line('close.thanks')),
    say(
      state.keeping
        ? line('close.next', { name: called(state, state.household.next) })
        : line('close.unkept'),
    ),
  ],
  floor: () => null,
  where: () => line('word.where'),
  ready: () => line('ready.close'),
  closes: true,
};
