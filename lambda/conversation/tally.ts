/** What an event brought about, as numbers that tell nothing of who it was or what was said. */
import type { Event } from './event.ts';
import { indexOf, stepsOf } from './exercises/all.ts';
import type { Place } from './household.ts';
import type { Scene } from './scene.ts';
import type { State } from './state.ts';

export interface Tally {
  /** Exercises begun from their first step. */
  readonly started: number;
  /** Exercises taken up again in a later session. */
  readonly resumed: number;
  /** Steps left behind, whether by words or by silence. One that is taken up again counts again. */
  readonly steps: number;
  /** Exercises that came to their close, of those that count as a time they met. */
  readonly finished: number;
  /** Words that meant nothing, where nobody was in the middle of talking. */
  readonly unclear: number;
}

/** Where words that are not understood are two people talking, and nothing was missed. */
const TALKING: ReadonlySet<Scene['id']> = new Set(['step', 'door', 'paused']);

/**
 * Counts what lies between two states.
 *
 * @param before - the state that the event found, with the place where the reply before had left it
 */
export function tally(before: State, event: Event, after: State): Tally {
  const { place: was, counts } = before.household;
  const { place: is, counts: now } = after.household;
  const isAnother = is !== null && is.began !== was?.began;
  const finished = was !== null && is === null && now.finished === counts.finished + 1;
  return {
    started: isAnother ? 1 : 0,
    resumed: is !== null && !isAnother && after.leading && !before.leading ? 1 : 0,
    steps: isAnother ? standsAt(is) : stepsBetween(was, is, finished),
    finished: finished ? 1 : 0,
    unclear: event.type === 'unclear' && !TALKING.has(before.scene.id) ? 1 : 0,
  };
}

/** Steps that were left behind in one exercise. Going back leaves none behind, and nor does giving it up. */
function stepsBetween(was: Place | null, is: Place | null, finished: boolean): number {
  if (was === null) return 0;
  if (is === null) return finished ? stepsOf(was).length - standsAt(was) : 0;
  return Math.max(0, standsAt(is) - standsAt(was));
}

function standsAt(place: Place): number {
  return indexOf(stepsOf(place), place.step);
}
