/** The dialog about leaving the exercise under way: to begin it again, or to begin another one. */
import * as v from 'valibot';
import { named } from '../exercise/catalogue/exercise.ts';
import { line, say } from '../model/act.ts';
import type { Outcome } from '../model/outcome.ts';
import * as schema from '../model/schema.ts';
import { hasExercise } from '../model/state.ts';
import { backAfter, type Dialog, type Here, missed } from './dialog.ts';

/** Whether it is another exercise that they wish for. */
function isOther({ dialog: { wish }, state }: Here<'start-over'>): boolean {
  return hasExercise(state) && wish.exercise !== state.stack.exercise.place.exercise;
}

const leaveIt = (): Outcome => backAfter();

function begin(here: Here<'start-over'>): Outcome {
  const lead = isOther(here) ? [] : [say(line('fresh.go'))];
  return { go: 'begin', wish: here.dialog.wish, lead };
}

export const startOver: Dialog<'start-over'> = {
  schema: v.object({ id: v.literal('start-over'), wish: schema.wish }),
  question: (here, again) =>
    isOther(here)
      ? line(again ? 'start-over.other-again' : 'start-over.other', {
          exercise: named(here.dialog.wish.exercise),
        })
      : line(again ? 'start-over.again' : 'start-over.ask'),
  missed: (_here, again) => line(again ? 'missed.start-over-again' : 'missed.start-over'),
  waits: () => true,
  answers: () => ({
    yes: begin,
    'delete-it': begin,
    'start-over': missed,
    next: missed,
    no: leaveIt,
    skip: leaveIt,
    'rather-not': leaveIt,
    'keep-it': leaveIt,
    done: leaveIt,
    resume: leaveIt,
  }),
  wish: ({ wish }) => wish,
  wishes: (_here, wish) => ({ go: 'ask', dialog: { id: 'start-over', wish }, words: 'again' }),
};
