import { line } from '../../model/act.ts';
import type { ExerciseId } from '../../model/exercise-id.ts';
import type { Minutes, Partner, Practice } from '../../model/household.ts';
import type { Param } from '../../model/lines.ts';
import type { ExerciseState } from '../../model/state.ts';
import type { Step } from '../../model/step.ts';

/** What an exercise is made for. */
export interface Plan {
  minutes: Minutes;
  /** Who talks first. */
  first: Partner;
}

/** An exercise is data: a list of steps for a length and a starter. It ends with a `close`. */
export interface Exercise {
  /** The lengths it has, the shortest first. */
  lengths: readonly [Minutes, ...Minutes[]];
  /** The length when none is asked for; absent if that is the one they chose last. */
  usual?: Minutes;
  /** The practices that it consists of at this length. A question about a practice counts besides. */
  practices(minutes: Minutes): readonly Practice[];
  /** True if nobody goes first: whose turn it is to start stays as it was. */
  shared?: true;
  steps(plan: Plan): Step[];
}

/** The name of an exercise, to be taken in by a line. */
export function named(id: ExerciseId): Param {
  return { line: line(`exercise.${id}`) };
}

/** The name of the exercise that is under way. */
export function nameOf({ stack }: ExerciseState): Param {
  return named(stack.exercise.place.exercise);
}
