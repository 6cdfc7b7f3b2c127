import { ask, chime, hold, line, say } from '../../model/act.ts';
import { choice } from '../../model/choice.ts';
import type { StepOf } from '../../model/step.ts';
import { nameOf } from '../catalogue/exercise.ts';
import type { StepHere, StepKind, StepOutcome } from './step-kind.ts';
import { isInterrupting, isToEachOther } from './still-talking.ts';

/** Seconds of quiet for partners who want to go on with what they are talking about. */
const STAY = 120;

/**
 * Something for both partners at once, without turns. When its time is over it asks whether to go on. Words without a
 * meaning show that they are still talking: the next step of this kind follows, or more quiet if there is none.
 */
export const together: StepKind<StepOf<'together'>> = {
  shorter: (step, seconds) => ({ ...step, seconds }),
  enter(step, _state, left) {
    if (left === 0) return [];
    const words = left === null ? line(`${step.topic}.both`) : line('together.still');
    return [say(words), hold(left ?? step.seconds), chime];
  },
  prompt: (step) => [say(line(`${step.topic}.both`))],
  where: (_step, state) => line('together.where', { exercise: nameOf(state) }),
  question: (_step, _state, again) => ask(line(again ? 'together.ask-again' : 'together.ask')),
  shows: () => ({ choices: [choice('next'), choice('more-time'), choice('pause')] }),
  rests: true,
  talking: () => true,
  answers: {
    no: stay,
    'not-quite': stay,
    another: (here) => (isInterrupting(here) ? null : stay()),
    appreciation: (here, event) => (isToEachOther(here, event) ? talking(here) : null),
    unclear: talking,
    names: talking,
  },
};

function stay(): StepOutcome {
  return { go: 'quiet', lead: line('together.stay'), seconds: STAY };
}

/** Goes on with the next step if it is of this kind, otherwise gives more quiet. */
function talking({ step }: StepHere<StepOf<'together'>>): StepOutcome {
  return step.more ? { go: 'on' } : stay();
}
