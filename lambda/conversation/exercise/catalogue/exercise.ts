/** The interface of an exercise. */
import { line } from '../../model/act.ts';
import type { ExerciseId } from '../../model/exercise-id.ts';
import type { Minutes, Partner, Practice } from '../../model/household.ts';
import type { Param } from '../../model/lines.ts';
import type { ExerciseState } from '../../model/state.ts';
import type { Step } from '../../model/step.ts';

/** The length of an exercise, and who begins. */
export interface Plan {
  minutes: Minutes;
  /** The partner who talks first. */
  first: Partner;
}

/** An exercise is data: a list of steps for a length and a first partner. The last step is a `close`. */
export interface Exercise {
  /** Its lengths in minutes, the shortest first. */
  lengths: readonly [Minutes, ...Minutes[]];
  /** Its length if they ask for none; absent if that is their usual length. */
  usual?: Minutes;
  /** The practices that it consists of. If they chose what to be asked about, that practice counts too. */
  practices: readonly Practice[];
  /**
   * True if neither partner goes first. The same partner then starts the next exercise as would have started this one.
   */
  shared?: true;
  /**
   * True if it may end anywhere after its first part. Whoever leaves it there has finished it, and is not asked whether to
   * carry on.
   */
  fades?: true;
  /** True if it can go on, light, with others in the room. */
  forCompany?: true;
  /** True if somebody who would rather not is asked whether to stop, in place of leaving out a part. */
  tender?: true;
  /** How often a practice has to be part of finished exercises before this one is open; absent if it always is. */
  opensAfter?: { practice: Practice; times: number };
  /** Its steps. */
  steps(plan: Plan): Step[];
}

/** The name of an exercise, as a parameter of a line. */
export function named(id: ExerciseId): Param {
  return { line: line(`exercise.${id}`) };
}

/** The name of the exercise under way, as a parameter of a line. */
export function nameOf({ stack }: ExerciseState): Param {
  return named(stack.exercise.place.exercise);
}
