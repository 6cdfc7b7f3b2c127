import { hold, say } from '../act.ts';
import { line } from '../lines.ts';
import { called } from '../people.ts';
import type { StepKind, StepOf } from './step.ts';

/** One word for how that was: said into the room, heard by nobody else. */
export const oneWord: StepKind<StepOf<'one-word'>> = {
  quiet: (step) => step.seconds,
  enter(step, state, left) {
    const key = step.second ? 'word.second' : 'word.first';
    return [say(line(key, { name: called(state, step.who) })), hold(left ?? step.seconds)];
  },
  floor: (step) => step.who,
  where: () => line('word.where'),
  ready: () => line('ready.one-word'),
};
