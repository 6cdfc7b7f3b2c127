import { ask, quietLeft, say } from '../act.ts';
import { leastTried } from '../balance.ts';
import { depthOf } from '../depth.ts';
import type { Event } from '../event.ts';
import { nearestLength } from '../exercises/all.ts';
import type { ExerciseId } from '../lines.ts';
import { line } from '../lines.ts';
import type { Wish } from '../scene.ts';
import type { State } from '../state.ts';
import type { Outcome, StepKind, StepOf } from './step.ts';

/** What a yes takes, on the first asking and on the second. */
const SUGGESTED: readonly [ExerciseId, ExerciseId] = ['together', 'validation'];

/** After the lines to notice: a direction they choose, never a symptom, which leads to an exercise. */
export const direction: StepKind<StepOf<'direction'>> = {
  quiet: () => 0,
  enter: (_step, _state, left) => (left === null ? [say(line('direction.lead'))] : quietLeft(left)),
  floor: () => null,
  where: () => line('direction.where'),
  ready: () => line('ready.on'),
  asksAgain: true,
  question: (_step, state) => ask(line(page(state) === 0 ? 'direction.first' : 'direction.others')),
  answer(_step, state, event, context) {
    switch (event.type) {
      case 'choose':
        return event.exercise === null ? null : lead(event.exercise, event);
      case 'yes':
        return lead(SUGGESTED[page(state) === 0 ? 0 : 1]);
      case 'you-choose':
        return lead(leastTried(state.household, context));
      case 'menu':
      case 'another':
        return others();
      case 'no':
        return page(state) === 0 ? others() : { go: 'end', lead: line('direction.none') };
      case 'done':
      case 'next':
      case 'skip':
      case 'rather-not':
        return { go: 'end', lead: line('direction.none') };
      default:
        return null;
    }
  },
};

/** How far they have come through the directions. */
function page({ scene, household: { place } }: State): number {
  return scene.id === 'step' && place?.step === 'direction' ? Math.min(scene.tries, 1) : 0;
}

function others(): Outcome {
  return { go: 'ask', acts: [ask(line('direction.others'))], scene: { id: 'step', tries: 1 } };
}

/** Into the exercise, at its lightest if nothing else was said. */
function lead(exercise: ExerciseId, said: Partial<Extract<Event, { type: 'choose' }>> = {}): Outcome {
  const { minutes = null, depth, theme = null } = said;
  const wish: Wish = {
    exercise,
    minutes: minutes === null ? null : nearestLength(exercise, minutes),
    depth: depth === undefined ? 'light' : depthOf(depth),
    theme,
    first: null,
  };
  return { go: 'begin', wish };
}
