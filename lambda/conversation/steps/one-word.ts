import { type Act, hold, say } from '../act.ts';
import { line } from '../lines.ts';
import { called } from '../people.ts';
import { other } from '../state.ts';
import type { StepKind, StepOf } from './step.ts';

/** One word each for how that was: said into the room, heard by nobody else. */
export const oneWord: StepKind<StepOf<'one-word'>> = {
  quiet: (step) => 2 * step.seconds,
  enter(step, state, left) {
    const second = (seconds: number): Act[] => [
      say(line('word.second', { name: called(state, other(step.first)) })),
      hold(seconds),
    ];
    if (left !== null && left <= step.seconds) return second(left);
    const first = left === null ? step.seconds : left - step.seconds;
    return [
      say(line('word.first', { name: called(state, step.first) })),
      hold(first),
      ...second(step.seconds),
    ];
  },
  floor: () => null,
  where: () => line('word.where'),
  ready: () => line('ready.one-word'),
};
