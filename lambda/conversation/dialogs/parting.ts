/** The dialog for two who are no couple any more, or of whom one has died: whether to delete everything. */
import * as v from 'valibot';
import { type Act, line, say } from '../model/act.ts';
import type { Event } from '../model/event.ts';
import { bothAgreed } from '../model/household.ts';
import type { Outcome } from '../model/outcome.ts';
import { withNothingUnderWay } from '../model/state.ts';
import { DELETE_OR_KEEP, type Dialog, endWith, type Here } from './dialog.ts';
import { everything, tryAgain } from './forget.ts';
import { stopReminding } from './remind.ts';

const deleteAll = ({ dialog: { anew }, state }: Here<'parting'>): Outcome =>
  everything(state, line(anew ? 'parting.begin' : 'parting.deleted'));
const leave = (): Outcome => endWith(line('parting.bye'));

export const parting: Dialog<'parting'> = {
  schema: v.object({ id: v.literal('parting'), anew: v.optional(v.literal(true)) }),
  yes: 'deletes',
  question({ dialog: { anew } }, again) {
    if (anew) return line(again ? 'parting.anew-again' : 'parting.anew');
    return line(again ? 'parting.again' : 'parting.ask');
  },
  shows: () => ({ choices: DELETE_OR_KEEP }),
  comesFirst: true,
  unlogged: true,
  answers: () => ({
    yes: deleteAll,
    'delete-it': deleteAll,
    forget: (here, { what }) => (what === 'us' ? deleteAll(here) : null),
    'not-forgotten': () => tryAgain(),
    no: leave,
    'keep-it': leave,
    next: leave,
    done: leave,
    skip: leave,
    resume: leave,
    thanks: leave,
    reluctant: leave,
    'rather-not': leave,
  }),
};

/**
 * "We broke up": cancels the reminder, drops the unfinished exercise, and asks whether to delete everything. Two of whom
 * one is new (`anew`) are only asked: they would otherwise hear under the new name what the other one said.
 */
export function offerToDeleteAll(
  { state, context }: Pick<Here, 'state' | 'context'>,
  { anew }: Event<'parting'>,
): Outcome {
  // Nothing is cancelled or dropped before their yes.
  if (anew)
    return bothAgreed(state.household) ? { go: 'ask', dialog: { id: 'parting', anew } } : { go: 'miss' };
  const { reminder } = state.household;
  const off = reminder === null ? null : stopReminding({ state, context });
  if (off?.go === 'know') return off;
  const lead: Act[] = [say(line('parting.lead')), ...(off?.lead ?? [])];
  const alone = withNothingUnderWay(off?.state ?? state);
  return bothAgreed(state.household)
    ? { go: 'ask', state: alone, dialog: { id: 'parting' }, lead, words: 'question' }
    : { go: 'end', state: alone, lead: [...lead, say(line('parting.close'))] };
}
