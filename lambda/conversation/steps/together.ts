import { ask, chime, hold, say } from '../act.ts';
import { nameOf } from '../exercises/exercise.ts';
import { line } from '../lines.ts';
import type { Outcome, StepKind, StepOf } from './step.ts';
import { toEachOther } from './to-each-other.ts';

/** Seconds of quiet for two who want to stay with what they are talking about. */
const STAY = 120;

/**
 * Something for both at once, without turns. When its time is over it asks softly whether to go on; words it does
 * not know mean that they are talking: more of the same follows, or more quiet where none does.
 */
export const together: StepKind<StepOf<'together'>> = {
  quiet: (step) => step.seconds,
  shorter: (step, seconds) => ({ ...step, seconds }),
  enter(step, _state, left) {
    if (left === 0) return [];
    const words = left === null ? line(`${step.topic}.both`) : line('together.still');
    return [say(words), hold(left ?? step.seconds), chime];
  },
  floor: () => null,
  where: (_step, state) => line('together.where', { exercise: nameOf(state) }),
  ready: () => line('ready.on'),
  question: (_step, _state, again) => ask(line(again ? 'together.ask-again' : 'together.ask')),
  answer(step, _state, event, context) {
    const { playing } = context;
    switch (event.type) {
      case 'no':
        return stay();
      case 'resume':
        return playing !== null && !playing.over ? null : { go: 'on' };
      case 'another':
        return playing !== null && !playing.over ? null : stay();
      case 'appreciation':
        if (!toEachOther(event, context)) return null;
        return step.more ? { go: 'on' } : stay();
      case 'unclear':
      case 'names':
        return step.more ? { go: 'on' } : stay();
      default:
        return null;
    }
  },
};

function stay(): Outcome {
  return { go: 'quiet', lead: line('together.stay'), seconds: STAY };
}
