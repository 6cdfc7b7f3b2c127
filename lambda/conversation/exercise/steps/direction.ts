import { ask, line, quietLeft, say } from '../../model/act.ts';
import type { Wish } from '../../model/dialog-state.ts';
import type { Event } from '../../model/event.ts';
import type { ExerciseId } from '../../model/exercise-id.ts';
import type { ExerciseState } from '../../model/state.ts';
import type { StepOf } from '../../model/step.ts';
import { nearestLength } from '../catalogue/catalogue.ts';
import { depthOf } from '../choosing/depth.ts';
import { leastTried } from '../choosing/least-tried.ts';
import type { StepHere, StepKind, StepOutcome } from './step-kind.ts';

/** What a yes takes, on the first asking and on the second. */
const SUGGESTED: readonly [ExerciseId, ExerciseId] = ['together', 'validation'];

const none = (): StepOutcome => ({ go: 'end', lead: line('direction.none') });
const others = (): StepOutcome => ({ go: 'ask', acts: [ask(line('direction.others'))], tries: 1 });

/** After the lines to notice: a direction they choose, never a symptom, which leads to an exercise. */
export const direction: StepKind<StepOf<'direction'>> = {
  quiet: () => 0,
  enter: (_step, _state, left) => (left === null ? [say(line('direction.lead'))] : quietLeft(left)),
  floor: () => null,
  where: () => line('direction.where'),
  ready: () => line('ready.on'),
  asksAgain: true,
  question: (_step, state) => ask(line(isFirst(state) ? 'direction.first' : 'direction.others')),
  help: () => [line('help.menu'), line('help.safety')],
  answers: {
    choose: (_here, event) => (event.exercise === null ? null : lead(event.exercise, event)),
    yes: ({ state }) => lead(SUGGESTED[isFirst(state) ? 0 : 1]),
    'you-choose': ({ state, context }) => lead(leastTried(state.household, context)),
    menu: others,
    another: others,
    no: ({ state }: StepHere) => (isFirst(state) ? others() : none()),
    done: none,
    next: none,
    skip: none,
    'rather-not': none,
  },
};

/** Whether they have not come further than the first of the directions. */
function isFirst({
  stack: {
    exercise: { place, phase },
  },
}: ExerciseState): boolean {
  return phase.at !== 'step' || place.step !== 'direction' || phase.tries === 0;
}

/** Into the exercise, at its lightest if nothing else was said. */
function lead(exercise: ExerciseId, said: Partial<Event<'choose'>> = {}): StepOutcome {
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
