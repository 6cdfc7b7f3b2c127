/** The dialog that offers an exercise, after they were told something about it. */
import * as v from 'valibot';
import { named } from '../exercise/catalogue/exercise.ts';
import { wishFor } from '../exercise/lifecycle.ts';
import { line } from '../model/act.ts';
import type { DialogState, Wish } from '../model/dialog-state.ts';
import type { Outcome } from '../model/outcome.ts';
import { exercise } from '../model/schema.ts';
import type { State } from '../model/state.ts';
import { aMoment, backAfter, type Dialog, type Here, isOnAnother, notToday } from './dialog.ts';
import { offerMenu } from './menu.ts';

type AtTry = Here<'try'>;

export const tryIt: Dialog<'try'> = {
  schema: v.object({ id: v.literal('try'), exercise }),
  begins: true,
  invites: true,
  chooses: true,
  question: ({ dialog }, again) =>
    line(again ? 'try.again' : 'try.ask', { exercise: named(dialog.exercise) }),
  answers: () => ({
    yes: begin,
    next: begin,
    resume: begin,
    no: decline,
    done: decline,
    'not-quite': aMoment,
    skip: decline,
    'rather-not': decline,
    'you-choose': (here, { what }) => (what === null || what === 'exercise' ? begin(here) : null),
    menu: offerMenu,
  }),
  wish,
};

function wish({ exercise }: DialogState<'try'>, state: State): Wish {
  return { ...(state.wish ?? wishFor(exercise)), exercise };
}

/** Begins the session as if they had asked for this exercise. */
function begin({ dialog, state }: AtTry): Outcome {
  return { go: 'open', state: { ...state, wish: wish(dialog, state) } };
}

function decline({ state }: AtTry): Outcome {
  return isOnAnother(state) ? backAfter(line('try.no')) : notToday();
}
