/** How the two are called in a line. */
import type { Param } from './lines.ts';
import { other, type Partner, type State } from './state.ts';

/** The nickname, or "first partner" and "second partner" for those who would rather not. */
export function called(state: State, who: Partner): Param {
  return (
    state.household.names[who] ?? {
      line: { key: who === 'a' ? 'partner.first' : 'partner.second', with: {} },
    }
  );
}

/** The parameters of a line that hands something from one to the other. */
export function between(state: State, name: Partner): { name: Param; partner: Param } {
  return { name: called(state, name), partner: called(state, other(name)) };
}
