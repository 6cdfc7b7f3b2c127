/** Turns the outcomes of steps into replies. */
import { type Act, chime, hold, line, mark, say } from '../model/act.ts';
import type { Context } from '../model/context.ts';
import type { DialogState } from '../model/dialog-state.ts';
import type { Line } from '../model/lines.ts';
import { type ExerciseState, withFrame, withPlace } from '../model/state.ts';
import { recalling, wasHeard } from './choosing/reading.ts';
import { begin, goOn, MOST_MISSES, questionAgain, waitElsewhere } from './lifecycle.ts';
import { type Draft, finished, goThrough, nextOtherThan, nextPart, stepAt } from './sequencer.ts';
import type { StepHere, StepOutcome } from './steps/step-kind.ts';
import { isInterrupting } from './steps/still-talking.ts';

/** Seconds of extra time in one reply: at most, at least, and if no length was said. */
const LONGEST_EXTRA = 200;
const SHORTEST_EXTRA = 10;
const MORE_TIME = 60;

/** A dialog that a step begins before it is over. dialogs/stack.ts puts it on top of the exercise. */
export interface Pushed {
  state: ExerciseState;
  /** The id of the step. */
  step: string;
  dialog: DialogState;
}

/** The step at the place, in which an event is answered. */
export function hereIn(state: ExerciseState, context: Context): StepHere {
  const { place, phase } = state.stack.exercise;
  const { step, steps, index } = stepAt(place);
  return { step, state, context, place, steps, index, tries: phase.at === 'step' ? phase.tries : 0 };
}

/** Turns the outcome of a step into a reply, or into the dialog that the step begins. */
export function follow(outcome: StepOutcome, here: StepHere): Draft | Pushed {
  const { step, state, context, index, steps } = here;
  const last = steps.length - 1;
  switch (outcome.go) {
    case 'on': {
      const lead = [...(outcome.lead ? [say(outcome.lead)] : []), ...(outcome.acts ?? [])];
      const next = nextOtherThan(steps, index, outcome.past ?? null);
      const from = outcome.change ? withPlace(state, outcome.change) : state;
      return goThrough(from, next, context, { lead });
    }
    case 'part':
      return goThrough(state, nextPart(steps, index), context, { lead: leadOf(outcome.lead) });
    case 'to': {
      const to = steps.findIndex(({ id }) => id === outcome.step);
      const from = outcome.change ? withPlace(state, outcome.change) : state;
      return goThrough(from, to === -1 ? index : to, context, { lead: leadOf(outcome.lead) });
    }
    case 'end':
      return goThrough(state, last, context, { lead: leadOf(outcome.lead) });
    case 'leave':
      return { state: finished(state), acts: [say(outcome.lead)] };
    case 'quiet':
      return quiet(notingLonger(here, outcome.seconds), outcome.lead, outcome.seconds);
    case 'more-time':
      return moreTime(notingLonger(here, outcome.seconds), outcome.seconds);
    case 'miss':
      return miss(here);
    case 'ask': {
      const heard = heardSoFar(here);
      const recapped = outcome.recapped === true ? wasHeard(heard, context) : heard;
      const { tries } = outcome;
      return {
        state: tries === undefined ? recapped : withFrame(recapped, { phase: { at: 'step', tries } }),
        acts: [mark(step.id), ...outcome.acts],
      };
    }
    case 'push':
      // What was asked for was said: there is no quiet to come back to.
      return {
        state: withFrame(heardSoFar(here), { suspended: { on: 'question' } }),
        step: step.id,
        dialog: outcome.dialog,
      };
    case 'begin':
      return begin(state, outcome.wish, context);
    case 'recall':
      return {
        state,
        acts: questionAgain(state),
        effects: [
          outcome.own
            ? { effect: 'recall-own' }
            : { effect: 'recall', ...recalling('week', state.household, context) },
        ],
      };
  }
}

/** Extra time from which on it is offered to the other partner too, in seconds. */
const LONGER_FROM = 60;

/** Remembers that the one who talks got more time, so that the other one is offered it too. */
function notingLonger(here: StepHere, seconds: number): StepHere {
  const { step, state } = here;
  if (step.kind !== 'talk' || seconds < LONGER_FROM) return here;
  return { ...here, state: withFrame(state, { longer: step.who }) };
}

function leadOf(first: Line | undefined): Act[] {
  return first === undefined ? [] : [say(first)];
}

/**
 * Gives more time, in seconds. It is added to the quiet that was playing, or given before the question is asked again.
 */
function moreTime(here: StepHere, seconds: number): Draft {
  const { state, context, index } = here;
  const { playing } = context;
  const lead = line('quiet.more-time');
  if (playing === null || playing.over) return quiet(here, lead, seconds);
  const left = Math.max(playing.quietLeft, Math.min(playing.quietLeft + seconds, LONGEST_EXTRA));
  return goThrough(state, index, context, { lead: [say(lead)], left });
}

/** The state if everything before this step was heard: a later session resumes with this step. */
function heardSoFar({ state, place, context }: StepHere): ExerciseState {
  return withPlace(state, { from: place.step, touched: context.now });
}

/** Gives more quiet, in seconds, then asks the question in other words. */
export function quiet(here: StepHere, first: Line, seconds: number): Draft {
  const { step, state } = here;
  const acts = [mark(step.id), say(first), hold(seconds), chime, ...questionAgain(state)];
  return { state: heardSoFar(here), acts };
}

/** The seconds of quiet that are given if somebody asks for more time; null if they named no length. */
export function extraSeconds(seconds: number | null): number {
  return Math.min(Math.max(seconds ?? MORE_TIME, SHORTEST_EXTRA), LONGEST_EXTRA);
}

/**
 * Says what can be answered, and asks again: first in a sentence, then shorter. The third time in a row the session
 * ends, and the place is kept.
 */
export function miss(here: StepHere): Draft {
  const { step, state, context } = here;
  // Said in the quiet of a step, it was not meant for a question.
  if (isInterrupting(here)) return goOn(state, context, [say(line('carry-on.go'))]);
  if (state.unclear >= MOST_MISSES) return waitElsewhere(state, context, []);
  const again = state.unclear > 0;
  const { kind } = stepAt(here.place);
  const missed =
    state.stack.exercise.phase.at === 'awaiting-ready'
      ? line(again ? 'missed.ready-again' : 'missed.ready')
      : (kind.missed?.(step, state, again) ?? line(again ? 'missed.yes-no-again' : 'missed.yes-no'));
  return { state, acts: [say(missed), ...questionAgain(state)], missed: true };
}
