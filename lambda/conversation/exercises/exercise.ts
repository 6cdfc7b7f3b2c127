import type { ExerciseId, Minutes, Partner } from '../state.ts';
import type { Step } from '../steps/step.ts';

/** What an exercise is made for. */
export interface Plan {
  minutes: Minutes;
  /** Who talks first. */
  first: Partner;
}

/** An exercise is data: a list of steps for a length and a starter. It ends with a `close`. */
export interface Exercise {
  id: ExerciseId;
  steps(plan: Plan): Step[];
}
