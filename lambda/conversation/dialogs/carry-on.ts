/** The dialog at the beginning of a session, if an exercise was left unfinished: whether to carry on with it. */
import * as v from 'valibot';
import { line, say } from '../model/act.ts';
import type { Outcome } from '../model/outcome.ts';
import { withoutExercise } from '../model/state.ts';
import { aMoment, type Dialog, type Here } from './dialog.ts';
import { offerMenu } from './menu.ts';
import { whereTheyWere } from './where-they-were.ts';

export const carryOn: Dialog<'carry-on'> = {
  schema: v.object({ id: v.literal('carry-on'), last: v.boolean() }),
  stays: true,
  begins: true,
  concernsExercise: true,
  question: (_here, again) => line(again ? 'carry-on.again' : 'carry-on.ask'),
  presents: ({ state }) => [say(line('carry-on.lead')), ...whereTheyWere(state)],
  brief: ({ state }) => whereTheyWere(state),
  missed: (_here, again) => line(again ? 'missed.carry-on-again' : 'missed.carry-on'),
  answers: () => ({
    yes: goOn,
    next: goOn,
    resume: goOn,
    no: decline,
    // "Not tonight, keep it for tomorrow."
    'keep-it': () => ({ go: 'as', event: { type: 'stop' } }),
    skip: decline,
    'rather-not': decline,
    'not-quite': aMoment,
    done: aMoment,
    menu: offerMenu,
  }),
};

/** After a yes: resumes the exercise. */
function goOn(): Outcome {
  return { go: 'resume', lead: [say(line('carry-on.go'))] };
}

/**
 * After a no: the place is dropped, for it is a help and not a debt. Begins the exercise they asked for, or asks once
 * whether to begin a fresh one.
 */
function decline({ dialog: { last }, state }: Here<'carry-on'>): Outcome {
  const { wish, stack } = state;
  if (wish !== null) {
    const isSame = wish.exercise === stack.exercise?.place.exercise;
    return { go: 'begin', wish, lead: isSame ? [say(line('fresh.go'))] : [] };
  }
  const lead = [say(line('carry-on.no'))];
  const dropped = withoutExercise(state);
  if (last) return { go: 'end', state: dropped, lead: [...lead, say(line('welcome.no'))] };
  const fresh = {
    id: 'fresh',
    last: true,
    ...(stack.exercise && { dropped: stack.exercise.place }),
  } as const;
  return { go: 'ask', state: dropped, dialog: fresh, lead, words: 'question' };
}
