/** The dialog that offers a check-in of which nothing is stored, for a couple that said no to storing. */
import * as z from 'zod/mini';
import { wished } from '../exercise/lifecycle.ts';
import { line, say } from '../model/act.ts';
import type { Outcome } from '../model/outcome.ts';
import { aMoment, type Dialog, endWith, type Here } from './dialog.ts';

const close = (): Outcome => endWith(line('without-keeping.close'));

function begin({ state }: Here): Outcome {
  return { go: 'begin', wish: wished(state), lead: [say(line('without-keeping.done'))] };
}

export const withoutKeeping: Dialog<'without-keeping'> = {
  schema: z.object({ id: z.literal('without-keeping') }),
  stays: true,
  question: (_here, again) => line(again ? 'without-keeping.again' : 'without-keeping.ask'),
  help: () => [line('help.consent')],
  missed: (_here, again) => line(again ? 'missed.ready-again' : 'missed.ready'),
  answers: () => ({
    yes: begin,
    next: begin,
    resume: begin,
    no: close,
    skip: close,
    'rather-not': close,
    'not-quite': aMoment,
    done: aMoment,
  }),
};
