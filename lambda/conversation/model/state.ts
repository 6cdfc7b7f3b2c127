/**
 * The state of a conversation between two events. It is small plain JSON, because it travels in the session attributes.
 */
import type { Context } from './context.ts';
import type { DialogState, Wish } from './dialog-state.ts';
import {
  type AppreciationKey,
  type Household,
  type Kept,
  newHousehold,
  type Partner,
  type Place,
  type QuestionKey,
  SCHEMA,
} from './household.ts';

/** The state of a conversation. */
export interface State {
  schema: typeof SCHEMA;
  /** How many events were answered so far in this session. */
  counter: number;
  household: Household;
  /**
   * `idle`: nothing was asked yet. `open`: what is on top of the stack was asked. `ended`: nothing is asked any more.
   */
  session: 'idle' | 'open' | 'ended';
  stack: Stack;
  /** False if the couple wants nothing stored, in general or tonight. */
  keeping: boolean;
  /** True if the last attempt to save failed: the next reply saves. */
  unsaved: boolean;
  /**
   * True once an exercise was under way in this session. Only such a session may mark the exercise as not running any
   * more.
   */
  ownsExercise: boolean;
  /** How many events in a row were no answer to what was asked. */
  unclear: number;
  /** True if they asked for slower speech. It is remembered with the household. */
  slow: boolean;
  /** The exercise they asked for, until it begins; null if they asked for none. */
  wish: Wish | null;
  /** What was kept last in this session, and who said it, if that is known. It is what "take that back" means. */
  last: LastKept | null;
  /** The ids of the old appreciations that were read out last in this session. */
  reread: readonly string[];
  /** The question of their own that was asked last in this exercise; null if none was. */
  own: OwnAsked | null;
  /**
   * While they asked not to save: what was stored before that, with what they changed on purpose since. Null otherwise.
   */
  savingOff: Kept | null;
}

/** What was kept last, and who said it. */
export type LastKept = (AppreciationKey & { from: Partner }) | (QuestionKey & { from: Partner | null });

/** One of their own questions while it is asked. Its text is in the session alone. */
export interface OwnAsked {
  id: string;
  text: string;
  /** How many of the others were not asked yet in this exercise. */
  left: number;
  /** True if it was asked in another session, so that what the second partner is asked was not heard in this one. */
  unheard?: true | undefined;
}

/** What is under way: at most one exercise, and above it the dialogs. The last dialog is on top. */
export interface Stack {
  exercise: ExerciseFrame | null;
  dialogs: readonly DialogState[];
}

/** The exercise at the bottom of the stack. */
export interface ExerciseFrame {
  place: Place;
  phase: Phase;
  /** How it goes on once the dialogs above it are over; null while it is on top. */
  suspended: Suspended | null;
  /** The partner who got more time to talk than was planned; absent for none. */
  longer?: Partner | undefined;
  /** Time of its step that is offered first, instead of the step from its beginning; absent for none. */
  rest?: Rest | undefined;
}

/**
 * Seconds that are offered to the one who talks. `cut`: the step was shorter by that, because it began in a reprompt.
 * `left`: another session began the step, so that they may have said most of it.
 */
export interface Rest {
  seconds: number;
  why: 'cut' | 'left';
}

/** Whether the exercise is in its step, or has asked whether they are ready for that step. */
export type Phase =
  /** `tries`: how often the question of the step was answered without going on. */
  { at: 'step'; tries: number } | { at: 'awaiting-ready' };

/** How a suspended exercise goes on. */
export type Suspended =
  /** With the rest of the quiet of its step, which is this many seconds. */
  | { on: 'quiet'; left: number }
  /** With the question that was asked last. All before it was heard. */
  | { on: 'question' }
  /** From the beginning of its step, since it was left in another session. */
  | { on: 'step' };

/** A state that has an exercise on its stack. */
export type ExerciseState = State & { stack: { exercise: ExerciseFrame } };

/** The phase of an exercise that has just entered a step. */
export const IN_STEP: Phase = { at: 'step', tries: 0 };

/** The state before the first event of a session. `kept` is what is stored of the couple; null if nothing is. */
export function newState(kept: Kept | null): State {
  return {
    schema: SCHEMA,
    counter: 0,
    household: kept?.household ?? newHousehold(),
    session: 'idle',
    stack: {
      exercise: kept?.place ? leftAt(kept.place) : null,
      dialogs: [],
    },
    keeping: true,
    unsaved: false,
    ownsExercise: false,
    unclear: 0,
    slow: kept?.household.settings.slow === true,
    wish: null,
    last: null,
    reread: [],
    own: null,
    savingOff: null,
  };
}

/** The exercise that was left at a place, in another session. */
export function leftAt(place: Place): ExerciseFrame {
  return { place, phase: IN_STEP, suspended: { on: 'step' } };
}

/** What of this state is stored. */
export function keptOf({ household, stack: { exercise } }: State): Kept {
  return { household, place: exercise?.place ?? null };
}

/** Whether the exercise itself is on top of the stack, and its session is open. */
export function isRunning(state: State): state is ExerciseState {
  const { session, stack } = state;
  return session === 'open' && stack.dialogs.length === 0 && stack.exercise !== null;
}

/** The dialog on top of the stack; null if there is none. */
export function asked({ stack: { dialogs } }: State): DialogState | null {
  return dialogs.at(-1) ?? null;
}

/** The state with what is stored now, after the changes of another device were merged. */
export function withWhatIsKept(state: State, kept: Kept): State {
  if (state.savingOff !== null) return { ...state, savingOff: kept };
  const { exercise } = state.stack;
  const place = kept.place;
  const frame = place && (exercise ? { ...exercise, place } : newState(kept).stack.exercise);
  return { ...state, household: kept.household, stack: { ...state.stack, exercise: frame } };
}

/** The state without its top dialog. */
export function withoutTop(state: State): State {
  return { ...state, stack: { ...state.stack, dialogs: state.stack.dialogs.slice(0, -1) } };
}

/** The state without its exercise. */
export function withoutExercise(state: State): State {
  return { ...state, stack: { ...state.stack, exercise: null } };
}

/** Whether there is an exercise on the stack. */
export function hasExercise(state: State): state is ExerciseState {
  return state.stack.exercise !== null;
}

/** The state with nothing under way, and no place to come back to, not even where saving was stopped. */
export function withNothingUnderWay(state: State): State {
  const { savingOff } = state;
  return {
    ...state,
    wish: null,
    stack: { exercise: null, dialogs: [] },
    savingOff: savingOff && { ...savingOff, place: null },
  };
}

/** The state with some fields of its exercise frame changed. */
export function withFrame(state: ExerciseState, change: Partial<ExerciseFrame>): ExerciseState {
  return { ...state, stack: { ...state.stack, exercise: { ...state.stack.exercise, ...change } } };
}

/** The state with some fields of its place changed. */
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

/** The state at this pace of speech, which is remembered with the household. */
export function atPace(state: State, slow: boolean): State {
  return withSetting({ ...state, slow }, 'slow', slow);
}

/** The state with a wish that is remembered with the household, or without it. */
export function withSetting(state: State, wish: 'slow' | 'chimeless', on: boolean): State {
  return changeHousehold(state, (household) => {
    const { [wish]: _, ...settings } = household.settings;
    return { ...household, settings: on ? { ...settings, [wish]: on } : settings };
  });
}

/** Stops saving until a moment (milliseconds since 1970), except for what they change on purpose. */
export function withoutSaving(state: State, unsavedUntil: number): State {
  const before = state.savingOff ?? keptOf(state);
  return {
    ...state,
    keeping: false,
    unsaved: false,
    household: { ...state.household, unsavedUntil },
    // What they did tonight is not offered the next day.
    savingOff: { place: null, household: { ...before.household, unsavedUntil } },
  };
}

/** Saves everything again, and with it what has changed since saving was stopped. */
export function withSaving(state: State): State {
  return {
    ...state,
    keeping: true,
    unsaved: state.unsaved || state.savingOff !== null,
    household: { ...state.household, unsavedUntil: null },
    savingOff: null,
  };
}

/** The state with its place at the step that was playing at the event. A reply can contain several steps. */
export function atStepHeard(state: ExerciseState, { playing }: Context): ExerciseState {
  if (!isRunning(state) || playing === null || playing.over || playing.step === null) return state;
  const { place } = state.stack.exercise;
  const { step } = playing;
  return place.step === step
    ? state
    : withFrame(state, { place: { ...place, step, from: step }, phase: IN_STEP });
}
