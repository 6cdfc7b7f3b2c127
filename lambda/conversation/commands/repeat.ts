/** The commands "repeat" and "slower". */
import { line, say } from '../model/act.ts';
import type { Outcome } from '../model/outcome.ts';
import type { Anywhere } from './command.ts';

/** Says again what was said last. Nothing is chosen or counted again. */
export function repeat(): Outcome {
  return { go: 'stay', lead: [say(line('repeat.lead'))], words: 'whole' };
}

/** "Slower": speaks slowly from here on, and says again what was said last. */
export function slower({ state }: Anywhere): Outcome {
  const slow = { ...state, slow: true };
  return state.session === 'open'
    ? { go: 'as', state: slow, event: { type: 'repeat' } }
    : { go: 'open', state: slow };
}
