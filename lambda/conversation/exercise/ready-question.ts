/** The question whether they are ready for a step. */
import { line, say } from '../model/act.ts';
import { answered } from '../model/answered.ts';
import type { Event } from '../model/event.ts';
import type { Line } from '../model/lines.ts';
import { IN_STEP, withFrame } from '../model/state.ts';
import { hasShorterForm } from './catalogue/catalogue.ts';
import { extraSeconds, follow, hereIn, type Pushed, quiet } from './outcomes.ts';
import { type Draft, goThrough, nextPart, stepAt } from './sequencer.ts';
import type { StepHere } from './steps/step-kind.ts';

/** Seconds of quiet for partners who are not ready for a step yet. */
const NOT_READY = 40;

/** What events mean at the question whether they are ready for a step. */
export const atReadyQuestion = {
  yes: enter,
  next: enter,
  resume: enter,
  // At the very end that is all there is to say.
  thanks: (here: StepHere) => (here.step.kind === 'close' ? enter(here) : null),
  skip: (here: StepHere) => skipPart(here, line('skip.lead')),
  'rather-not': (here: StepHere) => skipPart(here, line('skip.lead')),
  reluctant: (here: StepHere) => skipPart(here, line('reluctant.passed')),
  no: notYet,
  'not-quite': notYet,
  // Asked whether to close, they say that they are ready for it.
  done: (here: StepHere) => (here.step.kind === 'close' ? enter(here) : notYet(here)),
  choose: (here: StepHere, { exercise, minutes }: Event<'choose'>) =>
    exercise === null && minutes !== null && !hasShorterForm(here.place, minutes)
      ? quiet(here, line('quiet.more-time'), extraSeconds(minutes * 60))
      : null,
  'more-time': (here: StepHere, { seconds }: Event<'more-time'>) =>
    quiet(here, line('quiet.more-time'), extraSeconds(seconds)),
  appreciation: saidBefore,
};

/** An appreciation that is said before the step for it has begun is the step's answer. Null before another step. */
function saidBefore(here: StepHere, event: Event<'appreciation'>): Draft | Pushed | null {
  const { kind } = stepAt(here.place);
  const outcome = kind.takesAppreciation ? answered(kind.answers ?? {}, here, event) : null;
  return outcome && follow(outcome, hereIn(withFrame(here.state, { phase: IN_STEP }), here.context));
}

/** They are not ready yet: waits, and asks again. */
function notYet(here: StepHere): Draft {
  return quiet(here, line('quiet.more'), NOT_READY);
}

/** Enters the step. */
function enter({ state, context, index }: StepHere): Draft {
  return goThrough(state, index, context);
}

/** Skips the part that the step belongs to. */
function skipPart({ state, context, steps, index }: StepHere, first: Line): Draft {
  return goThrough(state, nextPart(steps, index), context, { lead: [say(first)] });
}
