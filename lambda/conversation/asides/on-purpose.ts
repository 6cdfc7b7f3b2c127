import type { Effect } from '../effect.ts';
import { bothAgreed } from '../household.ts';
import type { State } from '../state.ts';

/** The save of what they change on purpose while nothing is being saved; at other times it is saved anyway. */
export function onPurpose(state: State): Effect[] {
  return bothAgreed(state.household) && state.frozen !== null ? [{ effect: 'save' }] : [];
}
