/** Commands about the exercise under way: where they are, and how much time is left. */
import { isSetAside, wishHere } from '../dialogs/registry.ts';
import { minutesOf } from '../exercise/lifecycle.ts';
import { kindOf, stepAt, stepSeconds } from '../exercise/sequencer.ts';
import { type Act, line, say } from '../model/act.ts';
import type { Context } from '../model/context.ts';
import type { Outcome } from '../model/outcome.ts';
import { called } from '../model/partner-names.ts';
import { atStepHeard, type ExerciseState, hasExercise, isRunning } from '../model/state.ts';
import { floorOf, type Step } from '../model/step.ts';
import type { Anywhere } from './command.ts';

/** The fewest seconds that are told of a turn, and of the whole exercise. */
const SHORTEST_TURN = 10;
const SHORTEST_WHOLE = 60;

/** "Where are we?": says it, and goes on. */
export function where({ state, context }: Anywhere): Outcome {
  if (!hasExercise(state)) return { go: 'stay', lead: [say(line('where.beginning'))] };
  return { go: 'stay', lead: whereIn(atStepHeard(state, context), context) };
}

/** What is said about the step they are in. */
function whereIn(state: ExerciseState, { playing }: Context): Act[] {
  const { place, phase } = state.stack.exercise;
  const { step, kind } = stepAt(place);
  if (!isRunning(state)) return [say(kind.where(step, state))];
  if (phase.at === 'awaiting-ready') return [say(line('where.between'))];
  // Going on says the question again, so it is not said here too.
  if (kind.saysMoreAgain && playing !== null && !playing.over) return [];
  return [say(kind.where(step, state))];
}

/** "How long left?": says it, and goes on. */
export function timeLeft({ state, context }: Anywhere): Outcome {
  if (isRunning(state) || isSetAside(state))
    return { go: 'stay', lead: leftOf(atStepHeard(state, context), context) };
  const seconds = minutesOf(state, wishHere(state)) * 60;
  return { go: 'stay', lead: [say(line('time-left.length', { time: { seconds } }))] };
}

/**
 * Says how much time is left of an exercise that is on top or suspended. Its steps may be estimated at more than the length
 * that was chosen. The whole is then told in proportion, so that it is never more than that length, unless they asked
 * for more time.
 */
function leftOf(state: ExerciseState, context: Context): Act[] {
  const { place, phase } = state.stack.exercise;
  const { steps, index, step } = stepAt(place);
  const here = quietLeft(state, context);
  const ahead = phase.at === 'awaiting-ready' ? index : index + 1;
  const secondsOf = (some: readonly Step[]): number =>
    some
      .filter((next) => !kindOf(next).skipped?.(next, state, context))
      .reduce((sum, next) => sum + stepSeconds(next, state), 0);
  const share = Math.min(1, (place.minutes * 60) / secondsOf(steps));
  const left = Math.floor(share * (secondsOf(steps.slice(ahead)) + (here ?? 0)));
  const whole = say(
    line('time-left.whole', { time: { seconds: Math.max(SHORTEST_WHOLE, left, here ?? 0) } }),
  );
  const floor = floorOf(step);
  if (here === null || floor === null) return [whole];
  const time = { seconds: Math.max(SHORTEST_TURN, here) };
  return [say(line('time-left.turn', { name: called(state, floor), time })), whole];
}

/** Seconds of quiet that are left in the present step; null if all of it was heard. */
function quietLeft({ stack }: ExerciseState, { playing }: Context): number | null {
  const { suspended } = stack.exercise;
  if (suspended !== null) return suspended.on === 'quiet' ? suspended.left : null;
  return playing === null || playing.over ? null : playing.quietLeft;
}
