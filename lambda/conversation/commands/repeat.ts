/** Commands for how it sounds: "repeat", "slower", "normal speed", and "no chimes". */
import { line, say } from '../model/act.ts';
import type { Event } from '../model/event.ts';
import type { Outcome } from '../model/outcome.ts';
import { atPace, withSetting } from '../model/state.ts';
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

/** "No chimes, please": quiet ends without a chime from here on, in later sessions too. */
export function chimes({ state }: Anywhere, { on }: Event<'chimes'>): Outcome {
  return sayAndGoOn(withSetting(state, 'chimeless', !on), [line(on ? 'chimes.on' : 'chimes.off')]);
}
