/** Goes on with a shorter form of the exercise under way. */
import type { Context } from '../model/context.ts';
import type { Minutes, Place } from '../model/household.ts';
import { type ExerciseState, type Suspended, withFrame } from '../model/state.ts';
import { quietOf, type Step } from '../model/step.ts';
import { exercises, stepsOf } from './catalogue/catalogue.ts';
import { suspended } from './lifecycle.ts';
import { stepAt } from './sequencer.ts';

/**
 * The state with its exercise in a shorter form, suspended at the step that was heard. Between two steps, it goes on with
 * the next step that the shorter form has. `none` if there is no shorter form; `not-here` if each of them would end
 * somebody's turn in the middle.
 *
 * @param wanted - the length of the form, or the nearest longer one that is possible; null for the next shorter one
 */
export function shortened(
  state: ExerciseState,
  context: Context,
  wanted: Minutes | null,
): ExerciseState | 'none' | 'not-here' {
  const heard = suspended(state, context) as ExerciseState;
  const { place, phase, suspended: how } = heard.stack.exercise;
  const { lengths, tender } = exercises[place.exercise];
  const shorter = lengths.filter((length) => length < place.minutes);
  if (shorter.length === 0) return 'none';
  const tried = wanted === null ? shorter.toReversed() : shorter.filter((length) => length >= wanted);
  for (const minutes of tried) {
    const step = stepIn(place, minutes);
    const isHere = step?.id === place.step;
    // Nobody's turn ends in the middle, and where each has one, none of the two goes without it.
    if (step === undefined || (!isHere && (tender || phase.at === 'step'))) continue;
    const { rest: _, ...frame } = heard.stack.exercise;
    const whole = { ...heard, stack: { ...heard.stack, exercise: frame } };
    return withFrame(whole, {
      place: { ...place, minutes, step: step.id, from: step.id },
      phase: isHere ? phase : { at: 'awaiting-ready' },
      suspended: isHere ? withLess(how, quietOf(step)) : { on: 'step' },
    });
  }
  return 'not-here';
}

/** The step at a place in the form of this length, or else the next one that this form has. */
function stepIn(place: Place, minutes: Minutes): Step | undefined {
  const { index, steps } = stepAt(place);
  const shorter = stepsOf({ ...place, minutes });
  const id = steps.slice(index).find((step) => shorter.some((one) => one.id === step.id))?.id;
  return shorter.find((step) => step.id === id);
}

/** The rest of a quiet, which is at most as long as the whole quiet of the shorter form. */
function withLess(how: Suspended | null, seconds: number): Suspended | null {
  return how?.on === 'quiet' ? { on: 'quiet', left: Math.min(how.left, seconds) } : how;
}
