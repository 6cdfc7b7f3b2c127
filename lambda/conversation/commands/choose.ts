/** Commands that choose an exercise. */
import { onlyBegins, wishHere } from '../dialogs/registry.ts';
import { hasShorterForm, isLocked, nearestLength } from '../exercise/catalogue/catalogue.ts';
import { depthOf } from '../exercise/choosing/depth.ts';
import { minutesOf } from '../exercise/lifecycle.ts';
import { line, say } from '../model/act.ts';
import type { Wish } from '../model/dialog-state.ts';
import type { Event } from '../model/event.ts';
import type { Outcome } from '../model/outcome.ts';
import { isOwn } from '../model/own-question.ts';
import { hasExercise, isRunning, type State } from '../model/state.ts';
import type { Anywhere } from './command.ts';
import { tellAndOffer } from './learn.ts';
import { shorter } from './shorter.ts';
import { partnerOf } from './starter.ts';

/** "Ten minutes", "just listening", "a light question about appreciation": asks for that exercise. */
export function choose(here: Anywhere, event: Event<'choose'>): Outcome {
  const { state } = here;
  const { minutes } = event;
  if (event.exercise === null && minutes !== null && isRunning(state)) {
    const { place } = state.stack.exercise;
    if (hasShorterForm(place, minutes)) return shorter(here, minutes);
  }
  const usual = wishHere(state);
  const about = event.theme !== undefined || event.depth !== undefined;
  const exercise = event.exercise ?? (about && event.minutes === null ? 'questions' : usual.exercise);
  if (isLocked(exercise, state.household))
    return tellAndOffer(here, [say(line('choose.not-yet'))], 'listening');
  const starter =
    event.first === undefined
      ? usual.first
      : partnerOf(event.first, state, usual.first ?? state.household.next);
  const wish: Wish = {
    exercise,
    minutes: event.minutes === null ? usual.minutes : nearestLength(exercise, event.minutes),
    depth: event.depth === undefined ? usual.depth : depthOf(event.depth),
    theme: event.theme ?? usual.theme,
    first: starter,
  };
  if (event.first !== undefined && starter === null && onlyBegins(state))
    return { go: 'ask', dialog: { id: 'who-starts', wish }, words: 'question' };
  const outcome: Outcome = { go: 'wish', wish, ...(winsOverPlace(state, event, wish) ? OVER_PLACE : {}) };
  if (event.minutes === null || event.minutes === wish.minutes) return outcome;
  const time = { seconds: minutesOf(state, wish) * 60 };
  return { ...outcome, notice: say(line('choose.nearest', { time })) };
}

/** It begins at once, and says that the place is given up. */
const OVER_PLACE = { sure: true, lead: [say(line('choose.over-place'))] } as const;

/** Whether a session begins with an exercise that they named, while another one is unfinished. */
function winsOverPlace(state: State, { exercise, depth, theme }: Event<'choose'>, wish: Wish): boolean {
  if (state.session === 'open' || !hasExercise(state)) return false;
  const isNamed = exercise !== null || depth !== undefined || theme !== undefined;
  return isNamed && wish.exercise !== state.stack.exercise.place.exercise;
}

/** The wish for the exercise under way, to begin it again. Without one, what "start" means. */
export function sameAgain(state: State): Wish {
  if (!hasExercise(state)) return wishHere(state);
  const { exercise, minutes, depth, theme, first, question } = state.stack.exercise.place;
  return { exercise, minutes, depth, theme, first, ...(isOwn(question) ? { own: true } : {}) };
}
