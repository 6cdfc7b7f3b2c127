import { chime, hold, say } from '../act.ts';
import { line } from '../lines.ts';
import { between } from '../people.ts';
import type { StepKind, StepOf } from './step.ts';

/** The listener (`who`) says back what was heard. */
export const sayBack: StepKind<StepOf<'say-back'>> = {
  quiet: (step) => step.seconds,
  enter(step, state, left) {
    const key = left === null ? 'say-back.start' : 'say-back.still';
    return [say(line(key, between(state, step.who))), hold(left ?? step.seconds), chime];
  },
  floor: (step) => step.who,
  where: (step, state) => line('say-back.where', between(state, step.who)),
  ready: (step, state) => line('ready.say-back', between(state, step.who)),
  answer: (_step, _state, event) =>
    event.type === 'skip' || event.type === 'rather-not'
      ? { go: 'on', lead: line('skip.lead'), past: 'did-they-get-it' }
      : null,
};
