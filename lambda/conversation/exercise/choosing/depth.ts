/** Decides how deep a question may be. */
import type { Context } from '../../model/context.ts';
import type { DepthWord } from '../../model/event.ts';
import { DEPTHS, type Depth, type Place } from '../../model/household.ts';
import type { ExerciseState } from '../../model/state.ts';

/** In this many first exercises the questions are light, unless the couple asks for others. */
const LIGHT_TIMES = 2;

/** The depth that a word means if no question was asked before. */
export function depthOf(word: DepthWord): Depth {
  if (word === 'light' || word === 'lighter' || word === 'company') return 'light';
  return word === 'deepest' ? 'deepest' : 'deeper';
}

/** The depth that a word means after a question of the depth `from`. */
export function depthFrom(from: Depth, word: DepthWord): Depth {
  const level = DEPTHS.indexOf(from);
  if (word === 'lighter') return DEPTHS[Math.max(0, level - 1)] ?? 'light';
  if (word === 'deeper') return DEPTHS[level + 1] ?? 'deepest';
  return depthOf(word);
}

/** The lighter of two depths, for partners who want different ones. */
export function lighterOf(one: DepthWord, two: DepthWord | undefined): DepthWord {
  if (two === undefined) return one;
  return DEPTHS.indexOf(depthOf(two)) < DEPTHS.indexOf(depthOf(one)) ? two : one;
}

/**
 * The depth for a question: the one they asked for, otherwise that of the step (`own`). Null leaves it to the skill.
 */
export function meant(own: Depth | null, place: Place): Depth | null {
  return place.depth ?? own;
}

/**
 * The depths that a question of a step may have. `own` is that of the step. The deepest needs a yes from each partner.
 */
export function allowed(own: Depth | null, { household, stack }: ExerciseState): readonly Depth[] {
  const { place } = stack.exercise;
  const depth = meant(own, place);
  if (depth === 'deepest') return [place.agreed ? 'deepest' : 'deeper'];
  if (depth !== null) return [depth];
  return household.counts.finished < LIGHT_TIMES ? ['light'] : ['light', 'deeper'];
}

/** The depth of the last question; null if it is not known and they asked for none. */
export function depthNow({ household, stack }: ExerciseState, { questions }: Context): Depth | null {
  const { place } = stack.exercise;
  const id = place.question ?? household.heard.split(' ').at(-1);
  return questions.find((question) => question.id === id)?.depth ?? place.depth;
}
