/** What an exchange adds to the skill's own metrics: numbers only, the same for everybody. */
import { isAtBeginning, isTalking } from './dialogs/registry.ts';
import { indexOf, stepsOf } from './exercise/catalogue/catalogue.ts';
import type { Event, EventType } from './model/event.ts';
import type { Place } from './model/household.ts';
import type { Reply } from './model/reply.ts';
import { isRunning, type State } from './model/state.ts';

export interface Metrics {
  /** Exercises begun. */
  started: number;
  /** Exercises taken up again in another session, or on another speaker. */
  resumed: number;
  /** Steps that were done, passed over in silence, or had nothing to ask here. */
  steps: number;
  /** Exercises that came to their close. */
  finished: number;
  /** Words that meant nothing, while nobody was in the middle of talking to the other. */
  unclear: number;
}

/** Answers that take up an exercise. */
const ONWARD: ReadonlySet<EventType> = new Set(['yes', 'next', 'resume']);

/**
 * Counts what happened between two states.
 *
 * A step is done when a reply begins with a later one: the first step of the last reply only ever moves back when they
 * ask for another question, or for a deepest question on another day, and then it is done again. So nothing is counted
 * twice that was repeated, interrupted, or taken up again.
 *
 * @param before - as the last reply left it; in a new session as it was opened
 * @param reply - the state it leaves, and what it does to the world
 * @param now - milliseconds since 1970: an exercise that began at this moment was begun by this event
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
  const finished = was !== null && is === null && comesToItsClose(before, event, after, forgets);
  return {
    started: Number(began),
    resumed: Number(!before.ownsExercise && (goesOn || finished)),
    steps: Math.max(0, stepsBetween(began ? null : was, is, { goesOn: goesOn || began, finished })),
    finished: Number(finished),
    unclear: Number(event.type === 'unclear' && !isRunning(before) && !isTalking(before)),
  };
}

/** Whether it is over because it was done, not because it was forgotten here or finished on another speaker. */
function comesToItsClose(before: State, event: Event, after: State, forgets: boolean): boolean {
  if (after.session !== 'ended' || event.type === 'conflict' || forgets) return false;
  const waiting = isAtBeginning(before) || before.session !== 'open';
  return before.ownsExercise || (waiting && ONWARD.has(event.type));
}

function stepsBetween(
  was: Place | null,
  is: Place | null,
  { goesOn, finished }: { goesOn: boolean; finished: boolean },
): number {
  const done = was === null ? 0 : indexOf(stepsOf(was), was.from);
  if (finished && was !== null) return stepsOf(was).length - done;
  return goesOn && is !== null ? indexOf(stepsOf(is), is.from) - done : 0;
}
