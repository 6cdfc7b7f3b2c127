import type { ExerciseId, Place } from '../state.ts';
import type { Step } from '../steps/step.ts';
import { checkIn } from './check-in.ts';
import type { Exercise } from './exercise.ts';
import { listening } from './listening.ts';

export const exercises: Record<ExerciseId, Exercise> = { 'check-in': checkIn, listening };

/** The steps of the exercise a place stands in. */
export function stepsOf(place: Pick<Place, 'exercise' | 'minutes' | 'first'>): Step[] {
  return exercises[place.exercise].steps(place);
}

/**
 * Where in its exercise a place stands. A step that a later release took out of the exercise counts as its
 * beginning, so that a kept place never leads nowhere.
 */
export function indexOf(steps: readonly Step[], id: string): number {
  return Math.max(
    0,
    steps.findIndex((step) => step.id === id),
  );
}
