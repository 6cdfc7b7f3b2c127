import { say } from '../act.ts';
import { exercises, isCounted, stepsOf } from '../exercises/all.ts';
import { type Household, other, type Place } from '../household.ts';
import { line } from '../lines.ts';
import { called } from '../people.ts';
import type { StepKind, StepOf } from './step.ts';

/** The end: counts go up, the place is cleared, and next time the other one starts. */
export const close: StepKind<StepOf<'close'>> = {
  quiet: () => 0,
  prepare(_step, household, context) {
    const { place } = household;
    if (place === null) return household;
    if (!isCounted(place.exercise)) return { ...household, place: null };
    return {
      ...household,
      place: null,
      next: exercises[place.exercise].shared ? household.next : other(place.first),
      met: context.today,
      counts: {
        finished: household.counts.finished + 1,
        listened: household.counts.listened + place.minutes,
      },
      tried: triedAfter(household, place),
    };
  },
  enter({ exercise }, state) {
    const thanks = say(line(`close.${exercise}`));
    if (!state.keeping) return [thanks, say(line('close.unkept'))];
    if (!isCounted(exercise)) return [thanks];
    return [thanks, say(line(`close-next.${exercise}`, { name: called(state, state.household.next) }))];
  },
  floor: () => null,
  where: () => line('close.where'),
  ready: () => line('ready.close'),
  closes: true,
};

function triedAfter({ tried }: Household, place: Place): Household['tried'] {
  const { exercise, minutes, theme } = place;
  const asks = stepsOf(place).some(({ kind }) => kind === 'question');
  const practices = new Set([
    ...exercises[exercise].practices(minutes),
    ...(theme !== null && asks ? [theme] : []),
  ]);
  const after = { ...tried };
  for (const practice of practices) after[practice] += 1;
  return after;
}
