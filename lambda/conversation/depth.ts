/** How deep a question may go. */
import type { Context } from './context.ts';
import type { DepthWord } from './event.ts';
import { DEPTHS, type Depth, type Household, type Place } from './household.ts';

/** So many exercises ask light questions: depth comes with trust. */
const LIGHT_TIMES = 2;

/** The level that is wished for where nothing is under way. */
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

/** How deep the question of a step is meant to go: as they said, else as the exercise has it; null: either will do. */
export function meant(own: Depth | null, place: Place): Depth | null {
  return place.depth ?? own;
}

/** The depths a question of this step may have. The deepest only after a yes from each. */
export function allowed(own: Depth | null, household: Household): readonly Depth[] {
  const { place, counts } = household;
  const depth = place === null ? own : meant(own, place);
  if (depth === 'deepest') return [place?.agreed === true ? 'deepest' : 'deeper'];
  if (depth !== null) return [depth];
  return counts.finished < LIGHT_TIMES ? ['light'] : ['light', 'deeper'];
}

/** The depth of the question they are on, or heard last. */
export function depthNow({ place, heard }: Household, { questions }: Context): Depth | null {
  const id = place?.question ?? heard.split(' ').at(-1);
  return questions.find((question) => question.id === id)?.depth ?? place?.depth ?? null;
}
