/** What the skill chooses when it is left the choice: the practices in balance over time. */
import type { Context } from '../../model/context.ts';
import type { ExerciseId } from '../../model/exercise-id.ts';
import { type Household, PRACTICES, type Practice } from '../../model/household.ts';

/** The exercise of a practice, for those who want to try it. */
export function exerciseOf(practice: Practice): ExerciseId {
  return practice;
}

/** An exercise of the practice they have tried least; the seed chooses among equals. */
export function leastTried({ tried }: Household, { seed }: Context): ExerciseId {
  const least = Math.min(...PRACTICES.map((practice) => tried[practice]));
  const equal = PRACTICES.filter((practice) => tried[practice] === least);
  return exerciseOf(equal[(seed >>> 0) % equal.length] ?? 'listening');
}
