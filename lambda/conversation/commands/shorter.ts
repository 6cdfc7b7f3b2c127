/** The command "make it shorter". */
import { isAboutExercise, isSetAside, wishHere } from '../dialogs/registry.ts';
import { shortOf } from '../dialogs/short-one.ts';
import { minutesOf } from '../exercise/lifecycle.ts';
import { shortened } from '../exercise/shorten.ts';
import { line, say } from '../model/act.ts';
import type { Minutes } from '../model/household.ts';
import type { Outcome } from '../model/outcome.ts';
import { hasExercise, isRunning, withFrame } from '../model/state.ts';
import type { Anywhere } from './command.ts';

/** What is said if there is no shorter form, or none from here. */
const NO_SHORTER = { none: 'shorter.least', 'not-here': 'shorter.not-here' } as const;

/** "Make it shorter": goes on with the next shorter form of the exercise under way, or begins a short one. */
export function makeShorter(here: Anywhere): Outcome {
  return shorter(here, null);
}

/**
 * Goes on with a shorter form of the exercise under way; without one, begins a short one of what they ask for.
 *
 * @param minutes - the length of the form; null for the next shorter one
 */
export function shorter({ state, context }: Anywhere, minutes: Minutes | null): Outcome {
  // What runs on another device is left as it is: they are asked first whether to take it over.
  if (context.elsewhere) return { go: 'open' };
  const isOpen = state.session === 'open';
  const isUnderWay = !isOpen || isRunning(state) || isSetAside(state) || isAboutExercise(state);
  if (!hasExercise(state) || !isUnderWay) {
    const wish = shortOf(wishHere(state));
    const lead = [say(line('shorter.begin', { time: { seconds: minutesOf(state, wish) * 60 } }))];
    return { go: 'wish', wish, lead };
  }
  const go = isOpen ? 'stay' : 'open';
  const less = shortened(state, context, minutes);
  if (typeof less === 'string') return { go, lead: [say(line(NO_SHORTER[less]))] };
  const lead = [say(line('shorter.from-here'))];
  if (!isOpen || isSetAside(state)) return { go, state: less, lead };
  const { suspended } = less.stack.exercise;
  // Its question was heard, and is asked again. All else goes on.
  return isRunning(state) && suspended?.on === 'question'
    ? { go: 'stay', state: withFrame(less, { suspended: null }), lead }
    : { go: 'resume', state: less, lead };
}
