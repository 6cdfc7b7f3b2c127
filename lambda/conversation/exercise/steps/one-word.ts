import { hold, line, say } from '../../model/act.ts';
import { called } from '../../model/partner-names.ts';
import type { StepOf } from '../../model/step.ts';
import type { StepKind } from './step-kind.ts';

/** One word for how the exercise was. It is said with the microphone closed. */
export const oneWord: StepKind<StepOf<'one-word'>> = {
  enter(step, state, left) {
    const key = step.second ? 'word.second' : 'word.first';
    return [say(line(key, { name: called(state, step.who) })), hold(left ?? step.seconds)];
  },
  where: () => line('word.where'),
  ready: () => line('ready.one-word'),
};
