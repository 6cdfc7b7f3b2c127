/** The dialog of a pause in an exercise, which lasts as long as they want. */
import * as z from 'zod/mini';
import { type Act, ask, hold, line, say } from '../model/act.ts';
import { choice } from '../model/choice.ts';
import type { Outcome } from '../model/outcome.ts';
import { hasExercise, type State, withPlace } from '../model/state.ts';
import { aMoment, askedAgain, backAfter, type Dialog, type Here } from './dialog.ts';

/** Seconds of quiet in a reply of a pause, and in its reprompt. Both together last about four minutes. */
const PAUSE = 170;
const STILL_PAUSED = 60;

const goOn = (): Outcome => backAfter();

export const paused: Dialog<'paused'> = {
  schema: z.object({ id: z.literal('paused') }),
  question: (_here, again) => line(again ? 'pause.ready-again' : 'pause.ready'),
  help: () => [line('help.paused')],
  shows: () => ({
    heading: line('screen.paused'),
    choices: [choice('go-on'), choice('more-time'), choice('stop')],
  }),
  talking: true,
  ifSilent: () => [say(line('pause.still')), hold(STILL_PAUSED), ask(line('pause.ready-again'))],
  answers: () => ({
    yes: goOn,
    next: goOn,
    resume: goOn,
    'not-quite': aMoment,
    done: aMoment,
    no: more,
    pause: more,
    'more-time': more,
    interrupted: more,
    names: more,
    unclear: more,
    menu: () => askedAgain(line('menu.later')),
    // A length without an exercise does not ask for another exercise.
    choose: (here, { exercise }) => (exercise === null ? more(here) : null),
  }),
};

/** Pauses the exercise. `first` is what is said before the quiet. */
export function pause(
  { state, context }: Pick<Here, 'state' | 'context'>,
  first: 'pause.lead' | 'interrupted.lead' = 'pause.lead',
): Outcome {
  return quiet(state, context.now, say(line(first)));
}

function more({ state, context }: Here): Outcome {
  return quiet(state, context.now, say(line('pause.more')));
}

function quiet(state: State, now: number, first: Act): Outcome {
  // So another device can tell that the exercise is still under way here.
  const touched = hasExercise(state) ? withPlace(state, { touched: now }) : state;
  return {
    go: 'ask',
    state: touched,
    dialog: { id: 'paused' },
    words: [first, hold(PAUSE), ask(line('pause.ready'))],
  };
}
