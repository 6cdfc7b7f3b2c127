/** Goes on with a shorter form of the exercise under way. */
import type { Context } from '../model/context.ts';
import type { Minutes } from '../model/household.ts';
import { type ExerciseState, IN_STEP, type Suspended, withFrame } from '../model/state.ts';
import { exercises, stepsOf } from './catalogue/catalogue.ts';
import { suspended } from './lifecycle.ts';
import { kindOf, stepAt } from './sequencer.ts';

/**
 * The state with its exercise in a shorter form, suspended at the step that was heard. If the shorter form does
 * not have that step, it goes on with the next one that it has. Null if there is no shorter form.
 *
 * @param wanted - the length of the form; null for the next shorter one
 */
export function shortened(
  state: ExerciseState,
  context: Context,
  wanted: Minutes | null,
): ExerciseState | null {
  const heard = suspended(state, context) as ExerciseState;
  const { place, phase, suspended: how } = heard.stack.exercise;
  const minutes = wanted ?? shorterThan(place.minutes, exercises[place.exercise].lengths);
  if (minutes === null) return null;
  const { index, steps } = stepAt(place);
  const shorter = stepsOf({ ...place, minutes });
  const step = steps.slice(index).find(({ id }) => shorter.some((one) => one.id === id)) ?? steps.at(-1);
  const same = shorter.find(({ id }) => id === step?.id);
  if (step === undefined || same === undefined) return null;
  const isHere = step.id === place.step;
  const { rest: _, ...frame } = heard.stack.exercise;
  const whole = { ...heard, stack: { ...heard.stack, exercise: frame } };
  return withFrame(whole, {
    place: { ...place, minutes, step: step.id, from: step.id },
    phase: isHere ? phase : IN_STEP,
    suspended: isHere ? withLess(how, kindOf(same).quiet(same)) : { on: 'step' },
  });
}

function shorterThan(minutes: Minutes, lengths: readonly Minutes[]): Minutes | null {
  return lengths.filter((length) => length < minutes).at(-1) ?? null;
}

/** The rest of a quiet, which is at most as long as the whole quiet of the shorter form. */
function withLess(how: Suspended | null, seconds: number): Suspended | null {
  return how?.on === 'quiet' ? { on: 'quiet', left: Math.min(how.left, seconds) } : how;
}
