/** The index of the catalogue: the exercises there are. Line keys, the store and the catalogue derive from it. */

/** The exercises that count as a time the two met. */
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
] as const;

export const EXERCISES = [...COUNTED, 'self-check'] as const;

export type CountedExercise = (typeof COUNTED)[number];

export type ExerciseId = (typeof EXERCISES)[number];

export function isExercise(id: string): id is ExerciseId {
  return (EXERCISES as readonly string[]).includes(id);
}

/** Whether an exercise counts as a time the two met. */
export function isCounted(id: ExerciseId): id is CountedExercise {
  return (COUNTED as readonly string[]).includes(id);
}
