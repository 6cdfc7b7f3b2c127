/** Answers events while an exercise is on top of the stack. */
import { type Act, line, say } from '../model/act.ts';
import { answered } from '../model/answered.ts';
import type { Context } from '../model/context.ts';
import type { Event, EventType } from '../model/event.ts';
import type { SilentReply } from '../model/reply.ts';
import { type ExerciseState, withPlace } from '../model/state.ts';
import type { Step } from '../model/step.ts';
import { exercises, hasShorterForm } from './catalogue/catalogue.ts';
import { questionAgain } from './lifecycle.ts';
import { extraSeconds, follow, hereIn, miss, type Pushed } from './outcomes.ts';
import { atReadyQuestion } from './ready-question.ts';
import { type Draft, goThrough, stepAt, unansweredNext } from './sequencer.ts';
import type { StepAnswers, StepHere, StepOutcome } from './steps/step-kind.ts';
import { isInterrupting } from './steps/still-talking.ts';

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
