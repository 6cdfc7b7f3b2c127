/** What a reply adds to the skill's own metrics: numbers only, the same for everybody. */
import type { Event } from './event.ts';
import { indexOf, stepsOf } from './exercises/all.ts';
import type { Place } from './household.ts';
import { BEGINNING, type Scene } from './scene.ts';
import type { State } from './state.ts';

export interface Tally {
  /** Exercises begun. */
  started: number;
  /** Exercises taken up again in another session, or on another speaker. */
  resumed: number;
  /** Steps that were done, passed over in silence, or had nothing to ask here. */
  steps: number;
  /** Exercises that came to their close. */
  finished: number;
  /** Words that meant nothing, where nobody was in the middle of talking to the other. */
  unclear: number;
}

/** Where words that are not understood are two people talking, and nothing was missed. */
const TALKING: ReadonlySet<Scene['id']> = new Set(['step', 'door', 'paused']);

/** Answers that take up an exercise. */
const ONWARD: ReadonlySet<Event['type']> = new Set(['yes', 'next', 'resume']);

/**
 * Counts what happened between two states.
 *
 * A step is done when a reply begins with a later one: the first step of the last reply only ever moves back when they
 * ask for another question, or for a deepest question on another day, and then it is done again. So nothing is counted
 * twice that was repeated, interrupted, or taken up again.
 *
 * @param before - as the last reply left it; in a new session as it was opened
 * @param after - as this reply leaves it
 * @param now - milliseconds since 1970: an exercise that began at this moment was begun by this event
 */
export function tally(before: State, event: Event, after: State, now: number): Tally {
  const was = before.household.place;
  const is = after.household.place;
  const began = is !== null && is.began === now && was?.began !== now;
  const goesOn = was !== null && is?.began === was.began && after.leading;
  const finished = was !== null && is === null && comesToItsClose(before, event, after);
  return {
    started: Number(began),
    resumed: Number(!before.leading && (goesOn || finished)),
    steps: Math.max(0, stepsBetween(began ? null : was, is, { goesOn: goesOn || began, finished })),
    finished: Number(finished),
    unclear: Number(event.type === 'unclear' && !TALKING.has(before.scene.id)),
  };
}

/** Whether it is over because it was done, not because it was forgotten here or finished on another speaker. */
function comesToItsClose({ leading, scene }: State, event: Event, after: State): boolean {
  if (after.scene.id !== 'closed' || scene.id === 'forget' || event.type === 'conflict') return false;
  const waiting = BEGINNING.has(scene.id) || scene.id === 'elsewhere' || scene.id === 'closed';
  return leading || (waiting && ONWARD.has(event.type));
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
