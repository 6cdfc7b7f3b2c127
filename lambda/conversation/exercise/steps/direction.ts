import { ask, line, quietLeft, say } from '../../model/act.ts';
import { choice } from '../../model/choice.ts';
import type { Wish } from '../../model/dialog-state.ts';
import type { Event } from '../../model/event.ts';
import type { ExerciseId } from '../../model/exercise-id.ts';
import type { ExerciseState } from '../../model/state.ts';
import type { StepOf } from '../../model/step.ts';
import { isLocked, nearestLength } from '../catalogue/catalogue.ts';
import { depthOf } from '../choosing/depth.ts';
import { leastTried } from '../choosing/least-tried.ts';
import type { StepHere, StepKind, StepOutcome } from './step-kind.ts';

/** The exercise that a yes chooses, to the first question and to the second. */
const SUGGESTED: readonly [ExerciseId, ExerciseId] = ['together', 'validation'];

const none = (): StepOutcome => ({ go: 'end', lead: line('direction.none') });
const others = (): StepOutcome => ({ go: 'ask', acts: [ask(line('direction.others'))], tries: 1 });

/** The end of the self-check: they choose a direction, and an exercise for it begins. No result is told. */
export const direction: StepKind<StepOf<'direction'>> = {
  enter: (_step, _state, left) => (left === null ? [say(line('direction.lead'))] : quietLeft(left)),
  where: () => line('direction.where'),
  asksAgain: true,
  question: (_step, state) => ask(line(isFirst(state) ? 'direction.first' : 'direction.others')),
  shows: (_step, state) => ({
    choices: isFirst(state)
      ? [choice('together'), choice('listening'), choice('something-else')]
      : [choice('validation'), choice('appreciation'), choice('listening')],
  }),
  help: () => [line('help.menu'), line('help.safety')],
  missed: (_step, _state, again) => line(again ? 'missed.menu-again' : 'missed.menu'),
  answers: {
    choose: ({ state }, { exercise, ...said }) =>
      exercise === null || isLocked(exercise, state.household) ? null : begin(exercise, state, said),
    yes: ({ state }) => begin(SUGGESTED[isFirst(state) ? 0 : 1], state),
    'you-choose': ({ state, context }) => begin(leastTried(state.household, context), state),
    menu: others,
    another: others,
    no: ({ state }: StepHere) => (isFirst(state) ? others() : none()),
    done: none,
    next: none,
    skip: none,
    'rather-not': none,
  },
};

/** Whether the first direction is the one they are asked about. */
function isFirst({
  stack: {
    exercise: { place, phase },
  },
}: ExerciseState): boolean {
  return phase.at !== 'step' || place.step !== 'direction' || phase.tries === 0;
}

/** Begins the exercise, with light questions unless they said something else. */
function begin(
  exercise: ExerciseId,
  { stack }: ExerciseState,
  said: Partial<Event<'choose'>> = {},
): StepOutcome {
  const { minutes = null, depth, theme = null } = said;
  const wish: Wish = {
    exercise,
    minutes: minutes === null ? null : nearestLength(exercise, minutes),
    depth: depth === undefined ? 'light' : depthOf(depth),
    theme,
    first: stack.exercise.place.first,
  };
  return { go: 'begin', wish };
}
