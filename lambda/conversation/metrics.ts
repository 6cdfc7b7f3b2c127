/** The numbers that one exchange adds to the skill's metrics. */
import { questionIn } from './dialogs/question-in.ts';
import { isAtBeginning } from './dialogs/registry.ts';
import { indexOf, stepsOf } from './exercise/catalogue/catalogue.ts';
import type { Event, EventType } from './model/event.ts';
import { isCounted } from './model/exercise-id.ts';
import type { Place } from './model/household.ts';
import type { Reply } from './model/reply.ts';
import type { State } from './model/state.ts';

/** The counts of one exchange. */
export interface Metrics {
  /** Exercises begun. */
  started: number;
  /** Exercises resumed in another session, or on another device. */
  resumed: number;
  /** Steps that were done, skipped, or had nothing to ask. */
  steps: number;
  /** Exercises that were finished. */
  finished: number;
  /** Events without a meaning, except where two may still be talking to each other. */
  unclear: number;
}

/** Events that resume an exercise, if they answer whether to go on with it. */
const RESUMING: ReadonlySet<EventType> = new Set(['yes', 'next', 'resume']);

/**
 * Counts what happened between two states.
 *
 * A step counts as done when a reply begins with a later step (`Place.from`). That step moves back only if they ask for
 * another question, or resume the deepest questions on another day, and then the steps are really done again. So a step
 * that is repeated, interrupted or resumed is not counted twice.
 *
 * @param before - the state that the last reply left; in a new session the opened state
 * @param reply - the state that this reply leaves, and its effects
 * @param now - milliseconds since 1970; an exercise that began at this moment was begun by this event
 */
export function metricsOf(
  before: State,
  event: Event,
  reply: Pick<Reply, 'state' | 'effects'>,
  now: number,
): Metrics {
  const { state: after, effects } = reply;
  const forgets = effects.some(({ effect }) => effect === 'forget');
  const was = before.stack.exercise?.place ?? null;
  const is = after.stack.exercise?.place ?? null;
  const began = is !== null && is.began === now && was?.began !== now;
  const goesOn = was !== null && is?.began === was.began && after.ownsExercise;
  const finished = was !== null && is === null && !forgets && isFinished(was, before, event, after);
  return {
    started: Number(began),
    resumed: Number(!before.ownsExercise && (goesOn || finished)),
    steps: Math.max(0, stepsBetween(began ? null : was, is, { goesOn: goesOn || began, finished })),
    finished: Number(finished),
    unclear: Number(event.type === 'unclear' && questionIn(before)?.talking !== true),
  };
}

/**
 * Whether the exercise is over because it was finished: not because they would rather not do it today, or it is finished
 * on another device.
 */
function isFinished({ exercise }: Place, before: State, event: Event, after: State): boolean {
  if (after.session !== 'ended' || event.type === 'conflict') return false;
  // "Not today" ends it too, and is not counted.
  if (isCounted(exercise) && after.household.counts.finished === before.household.counts.finished)
    return false;
  const waiting = isAtBeginning(before) || before.session !== 'open';
  return before.ownsExercise || (waiting && RESUMING.has(event.type));
}

/** How many steps were done between two places. Negative if the place moved back. */
function stepsBetween(
  was: Place | null,
  is: Place | null,
  { goesOn, finished }: { goesOn: boolean; finished: boolean },
): number {
  const done = was === null ? 0 : indexOf(stepsOf(was), was.from);
  if (finished && was !== null) return stepsOf(was).length - done;
  return goesOn && is !== null ? indexOf(stepsOf(is), is.from) - done : 0;
}
