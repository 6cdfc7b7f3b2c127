/** The commands "repeat", "slower" and "normal speed". */
import { line, say } from '../model/act.ts';
import type { Outcome } from '../model/outcome.ts';
import { atPace } from '../model/state.ts';
import { sayAndGoOn } from './answer.ts';
import type { Anywhere } from './command.ts';

/** Says again what was said last. Nothing is chosen or counted again. */
export function repeat(): Outcome {
  return { go: 'stay', lead: [say(line('repeat.lead'))], words: 'whole' };
}

/** "Slower": speaks slowly from here on, in later sessions too, and says again what was said last. */
export function slower({ state }: Anywhere): Outcome {
  const slow = atPace(state, true);
  return state.session === 'open'
    ? { go: 'as', state: slow, event: { type: 'repeat' } }
    : { go: 'open', state: slow, lead: [say(line('slower.lead'))] };
}

/** "Normal speed": speaks at the usual pace from here on. */
export function faster({ state }: Anywhere): Outcome {
  return sayAndGoOn(atPace(state, false), [line('faster.lead')]);
}
