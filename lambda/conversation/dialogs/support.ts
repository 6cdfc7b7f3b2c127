/**
 * The dialog that tells where to find help, with telephone numbers. An exercise is suspended for it, and resumed only
 * if they ask for that.
 */
import * as z from 'zod/mini';
import { type Act, line, say } from '../model/act.ts';
import { CONCERNS, type Concern } from '../model/event.ts';
import type { Outcome } from '../model/outcome.ts';
import { hasExercise, withoutTop } from '../model/state.ts';
import { askedAgain, type Dialog, endWith, type Here, isOnAnother, missed } from './dialog.ts';

type AtSupport = Here<'support'>;

const close = (): Outcome => endWith(line('support.close'));

export const support: Dialog<'support'> = {
  schema: z.object({
    id: z.literal('support'),
    about: z.enum(CONCERNS),
  }),
  question: (_here, again) => line(again ? 'support.again' : 'support.ask'),
  presents: ({ dialog: { about } }) => [say(line(`support.${about}`))],
  help: () => [line('help.support')],
  doesNotResume: true,
  unlogged: true,
  concernsExercise: true,
  answers: () => ({
    yes: slowly,
    repeat: slowly,
    no: close,
    next: close,
    skip: close,
    'rather-not': close,
    resume,
    thanks: close,
    // Nobody is sent back to the other one here, nor told how to speak to them.
    'time-out': close,
    contempt: () => askedAgain(),
    alone: () => askedAgain(),
    distress: () => askedAgain(line('hard-moment.lead')),
    menu: () => askedAgain(line('menu.later')),
    // A length without an exercise does not ask for another exercise.
    choose: (_here, { exercise }) => (exercise === null ? missed() : null),
  }),
  wishes: (_here, wish) => ({ go: 'ask', dialog: { id: 'start-over', wish }, words: 'question' }),
};

/** Tells where to find help, in the words for this concern. */
export function offerSupport(about: Concern): Outcome {
  return { go: 'ask', dialog: { id: 'support', about } };
}

/** Says it again, slowly enough for numbers to be written down. */
function slowly({ dialog: { about } }: AtSupport): Outcome {
  const lead: Act[] = [
    say(line('support.slowly')),
    { do: 'say', line: line(`support.${about}`), slowly: true },
  ];
  return { go: 'stay', lead, words: 'question' };
}

/** Goes back to the dialog beneath or to the exercise. Null if there is neither. */
function resume({ state }: AtSupport): Outcome | null {
  const lead = [say(line('carry-on.go'))];
  if (isOnAnother(state)) return { go: 'stay', state: withoutTop(state), lead, words: 'whole' };
  return hasExercise(state) ? { go: 'resume', lead } : null;
}
