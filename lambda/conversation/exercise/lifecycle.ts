/** The lifecycle of an exercise: beginning it, suspending and resuming it, and saying again what it asked. */
import { type Act, ask, chime, hold, line, mark, say } from '../model/act.ts';
import { dayIn, today } from '../model/calendar.ts';
import type { Context } from '../model/context.ts';
import type { Wish } from '../model/dialog-state.ts';
import type { ExerciseId } from '../model/exercise-id.ts';
import type { Household, Kept, Minutes, Place } from '../model/household.ts';
import { OWN } from '../model/own-question.ts';
import type { SilentReply } from '../model/reply.ts';
import {
  atStepHeard,
  type ExerciseState,
  hasExercise,
  IN_STEP,
  isKept,
  isRunning,
  keptOf,
  newState,
  type State,
  withFrame,
  withPlace,
} from '../model/state.ts';
import { quietOf } from '../model/step.ts';
import { exercises, nearestLength } from './catalogue/catalogue.ts';
import { type Draft, finished, goThrough, kindOf, readyQuestion, stepAt } from './sequencer.ts';

/** After this many events in a row that were no answer, the next one ends the session. */
export const MOST_MISSES = 2;
/** Seconds of quiet that a reprompt resumes at most. Amazon allows a reprompt 90 s of audio in all. */
const LONGEST_SILENT = 50;
/** Seconds of quiet below which a reprompt does not resume the quiet, and only asks the question. */
const SHORTEST_SILENT = 5;

/**
 * Begins an exercise with its first step.
 *
 * @param lead - what is said before it
 */
export function begin(state: State, wish: Wish, context: Context, lead: readonly Act[] = []): Draft {
  const { exercise, depth, theme } = wish;
  const { next } = state.household;
  const started: ExerciseState = {
    ...state,
    wish: null,
    own: null,
    session: 'open',
    household: {
      ...state.household,
      settings: settingsAfter(wish, state.household),
    },
    stack: {
      exercise: {
        place: {
          exercise,
          minutes: minutesOf(state, wish),
          first: wish.first ?? next,
          depth,
          theme,
          agreed: false,
          step: '',
          from: '',
          question: wish.own ? OWN : null,
          round: 0,
          began: context.now,
          touched: context.now,
        },
        phase: IN_STEP,
        suspended: null,
      },
      dialogs: [],
    },
  };
  return goThrough(started, 0, context, { lead });
}

/**
 * The lengths that are remembered once they begin. The first one they choose is their usual one, and after that one that
 * they choose twice in a row: a short night does not become the rule. An exercise with a usual length of its own changes
 * nothing.
 */
function settingsAfter({ exercise, minutes }: Wish, { settings, counts }: Household): Household['settings'] {
  if (exercises[exercise].usual !== undefined) return settings;
  const { once, ...usual } = settings;
  if (minutes === null || minutes === settings.minutes) return usual;
  return counts.finished === 0 || minutes === once ? { ...usual, minutes } : { ...usual, once: minutes };
}

/** The length of the exercise they ask for: the one they said, otherwise the usual one. */
export function minutesOf({ household }: State, { exercise, minutes }: Wish): Minutes {
  return nearestLength(exercise, minutes ?? exercises[exercise].usual ?? household.settings.minutes);
}

/** A wish for an exercise that leaves everything else to the skill. */
export function wishFor(exercise: ExerciseId): Wish {
  return { exercise, minutes: null, depth: null, theme: null, first: null };
}

/** The exercise that "start" means: the one they asked for before, otherwise a check-in. */
export function wished({ wish }: State): Wish {
  return wish ?? wishFor('check-in');
}

/**
 * The state with its exercise suspended where it was interrupted. The same state if there is none, or it is suspended
 * already.
 */
export function suspended(state: State, context: Context): State {
  if (!hasExercise(state) || state.stack.exercise.suspended !== null) return state;
  const { playing } = context;
  const heard = atStepHeard(state, context);
  return withFrame(heard, {
    suspended:
      playing === null || playing.over ? { on: 'question' } : { on: 'quiet', left: playing.quietLeft },
  });
}

/** Resumes the exercise where it was suspended. All dialogs above it are over. */
export function resume(state: ExerciseState, context: Context, lead: readonly Act[]): Draft {
  const { place, phase, suspended } = state.stack.exercise;
  const onTop = resumed(state);
  const asked = questionAgain(onTop);
  switch (suspended?.on) {
    case undefined:
    case 'question':
      if (asked.length > 0) return { state: onTop, acts: [...lead, ...asked] };
      return fromItsStep(onTop, context, lead, null);
    case 'quiet':
      // This was extra quiet before the question whether they are ready, so the step has not begun yet.
      if (phase.at === 'awaiting-ready')
        return {
          state: onTop,
          acts: [...lead, mark(place.step), ...(suspended.left > 0 ? [hold(suspended.left)] : []), ...asked],
        };
      return fromItsStep(onTop, context, lead, suspended.left);
    case 'step':
      return phase.at === 'step' ? leftOver(onTop, context, lead) : fromItsStep(onTop, context, lead, null);
  }
}

/** Resumes a step that another session began: if it was a turn, it asks whether something is left to say. */
function leftOver(state: ExerciseState, context: Context, lead: readonly Act[]): Draft {
  const { step, kind } = stepAt(state.stack.exercise.place);
  if (kind.leftOver === undefined) return fromItsStep(state, context, lead, null);
  const rest = { seconds: kind.leftOver(step), why: 'left' } as const;
  return fromItsStep(withFrame(state, { rest }), context, lead, 0);
}

/** The state with its exercise on top of the stack, and no dialogs. */
function resumed(state: ExerciseState): ExerciseState {
  const { exercise } = state.stack;
  return {
    ...state,
    wish: null,
    session: 'open',
    stack: { exercise: { ...exercise, suspended: null }, dialogs: [] },
  };
}

/** Goes on from the step at the place. `left` is the quiet that is left of it, in seconds; null for all of it. */
function fromItsStep(
  state: ExerciseState,
  context: Context,
  lead: readonly Act[],
  left: number | null,
): Draft {
  const current = agreedToday(state, context);
  return goThrough(current, stepAt(current.stack.exercise.place).index, context, { lead, left });
}

/**
 * The state without the yes to the deepest questions, if it was given on another day. Both partners are asked again
 * before such a question; in the turn of the second one it was heard before.
 */
function agreedToday(state: ExerciseState, context: Context): ExerciseState {
  const { place } = state.stack.exercise;
  if (dayIn(place.touched, context.zone) === today(context)) return state;
  const { step, steps } = stepAt(place);
  const isBefore = step.kind === 'deepest' || (step.kind === 'question' && !step.second && place.agreed);
  const first = isBefore ? steps.find((one) => one.kind === 'deepest' && one.round === step.round) : step;
  return withPlace(state, { agreed: false, step: (first ?? step).id });
}

/** The reprompt that resumes the exercise if nobody answers the dialog above it. Null if its step has no question. */
export function resumeSilently(state: ExerciseState, lead: readonly Act[]): SilentReply | null {
  const { suspended } = state.stack.exercise;
  const onTop = resumed(state);
  const question = questionAgain(onTop);
  if (question.length === 0) return null;
  const left = suspended?.on === 'quiet' ? Math.min(suspended.left, LONGEST_SILENT) : 0;
  const quiet =
    left < SHORTEST_SILENT ? [] : [say(line('carry-on.go')), ...question.slice(0, -1), hold(left), chime];
  return { acts: [...lead, ...quiet, ...question], stack: onTop.stack };
}

/** Asks in other words what the exercise asked last. Empty if its step has no question. */
export function questionAgain(state: ExerciseState): Act[] {
  const { place, phase } = state.stack.exercise;
  const { step, kind } = stepAt(place);
  if (phase.at === 'awaiting-ready') return [mark(step.id), ask(line('ready.again'))];
  return kind.question ? [mark(step.id), kind.question(step, state, true)] : [];
}

/**
 * Goes on with the last reply after an interruption that changed nothing: with the rest of the quiet and everything
 * after it, or with the question alone if it had been asked.
 *
 * @param again - true to say the words of the step as they were said the first time
 */
export function goOn(state: ExerciseState, context: Context, lead: readonly Act[], again = false): Draft {
  const { playing } = context;
  const { place, phase } = state.stack.exercise;
  if (playing === null || playing.over || playing.step === null)
    return { state, acts: [...lead, ...questionAgain(state)] };
  // This was extra quiet before the question whether they are ready. Its rest follows, and the question again.
  if (phase.at === 'awaiting-ready' && place.step === playing.step)
    return {
      state,
      acts: [...lead, mark(playing.step), hold(Math.max(playing.quietLeft, 1)), ...questionAgain(state)],
    };
  const heard = atStepHeard(state, context);
  const replayed = goThrough(heard, stepAt(heard.stack.exercise.place).index, context, {
    lead,
    left: playing.quietLeft,
    again,
    until: phase.at === 'awaiting-ready' ? place.step : undefined,
  });
  // The state is the same, so that nothing has to be saved, unless the reply became too long and ends with another
  // question.
  const exercise = replayed.state.stack.exercise;
  const same =
    exercise?.phase.at === phase.at &&
    exercise.place.step === place.step &&
    exercise.place.question === place.question;
  return { ...replayed, state: same ? state : replayed.state };
}

/** Says again what was said last. Nothing is chosen or counted again. */
export function sayAgain(state: ExerciseState, context: Context, first: readonly Act[]): Draft {
  const { playing } = context;
  const lead = [...first, ...answeredQuestion(atStepHeard(state, context))];
  if (playing !== null && !playing.over) return goOn(state, context, lead, true);
  const { place, phase } = state.stack.exercise;
  const { step, kind } = stepAt(place);
  if (phase.at === 'awaiting-ready') return { state, acts: [...lead, readyQuestion(step, kind, state)] };
  const prompt = kind.prompt?.(step, state) ?? kind.enter(step, state, 0);
  return { state, acts: [...lead, ...prompt, ...questionAgain(state)] };
}

/** The question that was answered in the turn before, if this step is the answer to that. */
function answeredQuestion(state: ExerciseState): Act[] {
  const { step, steps, index } = stepAt(state.stack.exercise.place);
  if (step.kind !== 'prompt' || (step.topic !== 'reply' && step.topic !== 'thank')) return [];
  const asked = steps.slice(0, index).findLast(({ kind }) => kind === 'question');
  return asked === undefined ? [] : [say(kindOf(asked).where(asked, state))];
}

/** The state if they leave: they have finished an exercise at its close, and one that fades once its first part is over. */
export function finishedIfLeft(state: ExerciseState, context: Context): State {
  const last = stepAt(state.stack.exercise.place).steps.at(-1);
  if (last === undefined || !hasFaded(state, context)) return finishedAtTheClose(state, context);
  return finished(kindOf(last).finish?.(last, state, context) ?? state);
}

/**
 * The state if they leave when they are asked whether they are ready for the close: they have finished the exercise.
 */
function finishedAtTheClose(state: ExerciseState, context: Context): State {
  const { phase, place } = state.stack.exercise;
  const { step, kind } = stepAt(place);
  if (phase.at !== 'awaiting-ready' || kind.finish === undefined) return state;
  return finished(kind.finish(step, state, context));
}

/** Whether it is an exercise that may end anywhere after its first part, and that part is over. */
function hasFaded(state: ExerciseState, { playing }: Context): boolean {
  const { phase, place } = state.stack.exercise;
  const { step, kind, index, steps } = stepAt(place);
  if (exercises[place.exercise].fades !== true || index === 0) return false;
  const over = kind.question !== undefined && quietOf(step) > 0 && (playing === null || playing.over);
  return (over && phase.at === 'step') || step.part !== steps[1]?.part;
}

/**
 * Ends the session after too many events that were no answer: says that it waits, and how to come back. Nothing moves
 * on, and the place is kept.
 *
 * @param lead - what is said first, such as that nothing was deleted
 */
export function waitElsewhere(state: State, context: Context, lead: readonly Act[]): Draft {
  const left = isRunning(state) ? finishedAtTheClose(atStepHeard(state, context), context) : state;
  const kept = hasExercise(left) && isKept(left);
  // An exercise that was left in another session goes on where it did then.
  const wasHere = hasExercise(left) && left.stack.exercise.suspended?.on !== 'step';
  const here = wasHere ? withPlace(left, { from: left.stack.exercise.place.step }) : left;
  return {
    state: { ...here, session: 'ended', stack: { ...here.stack, dialogs: [] } },
    acts: [...lead, say(line(kept ? 'unclear.kept' : 'unclear.close'))],
    missed: true,
  };
}

/**
 * The state at the beginning of a session. The place of an unfinished exercise is moved to the step with which to
 * resume.
 *
 * @param kept - what is stored of the couple; null if nothing is
 * @param now - milliseconds since 1970; it decides whether saving is still off
 * @param heard - the id of the step that was playing when the last session was interrupted; null if that is not known
 */
export function openSession(kept: Kept | null, now: number, heard: string | null = null): State {
  const fresh = newState(kept);
  const { unsavedUntil } = fresh.household;
  const state: State =
    unsavedUntil !== null && now < unsavedUntil
      ? { ...fresh, keeping: false, savingOff: keptOf(fresh) }
      : fresh;
  if (!hasExercise(state)) return state;
  const { place, phase } = state.stack.exercise;
  const last = heard === null ? place : { ...place, from: heard };
  return withFrame(state, {
    place: resumeFrom(last),
    phase: hasBegun(last) ? phase : { at: 'awaiting-ready' },
  });
}

/**
 * Whether they have begun the step with which to resume: not if they were only asked whether they are ready for it, if
 * they did not come further than the arrival, or if a later release has removed the step.
 */
function hasBegun(place: Place): boolean {
  const { step } = stepAt({ ...place, step: place.from });
  if (step.id !== place.from || step.kind === 'arrive') return false;
  return !(place.waiting === true && place.from === place.step);
}

/**
 * The place with which to resume if it is not known how much of the last reply was heard: its first step. If that is
 * the arrival, the step after it.
 */
function resumeFrom(place: Place): Place {
  const { steps, index, step } = stepAt({ ...place, step: place.from });
  const target = step.kind === 'arrive' ? (steps[index + 1] ?? step) : step;
  return { ...place, step: target.id, from: target.id };
}
