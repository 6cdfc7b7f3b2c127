/** The dialog about an exercise that still runs on another device: whether to continue it here. */
import * as v from 'valibot';
import { type Act, line, say } from '../model/act.ts';
import type { Outcome } from '../model/outcome.ts';
import { aMoment, askedAgain, type Dialog, endWith, type Here } from './dialog.ts';
import { questionTheyWereOn } from './where-they-were.ts';

const leaveIt = (): Outcome => endWith(line('elsewhere.no'));

function takeOver({ state }: Here): Outcome {
  return { go: 'resume', lead: [say(line('elsewhere.go')), ...questionTheyWereOn(state)] };
}

/** What the question is about. */
const about = (): Act[] => [say(line('elsewhere.lead'))];

export const elsewhere: Dialog<'elsewhere'> = {
  schema: v.object({ id: v.literal('elsewhere') }),
  stays: true,
  takesOver: true,
  question: (_here, again) => line(again ? 'elsewhere.again' : 'elsewhere.ask'),
  presents: about,
  brief: about,
  answers: () => ({
    yes: takeOver,
    next: takeOver,
    resume: takeOver,
    no: leaveIt,
    skip: leaveIt,
    done: leaveIt,
    'not-quite': aMoment,
    // What runs there goes on as it is.
    first: () => askedAgain(),
    depth: () => askedAgain(),
    usual: () => askedAgain(),
    shorter: () => askedAgain(),
  }),
};
