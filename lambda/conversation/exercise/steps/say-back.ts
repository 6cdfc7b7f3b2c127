import { chime, hold, line, say } from '../../model/act.ts';
import { between } from '../../model/partner-names.ts';
import type { StepOf } from '../../model/step.ts';
import { isKnown } from './known.ts';
import type { StepKind, StepOutcome } from './step-kind.ts';

/** Mirroring: the listener (`who`) says back what they heard. */
export const sayBack: StepKind<StepOf<'say-back'>> = {
  enter(step, state, left) {
    const whole = isKnown(state) ? 'say-back.known' : 'say-back.start';
    const start = step.piece === undefined ? whole : (`say-back.${step.piece}` as const);
    const key = left === null ? start : 'say-back.still';
    return [say(line(key, between(state, step.who))), hold(left ?? step.seconds), chime];
  },
  where: (step, state) => line('say-back.where', between(state, step.who)),
  ready: (step, state) => line('ready.say-back', between(state, step.who)),
  talking: () => true,
  answers: { skip: passed, 'rather-not': passed },
};

function passed(): StepOutcome {
  return { go: 'on', lead: line('skip.lead'), past: 'did-they-get-it' };
}
