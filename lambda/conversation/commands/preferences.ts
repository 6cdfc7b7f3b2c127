/** Commands for preferences: how deep, about what, who starts, and what is left to the skill. */
import { pause } from '../dialogs/paused.ts';
import { dialogOf, isAboutExercise, isChoosing, onlyBegins, wishHere } from '../dialogs/registry.ts';
import { exercises, nearestLength, stepsOf } from '../exercise/catalogue/catalogue.ts';
import { named } from '../exercise/catalogue/exercise.ts';
import { depthOf, lighterOf } from '../exercise/choosing/depth.ts';
import { leastTried } from '../exercise/choosing/least-tried.ts';
import { wishFor } from '../exercise/lifecycle.ts';
import { hasQuestionAhead, withPreference } from '../exercise/preference.ts';
import { stepAt } from '../exercise/sequencer.ts';
import { type Act, line, say } from '../model/act.ts';
import type { Context } from '../model/context.ts';
import type { Wish } from '../model/dialog-state.ts';
import type { Choice, DepthWord, Event } from '../model/event.ts';
import { bothAgreed, type Partner, type Place } from '../model/household.ts';
import type { LineKey } from '../model/lines.ts';
import type { Outcome } from '../model/outcome.ts';
import { called } from '../model/partner-names.ts';
import {
  asked,
  atStepHeard,
  changeHousehold,
  type ExerciseState,
  hasExercise,
  isRunning,
  type State,
  withFrame,
} from '../model/state.ts';
import type { Step } from '../model/step.ts';
import { choose } from './choose.ts';
import type { Anywhere } from './command.ts';
import { longPause } from './ending.ts';
import { partnerOf } from './starter.ts';

/**
 * Whether what they ask for can be had in the exercise under way: a depth, a theme, or "a light question" where one is
 * still to come. Just "a question" asks for that exercise.
 */
export function isPreference({ state, context }: Anywhere, event: Event<'choose'>): boolean {
  const { exercise, minutes, depth, theme } = event;
  if (minutes !== null || !isRunning(state)) return false;
  if (exercise === null) return true;
  // With others in the room, what is theirs alone does not go on.
  const isAbout = (depth !== undefined && depth !== 'company') || theme !== undefined;
  return exercise === 'questions' && isAbout && hasQuestionAhead(state, context);
}

/** There is nothing lighter or deeper in the exercise under way: they hear how to leave it. */
const NOT_HERE: Outcome = { go: 'stay', lead: [say(line('menu.later'))] };

/** Whether no question is still to come in the exercise under way, so that a depth would change nothing. */
function isWithoutQuestion({ state, context }: Anywhere): boolean {
  return isRunning(state) && !hasQuestionAhead(state, context);
}

/** A depth or a theme that is said in the middle of an exercise. It holds from the next question on. */
export function prefer({ state, context }: Anywhere, { depth, theme }: Event<'choose'>): Outcome {
  if (!isRunning(state) || (!hasQuestionAhead(state, context) && depth !== 'company')) return NOT_HERE;
  const change: Partial<Place> = {
    ...(depth === undefined ? {} : { depth: depthOf(depth) }),
    ...(theme === undefined ? {} : { theme }),
  };
  const lead = say(line(depth === undefined ? 'choose.noted' : keyOf(depth)));
  return { go: 'stay', state: withPreference(state, context, change), lead: [lead] };
}

/** Whether a preference is meant for an exercise: one that is on top, or one beneath the dialog on top. */
function isWaiting(state: State): state is ExerciseState {
  return isRunning(state) || isAboutExercise(state);
}

/** The key of the line that confirms a depth. */
function keyOf(depth: DepthWord): LineKey & `choose.${'light' | 'deeper' | 'deepest' | 'company'}` {
  if (depth === 'company') return 'choose.company';
  return `choose.${depthOf(depth)}`;
}

/** "Lighter", "something deep", "she wants light, I want deep": sets the depth. */
export function chooseDepth({ state, context }: Anywhere, event: Event<'depth'>): Outcome {
  const depth = lighterOf(event.depth, event.other);
  const differ = event.other !== undefined && event.other !== event.depth;
  const lead = [say(line(differ ? 'choose.lighter-of-two' : keyOf(depth)))];
  const change = { depth: depthOf(depth) };
  if (
    event.depth === 'company' &&
    hasExercise(state) &&
    !exercises[state.stack.exercise.place.exercise].forCompany
  ) {
    // What is theirs alone waits until the others are gone.
    const isOpen = state.session === 'open';
    if (isRunning(state)) return pause({ state, context });
    if (isOpen) return longPause({ state, context });
    return { go: 'wish', wish: LIGHT, sure: true, lead: [say(line('choose.over-place'))] };
  }
  // Whoever wants something lighter has enough of this one.
  if (isWithoutQuestion({ state, context }) && event.depth !== 'company')
    return depthOf(depth) === 'light'
      ? { go: 'ask', dialog: { id: 'hard-moment', part: 'instead' } }
      : NOT_HERE;
  if (isWaiting(state)) return { go: 'stay', state: withPreference(state, context, change), lead };
  // With others in the room it is questions, and nothing that asks for more.
  if (event.depth === 'company') return forCompany(state, lead);
  return wishing(state, change, lead);
}

/** What can be done with others in the room. */
const LIGHT: Wish = { ...wishFor('questions'), depth: 'light' };

/** "People are here": light questions, unless they asked for an exercise. */
function forCompany(state: State, lead: Act[]): Outcome {
  const wish: Wish = { ...(state.wish ?? LIGHT), depth: 'light' };
  if (state.session === 'open') return { go: 'stay', state: { ...state, wish }, lead, words: 'question' };
  return { go: 'wish', wish, lead };
}

/** "Bo starts", "the other one first": sets who starts, or asks who that is. */
export function chooseFirst({ state, context }: Anywhere, event: Event<'first'>): Outcome {
  const { next } = state.household;
  const planned = isRunning(state) ? state.stack.exercise.place.first : (wishHere(state).first ?? next);
  const first = partnerOf(event.who, state, planned);
  const aside = isAboutExercise(state);
  // The dialog listens for a name, so that they can answer with a name alone.
  if (event.who === null && onlyBegins(state) && !aside)
    return { go: 'ask', dialog: { id: 'who-starts', wish: wishHere(state) }, words: 'question' };
  if (first === null) return { go: 'stay', lead: [say(line('choose.first-how'))], words: 'question' };
  if (aside) return { go: 'stay', lead: [say(line('choose.first-later'))] };
  const lead = [say(line('choose.first', { name: called(state, first) }))];
  if (!isRunning(state)) return wishing(state, { first }, lead);
  // In the middle of the first turn the other one can still begin. At its end, "Bo starts" is what comes next anyway.
  const turn = context.playing?.over === false ? firstTurn(state, context) : null;
  if (turn !== null && first !== planned) return { go: 'resume', state: begunBy(first, state, turn), lead };
  const { step } = stepAt(atStepHeard(state, context).stack.exercise.place);
  if (step.kind !== 'arrive' && step.kind !== 'agree' && step.kind !== 'direction')
    return { go: 'stay', lead: [say(line('choose.first-later'))] };
  return { go: 'stay', state: withPreference(state, context, { first }), lead };
}

/** The index of the step they are in, if it is the first turn of the exercise; null if it is not. */
function firstTurn(state: ExerciseState, context: Context): number | null {
  const { step, steps, index } = stepAt(atStepHeard(state, context).stack.exercise.place);
  return isTurn(step) && !steps.slice(0, index).some(isTurn) ? index : null;
}

/** Whether it is time for one of the two to speak. */
function isTurn(step: Step): boolean {
  return 'who' in step && step.who !== null && 'seconds' in step;
}

/** The state in which the first turn is that of the other partner, and has not begun. */
function begunBy(first: Partner, state: ExerciseState, turn: number): State {
  const { place } = state.stack.exercise;
  const { id } = stepsOf({ ...place, first })[turn] ?? { id: place.step };
  return withFrame(state, {
    place: { ...place, first, step: id, from: id },
    phase: { at: 'awaiting-ready' },
    suspended: { on: 'step' },
  });
}

/** What each choice that is left to the skill changes in the wish; null for the choice of the exercise. */
const LEFT_OPEN: Readonly<Record<Choice, Partial<Wish> | null>> = {
  exercise: null,
  length: { minutes: null },
  depth: { depth: null },
  theme: { theme: null },
  first: { first: null },
};

/** "You choose": chooses an exercise of the practice they have tried least, or leaves something else to the skill. */
export function leaveChoice({ state, context }: Anywhere, { what }: Event<'you-choose'>): Outcome {
  const yours = [say(line('choose.yours'))];
  const open = what === null ? null : LEFT_OPEN[what];
  if (open !== null) {
    if (!isWaiting(state)) return wishing(state, open, yours);
    const { depth, theme } = open;
    const change = { ...(depth === undefined ? {} : { depth }), ...(theme === undefined ? {} : { theme }) };
    return { go: 'stay', state: withPreference(state, context, change), lead: yours };
  }
  if (isRunning(state)) return { go: 'stay', lead: yours };
  // If an exercise is unfinished, "whatever you like" is not a yes to leaving it.
  if (isOpenBeside(state)) return { go: 'miss' };
  const exercise = leastTried(state.household, context);
  const picked = say(line('choose.picked', { exercise: named(exercise) }));
  return { go: 'wish', wish: { ...wishHere(state), exercise, minutes: null }, lead: [picked] };
}

/** Whether an exercise is unfinished, and the question is not what to do. */
function isOpenBeside(state: State): boolean {
  return state.session === 'open' && hasExercise(state) && !isChoosing(state);
}

/** "Always ten minutes": makes it their usual length, and begins with it if they are asked how to begin. */
export function chooseUsual(here: Anywhere, { minutes: said }: Event<'usual'>): Outcome {
  const { state } = here;
  // "As always" begins, if they are asked whether to begin.
  if (said === null) return onlyBegins(state) ? { go: 'wish', wish: wishHere(state) } : { go: 'miss' };
  // Of two who are not remembered it is the length of this time.
  if (!bothAgreed(state.household)) return choose(here, { type: 'choose', exercise: null, minutes: said });
  const usual = wishHere(state);
  const minutes = nearestLength(
    exercises[usual.exercise].usual === undefined ? usual.exercise : 'check-in',
    said,
  );
  const next = changeHousehold(state, (household) => {
    const { once: _, ...settings } = household.settings;
    return { ...household, settings: { ...settings, minutes } };
  });
  const lead = [say(line('usual.set', { time: { seconds: minutes * 60 } }))];
  if (state.session !== 'open') return { go: 'end', state: next, lead };
  return onlyBegins(state) && !isAboutExercise(state)
    ? { go: 'wish', state: next, wish: { ...usual, minutes }, lead }
    : { go: 'stay', state: next, lead };
}

/** Remembers a preference until they begin. If a session begins with it, the exercise begins. */
function wishing(state: State, change: Partial<Wish>, lead: Act[]): Outcome {
  const wish = { ...wishHere(state), ...change };
  const top = asked(state);
  // It begins with what is asked about, not with what they asked for before.
  if (top !== null && 'wish' in top && top.wish !== undefined && dialogOf(top).wish !== undefined)
    return { go: 'ask', dialog: { ...top, wish }, lead, words: 'question' };
  if (state.session === 'open') return { go: 'stay', state: { ...state, wish }, lead, words: 'question' };
  const questions = change.depth !== undefined && state.wish === null;
  return { go: 'wish', wish: questions ? { ...wishFor('questions'), ...change } : wish };
}
