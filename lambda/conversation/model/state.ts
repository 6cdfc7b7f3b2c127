/** What the conversation remembers from one event to the next, as small plain JSON. */
import type { Context } from './context.ts';
import type { DialogState, Wish } from './dialog-state.ts';
import {
  type AppreciationKey,
  type Household,
  type Kept,
  newHousehold,
  type Partner,
  type Place,
  SCHEMA,
} from './household.ts';

export interface State {
  schema: typeof SCHEMA;
  /** Goes up with each accepted event. */
  counter: number;
  household: Household;
  /** `idle`: nothing was asked yet. `open`: the top of the stack was. `ended`: nothing is asked any more. */
  session: 'idle' | 'open' | 'ended';
  stack: Stack;
  /** False for two people who said no to keeping: nothing is saved then. */
  keeping: boolean;
  /** True while something that should be saved could not be. */
  unsaved: boolean;
  /** True once an exercise was under way in this session: only then may it say that none runs any more. */
  ownsExercise: boolean;
  /** How many times in a row nothing was understood. */
  unclear: number;
  wish: Wish | null;
  /** The appreciation kept last in this session, and whose it is: what "take that back" means. */
  last: (AppreciationKey & { from: Partner }) | null;
  /** What was kept when they asked not to save: it changes only if they change something on purpose. */
  savingOff: Kept | null;
}

/** What is under way: an exercise at the bottom, and above it what is asked outside of its steps, the last on top. */
export interface Stack {
  exercise: ExerciseFrame | null;
  dialogs: readonly DialogState[];
}

export interface ExerciseFrame {
  place: Place;
  phase: Phase;
  /** Null while the exercise is on top. */
  suspended: Suspended | null;
}

/** In a step, or at the door of one: asked whether they are ready for it. */
export type Phase =
  /** `tries`: how often its question was answered without moving on. */
  { at: 'step'; tries: number } | { at: 'awaiting-ready' };

/** How an exercise goes on that was set aside. */
export type Suspended =
  /** With the rest of the quiet of its step, in seconds. */
  | { on: 'quiet'; left: number }
  /** With the question that was asked last: all before it was heard. */
  | { on: 'question' }
  /** From the beginning of its step: it was left in another session. */
  | { on: 'step' };

/** A state with an exercise: its place is there. */
export type ExerciseState = State & { stack: { exercise: ExerciseFrame } };

export const IN_STEP: Phase = { at: 'step', tries: 0 };

/** A state in which nothing was asked yet, for two people as they are kept (null: nothing is). */
export function newState(kept: Kept | null): State {
  return {
    schema: SCHEMA,
    counter: 0,
    household: kept?.household ?? newHousehold(),
    session: 'idle',
    stack: {
      exercise: kept?.place ? { place: kept.place, phase: IN_STEP, suspended: { on: 'step' } } : null,
      dialogs: [],
    },
    keeping: true,
    unsaved: false,
    ownsExercise: false,
    unclear: 0,
    wish: null,
    last: null,
    savingOff: null,
  };
}

/** What would be kept of this state. */
export function keptOf({ household, stack: { exercise } }: State): Kept {
  return { household, place: exercise?.place ?? null };
}

/** Whether one of the exercise's own questions is what was asked last. */
export function isRunning(state: State): state is ExerciseState {
  const { session, stack } = state;
  return session === 'open' && stack.dialogs.length === 0 && stack.exercise !== null;
}

/** The dialog on top of the stack, if one is what was asked last. */
export function asked({ stack: { dialogs } }: State): DialogState | null {
  return dialogs.at(-1) ?? null;
}

/** The same state when this is what is kept now: what others changed is in it. */
export function withWhatIsKept(state: State, kept: Kept): State {
  if (state.savingOff !== null) return { ...state, savingOff: kept };
  const { exercise } = state.stack;
  const place = kept.place;
  const frame = place && (exercise ? { ...exercise, place } : newState(kept).stack.exercise);
  return { ...state, household: kept.household, stack: { ...state.stack, exercise: frame } };
}

/** The state without the dialog on top. */
export function withoutTop(state: State): State {
  return { ...state, stack: { ...state.stack, dialogs: state.stack.dialogs.slice(0, -1) } };
}

export function hasExercise(state: State): state is ExerciseState {
  return state.stack.exercise !== null;
}

/** The state with something changed in the frame of its exercise. */
export function withFrame(state: ExerciseState, change: Partial<ExerciseFrame>): ExerciseState {
  return { ...state, stack: { ...state.stack, exercise: { ...state.stack.exercise, ...change } } };
}

/** The state with something changed in the place of its exercise. */
export function withPlace(state: ExerciseState, change: Partial<Place>): ExerciseState {
  return withFrame(state, { place: { ...state.stack.exercise.place, ...change } });
}

/** Whether what happens is kept: both said yes to that, and nobody asked not to save. */
export function isKept({ keeping, household: { consent } }: State): boolean {
  return keeping && consent.a !== null && consent.b !== null;
}

/** Changes the household on purpose: while nothing is being saved, what was kept before is changed too. */
export function changeHousehold(state: State, change: (household: Household) => Household): State {
  const { savingOff } = state;
  return {
    ...state,
    household: change(state.household),
    savingOff: savingOff && { ...savingOff, household: change(savingOff.household) },
  };
}

/** From here on nothing is saved until this moment (ms since 1970), except for what they change on purpose. */
export function withoutSaving(state: State, unsavedUntil: number): State {
  const before = state.savingOff ?? keptOf(state);
  return {
    ...state,
    keeping: false,
    unsaved: false,
    household: { ...state.household, unsavedUntil },
    savingOff: { ...before, household: { ...before.household, unsavedUntil } },
  };
}

/** From here on everything is saved again: the place too, which has moved in the meantime. */
export function withSaving(state: State): State {
  return {
    ...state,
    keeping: true,
    unsaved: state.unsaved || state.savingOff !== null,
    household: { ...state.household, unsavedUntil: null },
    savingOff: null,
  };
}

/** The state with its exercise moved back to the step that was being heard: a reply may hold several. */
export function atStepHeard(state: ExerciseState, { playing }: Context): ExerciseState {
  if (!isRunning(state) || playing === null || playing.over || playing.step === null) return state;
  const { place } = state.stack.exercise;
  const { step } = playing;
  return place.step === step
    ? state
    : withFrame(state, { place: { ...place, step, from: step }, phase: IN_STEP });
}
