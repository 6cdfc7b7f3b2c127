/** Chooses an exercise if the couple leaves the choice to the skill, so that all practices get their turn. */
import type { Context } from '../../model/context.ts';
import type { ExerciseId } from '../../model/exercise-id.ts';
import { type Household, PRACTICES } from '../../model/household.ts';

/** The exercise of the practice they have tried least. The seed decides among equals. */
export function leastTried({ tried }: Household, { seed }: Context): ExerciseId {
  const least = Math.min(...PRACTICES.map((practice) => tried[practice]));
  const equal = PRACTICES.filter((practice) => tried[practice] === least);
  return equal[(seed >>> 0) % equal.length] ?? 'listening';
}
