/** The dialog about whose nickname changes, if somebody said a new one and it is not known who that was. */
import * as v from 'valibot';
import { type Act, line, say } from '../model/act.ts';
import type { DialogState } from '../model/dialog-state.ts';
import { other, type Partner } from '../model/household.ts';
import type { Outcome } from '../model/outcome.ts';
import { called, sameName, speaking } from '../model/partner-names.ts';
import { partner } from '../model/schema.ts';
import { changeHousehold, type State } from '../model/state.ts';
import { backAfter, type Dialog, type Here, missed } from './dialog.ts';
import { byName } from './which-partner.ts';

type AtRename = Here<'rename'>;

const stays = (): Outcome => backAfter(line('rename.stays'));

export const rename: Dialog<'rename'> = {
  schema: v.object({ id: v.literal('rename'), who: partner, name: v.string(), last: v.boolean() }),
  question: ({ dialog: { who, name }, state }, again) =>
    line(again ? 'rename.whose-again' : 'rename.whose', { name: called(state, who), instead: name }),
  listensFor: () => 'name',
  missed: (_here, again) => line(again ? 'missed.name-again' : 'missed.name'),
  answers: () => ({
    ...byName(({ dialog }) => dialog.who, change),
    yes: (here) => change(here, here.dialog.who),
    no: ({ dialog }) => {
      // It may be the nickname of the other partner.
      const others: DialogState = { ...dialog, who: other(dialog.who), last: true };
      return dialog.last ? stays() : { go: 'ask', dialog: others, words: 'question' };
    },
    'it-is-me': (here) => {
      const who = speaking(here.state, here.context);
      return who === null ? missed() : change(here, who);
    },
    skip: stays,
    'rather-not': stays,
    done: stays,
  }),
};

function change({ dialog: { name }, state }: AtRename, who: Partner): Outcome {
  return { go: 'back', ...renamed(state, who, name) };
}

/** The state with another nickname for a partner, and what is said of it. Both never have the same. */
export function renamed(state: State, who: Partner, name: string): { state: State; lead: Act[] } {
  const taken = state.household.names[other(who)];
  if (taken !== null && sameName(taken, name))
    return { state, lead: [say(line('names.same', { name: taken }))] };
  const next = changeHousehold(state, (household) => ({
    ...household,
    names: { ...household.names, [who]: name },
  }));
  return { state: next, lead: [say(line('rename.one', { name: called(next, who) }))] };
}
