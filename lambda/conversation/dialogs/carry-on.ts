/** The dialog at the beginning of a session, if an exercise was left unfinished: whether to carry on with it. */
import * as z from 'zod/mini';
import { line, say } from '../model/act.ts';
import type { Outcome } from '../model/outcome.ts';
import { type Dialog, endWith, type Here } from './dialog.ts';
import { offerMenu } from './menu.ts';
import { whereTheyWere } from './where-they-were.ts';

export const carryOn: Dialog<'carry-on'> = {
  schema: z.object({ id: z.literal('carry-on'), last: z.boolean() }),
  stays: true,
  begins: true,
  concernsExercise: true,
  question: (_here, again) => line(again ? 'carry-on.again' : 'carry-on.ask'),
  presents: ({ state }) => [say(line('carry-on.lead')), ...whereTheyWere(state)],
  brief: ({ state }) => whereTheyWere(state),
  answers: () => ({ yes: goOn, next: goOn, resume: goOn, no: decline, skip: decline, menu: offerMenu }),
};

/** After a yes: resumes the exercise. */
function goOn(): Outcome {
  return { go: 'resume', lead: [say(line('carry-on.go'))] };
}

/** After a no: begins the exercise they asked for, or asks whether to begin a fresh one. */
function decline({ dialog: { last }, state }: Here<'carry-on'>): Outcome {
  if (last) return endWith(line('welcome.no'));
  if (state.wish !== null) return { go: 'begin', wish: state.wish, lead: [say(line('fresh.go'))] };
  const lead = [say(line('carry-on.no'))];
  return { go: 'ask', dialog: { id: 'fresh', last: true }, lead, words: 'question' };
}
