/** An exercise under way: beginning it, setting it aside, taking it up again, asking its question again. */
import { type Act, ask, chime, hold, line, mark, say } from '../model/act.ts';
import { dayIn, today } from '../model/calendar.ts';
import type { Context } from '../model/context.ts';
import type { Wish } from '../model/dialog-state.ts';
import type { ExerciseId } from '../model/exercise-id.ts';
import type { Kept, Minutes, Place } from '../model/household.ts';
import type { SilentReply } from '../model/reply.ts';
import {
  atStepHeard,
  type ExerciseState,
  hasExercise,
  IN_STEP,
  keptOf,
  newState,
  type State,
  withFrame,
  withPlace,
} from '../model/state.ts';
import { exercises, nearestLength } from './catalogue/catalogue.ts';
import { type Draft, finished, goThrough, stepAt } from './sequencer.ts';

/** In a reprompt no more quiet than this is given back, in seconds: Amazon allows it 90 in all. */
const LONGEST_SILENT = 50;
/** Less quiet than this is not worth giving back in a reprompt, in seconds. */
const SHORTEST_SILENT = 5;

/** Begins an exercise from its first step. */
export function begin(state: State, wish: Wish, context: Context, lead: readonly Act[] = []): Draft {
  const { exercise, depth, theme } = wish;
  const { settings, next } = state.household;
  // The length they chose is remembered, except for exercises that have a usual one of their own.
  const chosen = wish.minutes !== null && exercises[exercise].usual === undefined;
  const started: ExerciseState = {
    ...state,
    wish: null,
    session: 'open',
    household: {
      ...state.household,
      settings: chosen ? { ...settings, minutes: wish.minutes ?? settings.minutes } : settings,
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
          question: null,
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

/** How long what they wish for takes: as they said, otherwise as usual. */
export function minutesOf({ household }: State, { exercise, minutes }: Wish): Minutes {
  return nearestLength(exercise, minutes ?? exercises[exercise].usual ?? household.settings.minutes);
}

/** An exercise as it comes, with nothing else said. */
export function wishFor(exercise: ExerciseId): Wish {
  return { exercise, minutes: null, depth: null, theme: null, first: null };
}

/** What "start" means if nothing more was said: what they wished for before, or a check-in. */
export function wished({ wish }: State): Wish {
  return wish ?? wishFor('check-in');
}

/** The state with its exercise set aside where it was interrupted; `state` if it was set aside before. */
export function suspended(state: State, context: Context): State {
  if (!hasExercise(state) || state.stack.exercise.suspended !== null) return state;
  const { playing } = context;
  const heard = atStepHeard(state, context);
  return withFrame(heard, {
    suspended:
      playing === null || playing.over ? { on: 'question' } : { on: 'quiet', left: playing.quietLeft },
  });
}

/** Takes the exercise up again where it was set aside; all that was asked above it is over. */
export function resume(state: ExerciseState, context: Context, lead: readonly Act[]): Draft {
  const { suspended } = state.stack.exercise;
  const { place, phase } = state.stack.exercise;
  const onTop = resumed(state);
  const asked = questionAgain(onTop);
  switch (suspended?.on) {
    case undefined:
    case 'question':
      if (asked.length > 0) return { state: onTop, acts: [...lead, ...asked] };
      return fromItsStep(onTop, context, lead, null);
    case 'quiet':
      // Extra quiet before the question whether they are ready: the step has not begun yet.
      if (phase.at === 'awaiting-ready')
        return { state: onTop, acts: [...lead, mark(place.step), hold(suspended.left), ...asked] };
      return fromItsStep(onTop, context, lead, suspended.left);
    case 'step':
      return fromItsStep(onTop, context, lead, null);
  }
}

function resumed(state: ExerciseState): ExerciseState {
  const { exercise } = state.stack;
  return {
    ...state,
    wish: null,
    session: 'open',
    stack: { exercise: { ...exercise, suspended: null }, dialogs: [] },
  };
}

function fromItsStep(
  state: ExerciseState,
  context: Context,
  lead: readonly Act[],
  left: number | null,
): Draft {
  const current = agreedToday(state, context);
  return goThrough(current, stepAt(current.stack.exercise.place).index, context, { lead, left });
}

/** A yes to the deepest questions holds for the day on which it was said: on another both are asked again. */
function agreedToday(state: ExerciseState, context: Context): ExerciseState {
  const { place } = state.stack.exercise;
  if (dayIn(place.touched, context.zone) === today(context)) return state;
  const { step, steps } = stepAt(place);
  const first =
    step.kind === 'deepest' ? steps.find((one) => one.kind === 'deepest' && one.round === step.round) : step;
  return withPlace(state, { agreed: false, step: first?.id ?? place.step });
}

/** What is heard in a reprompt if nobody answered what was asked above the exercise: it goes on. Null if it cannot. */
export function resumeSilently(state: ExerciseState, lead: readonly Act[]): SilentReply | null {
  const { suspended } = state.stack.exercise;
  const { stack } = resumed(state);
  const question = questionAgain(resumed(state));
  if (question.length === 0) return null;
  const left = suspended?.on === 'quiet' ? Math.min(suspended.left, LONGEST_SILENT) : 0;
  const quiet =
    left < SHORTEST_SILENT ? [] : [say(line('carry-on.go')), ...question.slice(0, -1), hold(left), chime];
  return { acts: [...lead, ...quiet, ...question], stack };
}

/** Asks again what the exercise asked last, in other words, without saying the rest again. */
export function questionAgain(state: ExerciseState): Act[] {
  const { place, phase } = state.stack.exercise;
  const { step, kind } = stepAt(place);
  if (phase.at === 'awaiting-ready') return [mark(step.id), ask(line('ready.again'))];
  return kind.question ? [mark(step.id), kind.question(step, state, true)] : [];
}

/**
 * What is left of the last reply after an interruption that changed nothing: the rest of the quiet and all that
 * follows, or only the question if that was asked already. `again` says the words of the step as they were said first.
 */
export function goOn(state: ExerciseState, context: Context, lead: readonly Act[], again = false): Draft {
  const { playing } = context;
  const { place, phase } = state.stack.exercise;
  if (playing === null || playing.over || playing.step === null)
    return { state, acts: [...lead, ...questionAgain(state)] };
  // Extra quiet before the question whether they are ready: the rest of it, and that question again.
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
  // Nothing has changed, and so nothing has to be saved, unless the reply has grown too long.
  const exercise = replayed.state.stack.exercise;
  const same =
    exercise?.phase.at === phase.at &&
    exercise.place.step === place.step &&
    exercise.place.question === place.question;
  return { ...replayed, state: same ? state : replayed.state };
}

/** What was said last, said again. Nothing is done again. */
export function sayAgain(state: ExerciseState, context: Context, lead: readonly Act[]): Draft {
  const { playing } = context;
  if (playing !== null && !playing.over) return goOn(state, context, lead, true);
  const { place, phase } = state.stack.exercise;
  const { step, kind } = stepAt(place);
  if (phase.at === 'awaiting-ready') return { state, acts: [...lead, ask(kind.ready(step, state))] };
  return { state, acts: [...lead, ...kind.enter(step, state, 0), ...questionAgain(state)] };
}

/** Two who leave when it was asked whether to close have finished. */
export function finishedAtTheClose(state: ExerciseState, context: Context): State {
  const { phase, place } = state.stack.exercise;
  const { step, kind } = stepAt(place);
  if (phase.at !== 'awaiting-ready' || kind.finish === undefined) return state;
  return finished(kind.finish(step, state, context));
}

/**
 * The beginning of a session, for two people from the store: their exercise is moved to where it can be taken up.
 *
 * @param now - milliseconds since 1970: they may have asked not to save until later
 * @param heard - the step that was being heard when the last session broke off, if that is known
 */
export function openSession(kept: Kept | null, now: number, heard: string | null = null): State {
  const fresh = newState(kept);
  const { unsavedUntil } = fresh.household;
  const state: State =
    unsavedUntil !== null && now < unsavedUntil
      ? { ...fresh, keeping: false, savingOff: keptOf(fresh) }
      : fresh;
  if (!hasExercise(state)) return state;
  const { place } = state.stack.exercise;
  return withFrame(state, { place: resumeFrom(heard === null ? place : { ...place, from: heard }) });
}

/**
 * Where to go on when nobody knows how much of the last reply was heard: at its beginning. Arriving is not worth
 * coming back to: who had the floor is.
 */
function resumeFrom(place: Place): Place {
  const { steps, index, step } = stepAt({ ...place, step: place.from });
  const target = step.kind === 'arrive' ? (steps[index + 1] ?? step) : step;
  return { ...place, step: target.id, from: target.id };
}
