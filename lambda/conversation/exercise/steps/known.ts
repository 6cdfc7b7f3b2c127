/** Tells whether a couple knows how a turn goes, so that instructions can be left out. */
import type { State } from '../../model/state.ts';

/** After this many finished exercises with a turn each they know it. */
const KNOWN_AFTER = 3;

/** Whether they have listened to each other often enough to need no instructions for it. */
export function isKnown({ household }: State): boolean {
  return household.tried.listening >= KNOWN_AFTER;
}
