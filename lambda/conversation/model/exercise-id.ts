/** The ids of the exercises. The catalogue, the keys of their lines and the schemas derive from this list. */

/** The exercises that are counted once they are finished. */
export const COUNTED = [
  'check-in',
  'listening',
  'questions',
  'openness',
  'together',
  'validation',
  'appreciation',
  'good-news',
  'weekly',
  'small-thing',
  'play',
] as const;

/** All exercises. */
export const EXERCISES = [...COUNTED, 'self-check'] as const;

export type CountedExercise = (typeof COUNTED)[number];

export type ExerciseId = (typeof EXERCISES)[number];

/** Whether a string is the id of an exercise. */
export function isExercise(id: string): id is ExerciseId {
  return (EXERCISES as readonly string[]).includes(id);
}

/** Whether an exercise is counted once it is finished. */
export function isCounted(id: ExerciseId): id is CountedExercise {
  return (COUNTED as readonly string[]).includes(id);
}
