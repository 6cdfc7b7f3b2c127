/** The catalogue of exercises, and their steps. */
import type { ExerciseId } from '../../model/exercise-id.ts';
import type { Household, Minutes, Place } from '../../model/household.ts';
import type { Step } from '../../model/step.ts';
import { appreciation } from './appreciation.ts';
import { checkIn } from './check-in.ts';
import type { Exercise } from './exercise.ts';
import { goodNews } from './good-news.ts';
import { listening } from './listening.ts';
import { openness } from './openness.ts';
import { play } from './play.ts';
import { questions } from './questions.ts';
import { selfCheck } from './self-check.ts';
import { smallThing } from './small-thing.ts';
import { together } from './together.ts';
import { validation } from './validation.ts';
import { weekly } from './weekly.ts';

/** All exercises by id. A new id in model/exercise-id.ts does not compile without its exercise here. */
export const exercises: Readonly<Record<ExerciseId, Exercise>> = {
  'check-in': checkIn,
  listening,
  questions,
  openness,
  together,
  validation,
  appreciation,
  'good-news': goodNews,
  weekly,
  'small-thing': smallThing,
  play,
  'self-check': selfCheck,
};

/** Whether an exercise is not open yet to a couple, because they have practiced too little for it. */
export function isLocked(exercise: ExerciseId, { tried }: Household): boolean {
  const { opensAfter } = exercises[exercise];
  return opensAfter !== undefined && tried[opensAfter.practice] < opensAfter.times;
}

/** The length, among those that an exercise has, that is nearest to these minutes. */
export function nearestLength(exercise: ExerciseId, minutes: number): Minutes {
  const { lengths } = exercises[exercise];
  return lengths.reduce((best, length) =>
    Math.abs(length - minutes) < Math.abs(best - minutes) ? length : best,
  );
}

/** Whether an exercise has a form of this length, in minutes, that is shorter than the one at a place. */
export function hasShorterForm({ exercise, minutes }: Place, length: number): length is Minutes {
  return length < minutes && exercises[exercise].lengths.some((one) => one === length);
}

/** Lists of steps that were made before. They are always the same, and one reply needs them often. */
const made = new Map<string, readonly Step[]>();

/** The steps of an exercise of this length, with this partner first. */
export function stepsOf({
  exercise,
  minutes,
  first,
}: Pick<Place, 'exercise' | 'minutes' | 'first'>): readonly Step[] {
  const key = `${exercise} ${minutes} ${first}`;
  const steps = made.get(key) ?? exercises[exercise].steps({ minutes, first });
  made.set(key, steps);
  return steps;
}

/**
 * The index of the step with an id. It is 0 if there is none, so that a stored place whose step was removed by a later
 * release leads to the beginning of the exercise.
 */
export function indexOf(steps: readonly Step[], id: string): number {
  let index = steps.length - 1;
  while (index > 0 && steps[index]?.id !== id) index -= 1;
  return index;
}
