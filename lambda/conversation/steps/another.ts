import { ask, quietLeft, say } from '../act.ts';
import { line } from '../lines.ts';
import { otherQuestion } from './question.ts';
import type { StepKind, StepOf } from './step.ts';
import { toEachOther } from './to-each-other.ts';

/** Seconds of quiet for two who are still talking. */
const STILL_TALKING = 45;

/** Whether they want another question; a no ends the exercise. */
export const another: StepKind<StepOf<'another'>> = {
  quiet: () => 0,
  enter: (_step, _state, left) => quietLeft(left),
  floor: () => null,
  where: () => line('another.where'),
  ready: () => line('ready.on'),
  asksAgain: true,
  question: (_step, _state, again) => ask(line(again ? 'another.ask-again' : 'another.ask')),
  answer(_step, state, event, context) {
    switch (event.type) {
      case 'no':
      case 'done':
      case 'rather-not':
        return { go: 'end', lead: line('another.enough') };
      case 'another':
        return { go: 'on' };
      case 'appreciation':
        if (!toEachOther(event, context)) return null;
        return { go: 'quiet', lead: line('quiet.more'), seconds: STILL_TALKING };
      case 'unclear':
      case 'names':
        return { go: 'quiet', lead: line('quiet.more'), seconds: STILL_TALKING };
      default: {
        const wish = otherQuestion(event, state.household, context);
        return wish === null ? null : { go: 'on', acts: [say(wish.lead)], change: wish.change };
      }
    }
  },
};
