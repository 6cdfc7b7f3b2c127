/** Answers events while an exercise is on top of the stack, and turns the outcomes of its steps into replies. */
import { type Act, chime, hold, line, mark, say } from '../model/act.ts';
import type { Context } from '../model/context.ts';
import type { DialogState } from '../model/dialog-state.ts';
import type { Answers, Event, EventType } from '../model/event.ts';
import type { Line } from '../model/lines.ts';
import type { SilentReply } from '../model/reply.ts';
import { type ExerciseState, IN_STEP, withFrame, withPlace } from '../model/state.ts';
import type { Step } from '../model/step.ts';
import { exercises, hasShorterForm } from './catalogue/catalogue.ts';
import { recalling, wasHeard } from './choosing/reading.ts';
import { begin, goOn, MOST_MISSES, questionAgain, waitElsewhere } from './lifecycle.ts';
import {
  type Draft,
  finished,
  goThrough,
  nextOtherThan,
  nextPart,
  stepAt,
  unansweredNext,
} from './sequencer.ts';
import type { StepAnswers, StepHere, StepOutcome } from './steps/step-kind.ts';
import { isInterrupting } from './steps/still-talking.ts';

/** Seconds of quiet for partners who are not ready for a step yet. */
const NOT_READY = 40;
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

/**
 * Answers an event in a step, or at the question whether they are ready for it. Null if the event means what it means
 * everywhere.
 */
export function answerInExercise(
  state: ExerciseState,
  event: Event,
  context: Context,
): Draft | Pushed | null {
  const here = hereIn(state, context);
  const { kind } = stepAt(here.place);
  if (state.stack.exercise.phase.at === 'awaiting-ready' && event.type === 'reluctant' && isTender(here))
    return follow(WHAT_HELPS, here);
  if (state.stack.exercise.phase.at === 'awaiting-ready')
    return answered<StepHere, Draft | Pushed, Event['type']>(atReadyQuestion, here, event);
  // With others in the room, what a step makes of "light" is not what is meant.
  const isCompany =
    event.type === 'depth' && event.depth === 'company' && !exercises[here.place.exercise].forCompany;
  const own = kind.answers === undefined || isCompany ? null : answered(kind.answers, here, event);
  const outcome = own ?? answered(inAnyStep, here, event);
  return outcome === null ? null : follow(outcome, here);
}

/** The step at the place, in which an event is answered. */
function hereIn(state: ExerciseState, context: Context): StepHere {
  const { place, phase } = state.stack.exercise;
  const { step, steps, index } = stepAt(place);
  return { step, state, context, place, steps, index, tries: phase.at === 'step' ? phase.tries : 0 };
}

/** What events mean in a step that has no answer of its own to them. */
const inAnyStep: StepAnswers<Step> = {
  resume: (here) => (isInterrupting(here) ? null : { go: 'on' }),
  next: on,
  skip: on,
  yes: on,
  // "Two minutes" in the middle of an exercise asks for more time, not for another exercise. If nobody is talking, a length
  // that is a shorter form of it asks for that form.
  choose: (here, { exercise, minutes }) =>
    exercise === null &&
    minutes !== null &&
    (isTalkingInStep(here.state) || !hasShorterForm(here.place, minutes))
      ? { go: 'more-time', seconds: extraSeconds(minutes * 60) }
      : null,
  'more-time': (_here, { seconds }) => ({ go: 'more-time', seconds: extraSeconds(seconds) }),
  another: (here) => (isInterrupting(here) ? null : { go: 'miss' }),
  reluctant: leftOut,
};

function on(): StepOutcome {
  return { go: 'on' };
}

/**
 * Passes the step for somebody who would rather not, as a skip would, in words of its own. Null at the arrival: there
 * it is about the whole exercise.
 */
function leftOut(here: StepHere): StepOutcome | null {
  const { step, kind } = stepAt(here.place);
  if (step.kind === 'arrive') return null;
  if (isTender(here)) return WHAT_HELPS;
  const { skip, 'rather-not': ratherNot } = kind.answers ?? {};
  const passed = skip?.(here, { type: 'skip' }) ?? ratherNot?.(here, { type: 'rather-not' }) ?? on();
  return inKindWords(passed);
}

/** Whether somebody who would rather not is asked what would help. */
function isTender({ place }: StepHere): boolean {
  return exercises[place.exercise].tender === true;
}

/** Asks what would help. */
const WHAT_HELPS: StepOutcome = { go: 'push', dialog: { id: 'hard-moment', part: 'choices' } };

/** The same way on, in the words for somebody who would rather not, if the step has none of its own. */
function inKindWords(passed: StepOutcome): StepOutcome {
  switch (passed.go) {
    case 'on':
    case 'part':
    case 'to':
    case 'end': {
      const own = passed.lead !== undefined && passed.lead.key !== 'skip.lead';
      return own ? passed : { ...passed, lead: line('reluctant.passed') };
    }
    default:
      return passed;
  }
}

/** What events mean at the question whether they are ready for a step. */
const atReadyQuestion = {
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
  done: (here: StepHere) => (stepAt(here.place).kind.finish === undefined ? notYet(here) : enter(here)),
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

/** The events that are answered in the step at the place, or at the question whether they are ready for it. */
export function answersInStep({ stack: { exercise } }: ExerciseState): EventType[] {
  const { kind } = stepAt(exercise.place);
  const tables = exercise.phase.at === 'awaiting-ready' ? [atReadyQuestion] : [kind.answers ?? {}, inAnyStep];
  return [...new Set(tables.flatMap((table) => Object.keys(table) as EventType[]))];
}

/** Whether two people may still be talking to each other at the question of the step at the place. */
export function isTalkingInStep(state: ExerciseState): boolean {
  const { place, phase } = state.stack.exercise;
  return phase.at === 'step' && stepAt(place).kind.talking?.(state) === true;
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

/** Turns the outcome of a step into a reply, or into the dialog that the step begins. */
function follow(outcome: StepOutcome, here: StepHere): Draft | Pushed {
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
function quiet(here: StepHere, first: Line, seconds: number): Draft {
  const { step, state } = here;
  const acts = [mark(step.id), say(first), hold(seconds), chime, ...questionAgain(state)];
  return { state: heardSoFar(here), acts };
}

/** The seconds of quiet that are given if somebody asks for more time; null if they named no length. */
export function extraSeconds(seconds: number | null): number {
  return Math.min(Math.max(seconds ?? MORE_TIME, SHORTEST_EXTRA), LONGEST_EXTRA);
}

/**
 * Answers an event that nothing else answers in the exercise. Two who may still be talking get more quiet. Otherwise it
 * is no answer.
 */
export function missedInExercise(state: ExerciseState, context: Context): Draft {
  const here = hereIn(state, context);
  const { kind } = stepAt(here.place);
  const talking =
    isTalkingInStep(state) && !isInterrupting(here) && kind.answers !== undefined
      ? answered(kind.answers, here, { type: 'unclear' })
      : null;
  const followed = talking === null ? null : follow(talking, here);
  return followed === null || 'dialog' in followed ? miss(here) : followed;
}

/**
 * Says what can be answered, and asks again: first in a sentence, then shorter. The third time in a row the session
 * ends, and the place is kept.
 */
function miss(here: StepHere): Draft {
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

/** Goes on with the step after the one at the place. */
export function nextStep(state: ExerciseState, context: Context, lead: readonly Act[]): Draft {
  return goThrough(state, stepAt(state.stack.exercise.place).index + 1, context, { lead });
}

/** What follows if nobody answers while the exercise is on top: it goes on, unless its step has to be answered. */
export function silentlyOn(state: ExerciseState, context: Context): SilentReply {
  const { phase, place } = state.stack.exercise;
  const { index, step, kind, steps } = stepAt(place);
  const stay = (): SilentReply => ({ acts: questionAgain(state), stack: state.stack });
  if (phase.at === 'step' && kind.asksAgain) return stay();
  const unanswered = phase.at === 'step' ? (kind.unanswered?.(step, state) ?? null) : null;
  const next =
    phase.at === 'step'
      ? goThrough(
          kind.withoutYes ? withPlace(state, kind.withoutYes) : state,
          unansweredNext(steps, index, kind),
          context,
          {
            reprompt: true,
            lead: unanswered === null ? [] : [say(unanswered)],
          },
        )
      : goThrough(state, index, context, { reprompt: true });
  const { exercise } = next.state.stack;
  const moved = exercise?.phase.at !== phase.at || exercise.place.step !== step.id;
  return moved ? { acts: next.acts, stack: next.state.stack } : stay();
}

/** What an event means by a table of answers; null if it means nothing there. */
export function answered<Here, Result, K extends EventType>(
  answers: Answers<Here, Result>,
  here: Here,
  event: Event<K>,
): Result | null {
  const answer: Answers<Here, Result>[K] = answers[event.type];
  return answer?.(here, event) ?? null;
}
