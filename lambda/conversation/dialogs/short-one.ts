/** The dialog for a couple that would rather not: something short, or nothing today. */
import * as v from 'valibot';
import { nearestLength } from '../exercise/catalogue/catalogue.ts';
import { minutesOf } from '../exercise/lifecycle.ts';
import { line, say } from '../model/act.ts';
import { choice } from '../model/choice.ts';
import type { Wish } from '../model/dialog-state.ts';
import type { Line } from '../model/lines.ts';
import type { Outcome } from '../model/outcome.ts';
import * as schema from '../model/schema.ts';
import { type Dialog, type Here, notToday } from './dialog.ts';
import { offerMenu } from './menu.ts';

/** The minutes of a short one, if the exercise can be that short. */
const SHORT = 5;

type AtShortOne = Here<'short-one'>;

export const shortOne: Dialog<'short-one'> = {
  schema: v.object({ id: v.literal('short-one'), wish: schema.wish }),
  question: ({ dialog: { wish }, state }, again) =>
    line(again ? 'short-one.again' : 'short-one.ask', { time: { seconds: minutesOf(state, wish) * 60 } }),
  shows: () => ({ choices: [choice('yes'), choice('no', 'not-today')] }),
  begins: true,
  chooses: true,
  unlogged: true,
  answers: () => ({
    yes: begin,
    next: begin,
    resume: begin,
    shorter: begin,
    'you-choose': (here, { what }) => (what === null ? begin(here) : null),
    no: notToday,
    skip: notToday,
    'rather-not': notToday,
    reluctant: notToday,
    distress: notToday,
    done: notToday,
    menu: offerMenu,
  }),
  wish: ({ wish }) => wish,
};

/** The short one of what they wished for. */
export function shortOf(wish: Wish): Wish {
  return { ...wish, minutes: nearestLength(wish.exercise, SHORT) };
}

/** Asks whether a short one of what they wished for would be all right. `why` is said first. */
export function offerShortOne(wish: Wish, why: Line): Outcome {
  const short: Wish = { ...shortOf(wish), depth: 'light' };
  return { go: 'ask', dialog: { id: 'short-one', wish: short }, lead: [say(why)], words: 'question' };
}

function begin({ dialog: { wish } }: AtShortOne): Outcome {
  return { go: 'begin', wish, lead: [say(line('short-one.go'))] };
}
