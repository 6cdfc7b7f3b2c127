/** The dialog at the end of a first visit's questions: what will happen, and whether it should be long or short. */
import * as v from 'valibot';
import { wished } from '../exercise/lifecycle.ts';
import { line, say } from '../model/act.ts';
import { choice, minutesChoice } from '../model/choice.ts';
import type { Wish } from '../model/dialog-state.ts';
import type { Outcome } from '../model/outcome.ts';
import { aMoment, askedAgain, type Dialog, type Here, notToday } from './dialog.ts';
import { offerMenu } from './menu.ts';
import { offerShortOne, shortOf } from './short-one.ts';

type AtLength = Here<'length'>;

const LONG = 20;

/**
 * A yes does not say which of the two. It means the short one, as "you choose" does: who is new can have more the next
 * time, and hears which one begins.
 */
function short({ state }: AtLength): Outcome {
  return { go: 'begin', wish: shortOf(wished(state)), lead: [say(line('short-one.go'))] };
}

function long({ state }: AtLength): Outcome {
  return chosen({ ...wished(state), minutes: LONG });
}

function chosen(wish: Wish): Outcome {
  return { go: 'begin', wish, lead: [] };
}

export const length: Dialog<'length'> = {
  schema: v.object({ id: v.literal('length') }),
  stays: true,
  begins: true,
  question: (_here, again) => line(again ? 'length.again' : 'length.ask'),
  presents: () => [say(line('length.plan'))],
  shows: () => ({
    choices: [minutesChoice(5), minutesChoice(10), minutesChoice(20), choice('no', 'not-today')],
  }),
  help: () => [line('help.length'), line('help.safety')],
  missed: (_here, again) => line(again ? 'missed.length-again' : 'missed.length'),
  answers: () => ({
    yes: short,
    next: short,
    resume: short,
    faster: short,
    reluctant: ({ state }) => offerShortOne(wished(state), line('short-one.lead')),
    shorter: ({ state }) => chosen(shortOf(wished(state))),
    // "As always" is the length that is remembered.
    usual: ({ state }, { minutes }) =>
      minutes === null ? chosen({ ...wished(state), minutes: state.household.settings.minutes }) : null,
    'more-time': long,
    'time-left': () => askedAgain(line('help.length')),
    'you-choose': (here, { what }) => (what === null || what === 'length' ? short(here) : null),
    no: notToday,
    skip: notToday,
    'rather-not': notToday,
    'not-quite': aMoment,
    done: aMoment,
    menu: offerMenu,
  }),
  // Whatever names no length is remembered, and the length is asked again.
  wishes: ({ state }, wish) =>
    wish.exercise === 'check-in' && wish.minutes === null
      ? { go: 'stay', state: { ...state, wish }, lead: [say(line('choose.noted'))] }
      : chosen(wish),
};
