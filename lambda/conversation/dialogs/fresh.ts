/**
 * The dialog at the beginning of a session, if an exercise was left unfinished a long time ago: whether to begin a
 * fresh one.
 */
import * as v from 'valibot';
import { wished } from '../exercise/lifecycle.ts';
import { line, say } from '../model/act.ts';
import { DAY } from '../model/household.ts';
import type { Outcome } from '../model/outcome.ts';
import { place } from '../model/schema.ts';
import { hasExercise, leftAt, type State } from '../model/state.ts';
import { aMoment, type Dialog, type Here, notToday } from './dialog.ts';
import { offerMenu } from './menu.ts';
import { questionTheyWereOn, whereTheyWere } from './where-they-were.ts';

const DAY_SECONDS = DAY / 1000;

export const fresh: Dialog<'fresh'> = {
  schema: v.object({ id: v.literal('fresh'), last: v.boolean(), dropped: v.optional(place) }),
  stays: true,
  // If the week's recap was offered first, they have not heard yet how long ago they left the exercise.
  presentsAgain: true,
  begins: true,
  question: (_here, again) => line(again ? 'fresh.again' : 'fresh.ask'),
  presents: (here) =>
    hasExercise(here.state) ? [say(line('fresh.lead', { time: { seconds: secondsSince(here) } }))] : [],
  missed: ({ state }, again) => (hasExercise(state) && !again ? line('missed.fresh') : null),
  answers: () => ({
    yes: begin,
    next: begin,
    resume,
    'keep-it': keep,
    no: decline,
    skip: decline,
    'rather-not': decline,
    'not-quite': aMoment,
    done: aMoment,
    menu: offerMenu,
  }),
};

function begin({ state }: Here): Outcome {
  return { go: 'begin', wish: wished(state), lead: [say(line('fresh.go'))] };
}

/** Goes on with the unfinished exercise. If its place was dropped, "go on" means a fresh one. */
function resume(here: Here): Outcome {
  const { state } = here;
  if (!hasExercise(state)) return begin(here);
  return { go: 'resume', lead: [say(line('carry-on.go')), ...questionTheyWereOn(state)] };
}

/** "No, I didn't want it gone": a place that was dropped a moment ago is there again. Null if there never was one. */
function keep({ dialog: { dropped }, state }: Here<'fresh'>): Outcome | null {
  if (dropped === undefined) return hasExercise(state) ? askToCarryOn(state) : null;
  return askToCarryOn({ ...state, stack: { ...state.stack, exercise: leftAt(dropped) } });
}

function decline({ dialog: { last }, state }: Here<'fresh'>): Outcome {
  if (last || !hasExercise(state)) return notToday();
  return askToCarryOn(state);
}

function askToCarryOn(state: State): Outcome {
  const lead = [say(line('fresh.no')), ...whereTheyWere(state)];
  return { go: 'ask', state, dialog: { id: 'carry-on', last: true }, lead, words: 'question' };
}

/** How long ago the exercise was left: whole days, at least one, in seconds. */
function secondsSince({ state, context: { now } }: Here): number {
  const touched = state.stack.exercise?.place.touched ?? now;
  return Math.max(1, Math.round((now - touched) / DAY)) * DAY_SECONDS;
}
