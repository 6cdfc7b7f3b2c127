/** The dialog of a pause in an exercise, which lasts as long as they want. */
import * as v from 'valibot';
import { type Act, ask, hold, line, say } from '../model/act.ts';
import { choice } from '../model/choice.ts';
import type { Outcome } from '../model/outcome.ts';
import { hasExercise, withPlace } from '../model/state.ts';
import { aMoment, askedAgain, backAfter, type Dialog, type Here, isOnAnother } from './dialog.ts';

/** Seconds of quiet in a reply of a pause, and in its reprompt. Both together last about four minutes. */
const PAUSE = 170;
const STILL_PAUSED = 60;

type AtPause = Here<'paused'>;

/**
 * They are ready to go on. Unless it had become too much, they are ready too for the step for which they were asked that
 * before the pause.
 */
function goOn({ dialog, state }: AtPause): Outcome {
  const isAsked = hasExercise(state) && state.stack.exercise.suspended?.on === 'question';
  const isReady = isAsked && dialog.gently !== true && !isOnAnother(state);
  // Nothing else would follow in a session that began with the question whether to carry on with it.
  const isUntouched = state.stack.exercise?.suspended?.on === 'step' && !isOnAnother(state);
  return isReady || isUntouched ? { go: 'resume', lead: [say(line('carry-on.go'))] } : backAfter();
}

export const paused: Dialog<'paused'> = {
  schema: v.object({ id: v.literal('paused'), gently: v.optional(v.literal(true)) }),
  question: (_here, again) => line(again ? 'pause.ready-again' : 'pause.ready'),
  help: () => [line('help.paused')],
  shows: () => ({
    heading: line('screen.paused'),
    choices: [choice('go-on'), choice('more-time'), choice('stop')],
  }),
  talking: () => true,
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

/** Pauses the exercise. `first` is what is said before the quiet; `gently` as in the state of the dialog. */
export function pause(
  { state, context }: Pick<Here, 'state' | 'context'>,
  {
    first = 'pause.lead',
    gently,
  }: { first?: 'pause.lead' | 'interrupted.lead' | undefined; gently?: true } = {},
): Outcome {
  return quiet({ state, context, dialog: { id: 'paused', ...(gently && { gently }) } }, say(line(first)));
}

function more(here: AtPause): Outcome {
  return quiet(here, say(line('pause.more')));
}

function quiet({ dialog, state, context: { now } }: AtPause, first: Act): Outcome {
  // So another device can tell that the exercise is still under way here.
  const touched = hasExercise(state) ? withPlace(state, { touched: now }) : state;
  return {
    go: 'ask',
    state: touched,
    dialog,
    words: [first, hold(PAUSE), ask(line('pause.ready'))],
  };
}
