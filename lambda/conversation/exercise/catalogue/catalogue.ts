import type { ExerciseId } from '../../model/exercise-id.ts';
import type { Minutes, Place } from '../../model/household.ts';
import type { Step } from '../../model/step.ts';
import { appreciation } from './appreciation.ts';
import { checkIn } from './check-in.ts';
import type { Exercise } from './exercise.ts';
import { goodNews } from './good-news.ts';
import { listening } from './listening.ts';
import { openness } from './openness.ts';
import { questions } from './questions.ts';
import { selfCheck } from './self-check.ts';
import { together } from './together.ts';
import { validation } from './validation.ts';
import { weekly } from './weekly.ts';

/** The exercises. Each id of the index (model/exercise-id.ts) has one: a new id does not compile without. */
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
  'self-check': selfCheck,
};

/** The length of an exercise that is nearest to the minutes that were asked for. */
export function nearestLength(exercise: ExerciseId, minutes: number): Minutes {
  const { lengths } = exercises[exercise];
  return lengths.reduce((best, length) =>
    Math.abs(length - minutes) < Math.abs(best - minutes) ? length : best,
  );
}

/** Lists that were made before: an exercise is the same every time, and one reply looks at it often. */
const made = new Map<string, readonly Step[]>();

/** The steps of the exercise a place stands in. */
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
 * Where in its exercise a place stands. A step that a later release took out of the exercise counts as its
 * beginning, so that a kept place never leads nowhere.
 */
export function indexOf(steps: readonly Step[], id: string): number {
  let index = steps.length - 1;
  while (index > 0 && steps[index]?.id !== id) index -= 1;
  return index;
}
