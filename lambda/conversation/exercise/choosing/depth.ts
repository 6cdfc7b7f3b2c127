/** How deep a question may go. */
import type { Context } from '../../model/context.ts';
import type { DepthWord } from '../../model/event.ts';
import { DEPTHS, type Depth, type Place } from '../../model/household.ts';
import type { ExerciseState } from '../../model/state.ts';

/** The first exercises, this many, ask light questions: depth comes with trust. */
const LIGHT_TIMES = 2;

/** The level that is wished for if nothing is under way. */
export function depthOf(word: DepthWord): Depth {
  if (word === 'light' || word === 'lighter') return 'light';
  return word === 'deepest' ? 'deepest' : 'deeper';
}

/** The level that is wished for from this one. */
export function depthFrom(from: Depth, word: DepthWord): Depth {
  const level = DEPTHS.indexOf(from);
  if (word === 'lighter') return DEPTHS[Math.max(0, level - 1)] ?? 'light';
  if (word === 'deeper') return DEPTHS[level + 1] ?? 'deepest';
  return depthOf(word);
}

/** Two who want different depths take the lighter one. */
export function lighterOf(one: DepthWord, two: DepthWord | undefined): DepthWord {
  if (two === undefined) return one;
  return DEPTHS.indexOf(depthOf(two)) < DEPTHS.indexOf(depthOf(one)) ? two : one;
}

/** How deep the question of a step is meant to go: as they said, otherwise as the exercise has it; null: either will do. */
export function meant(own: Depth | null, place: Place): Depth | null {
  return place.depth ?? own;
}

/** The depths a question of this step may have. The deepest only after a yes from each. */
export function allowed(own: Depth | null, { household, stack }: ExerciseState): readonly Depth[] {
  const { place } = stack.exercise;
  const depth = meant(own, place);
  if (depth === 'deepest') return [place.agreed ? 'deepest' : 'deeper'];
  if (depth !== null) return [depth];
  return household.counts.finished < LIGHT_TIMES ? ['light'] : ['light', 'deeper'];
}

/** The depth of the question they are on, or heard last. */
export function depthNow({ household, stack }: ExerciseState, { questions }: Context): Depth | null {
  const { place } = stack.exercise;
  const id = place.question ?? household.heard.split(' ').at(-1);
  return questions.find((question) => question.id === id)?.depth ?? place.depth;
}
