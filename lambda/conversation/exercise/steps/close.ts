import { line, say } from '../../model/act.ts';
import { isCounted } from '../../model/exercise-id.ts';
import { type Household, other, type Place, type Practice } from '../../model/household.ts';
import { called } from '../../model/partner-names.ts';
import type { ExerciseState } from '../../model/state.ts';
import type { StepOf } from '../../model/step.ts';
import { exercises, stepsOf } from '../catalogue/catalogue.ts';
import type { StepKind } from './step-kind.ts';

/** The close: counts the exercise, and lets the other partner start next time. */
export const close: StepKind<StepOf<'close'>> = {
  finish(_step, state) {
    const { household, stack } = state;
    const { place } = stack.exercise;
    if (!isCounted(place.exercise)) return state;
    return {
      ...state,
      household: {
        ...household,
        next: exercises[place.exercise].shared ? household.next : other(place.first),
        counts: {
          finished: household.counts.finished + 1,
          listened: household.counts.listened + place.minutes,
        },
        tried: triedAfter(household, place),
      },
    };
  },
  enter({ exercise }, state) {
    const thanks = say(line(`close.${exercise}`));
    if (!state.keeping) return [thanks, say(line('close.unkept'))];
    if (!isCounted(exercise)) return [thanks];
    const next = say(line(`close-next.${exercise}`, { name: called(state, state.household.next) }));
    const opened = opensSmallThing(state) ? [say(line('close.opened'))] : [];
    // After the first exercise they hear how to come back, also where Alexa takes the words for something else.
    const back = state.household.counts.finished === 1 ? [say(line('close.come-back'))] : [];
    return [thanks, ...opened, next, ...back];
  },
  where: () => line('close.where'),
  ready: () => line('ready.close'),
};

/** Whether the small thing has just been opened by this exercise. The state is the one after it. */
function opensSmallThing({ household, stack }: ExerciseState): boolean {
  const { opensAfter } = exercises['small-thing'];
  if (opensAfter === undefined || household.tried[opensAfter.practice] !== opensAfter.times) return false;
  return practicesIn(stack.exercise.place).has(opensAfter.practice);
}

/** How often each practice was tried, after the exercise at this place. */
function triedAfter({ tried }: Household, place: Place): Household['tried'] {
  const after = { ...tried };
  for (const practice of practicesIn(place)) after[practice] += 1;
  return after;
}

/** The practices that the exercise at this place consists of. */
function practicesIn(place: Place): Set<Practice> {
  const { exercise, theme } = place;
  const asks = stepsOf(place).some(({ kind }) => kind === 'question');
  return new Set([...exercises[exercise].practices, ...(theme !== null && asks ? [theme] : [])]);
}
