import { ask, chime, hold, line, quietLeft, say } from '../../model/act.ts';
import type { ExerciseState } from '../../model/state.ts';
import type { StepOf } from '../../model/step.ts';
import { BEGIN, QUIET_AFTER, readAloud, readingOf } from '../choosing/reading.ts';
import type { StepHere, StepKind, StepOutcome } from './step-kind.ts';
import { notYet } from './still-talking.ts';

/** How many appreciations are read out at most. The others can be heard in a recap outside of the exercise. */
const MOST_IN_A_STEP = 5;

const anotherTime = (): StepOutcome => ({ go: 'on', lead: line('recap.another-time') });

/**
 * The week's appreciations, read out after a yes, since others may be in the room. If there are none, the step is
 * skipped.
 */
export const weeklyRecap: StepKind<StepOf<'recap'>> = {
  recalls: true,
  enter: (_step, _state, left) => quietLeft(left),
  where: () => line('recap.where'),
  skipped(_step, _state, { recalled }) {
    if (recalled === 'unreachable') return { lead: line('recap.unreachable') };
    if (recalled === null) return null;
    return recalled.page.length === 0 ? { lead: null } : null;
  },
  asksAgain: true,
  question(_step, state, again) {
    if (wasRead(state)) return ask(line(again ? 'ready.again' : 'ready.on'));
    return ask(line(again ? 'recap.ask-again' : 'recap.ask'));
  },
  answers: {
    yes: (here) => (wasRead(here.state) ? { go: 'on' } : readOut(here)),
    repeat: (here) => (wasRead(here.state) ? readOut(here) : null),
    no: declined,
    done: declined,
    'not-quite': notYet,
    next: passed,
    resume: passed,
    skip: passed,
    'rather-not': passed,
  },
};

/** Gives a moment to answer what was read out. Before the reading, it is left out. */
function declined({ state }: StepHere): StepOutcome {
  return wasRead(state) ? notYet() : anotherTime();
}

function passed({ state }: StepHere): StepOutcome {
  return wasRead(state) ? { go: 'on' } : anotherTime();
}

/** Whether they were read out. Then the question is whether to go on. */
function wasRead({
  stack: {
    exercise: { place, phase },
  },
}: ExerciseState): boolean {
  return phase.at === 'step' && phase.tries > 0 && place.step === 'recap';
}

/** Reads them out, and asks whether to go on. */
function readOut({ state, context: { recalled } }: StepHere): StepOutcome {
  if (recalled === null) return { go: 'recall' };
  if (recalled === 'unreachable') return { go: 'on', lead: line('recap.unreachable') };
  const { read, next } = readingOf(recalled, BEGIN, MOST_IN_A_STEP);
  // They have taken back what there was since they were asked.
  if (read.length === 0) return { go: 'on' };
  return {
    go: 'ask',
    acts: [
      say(line('recap.lead')),
      ...readAloud(state, read),
      say(line(next === null ? 'recap.week' : 'recap.part')),
      hold(QUIET_AFTER),
      chime,
      ask(line('ready.on')),
    ],
    tries: 1,
    recapped: next === null,
  };
}
