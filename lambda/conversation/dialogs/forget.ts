/** The dialog about a deletion: of everything, of one partner, or of the appreciations that one partner said. */
import * as v from 'valibot';
import { type Act, line, say } from '../model/act.ts';
import type { Context } from '../model/context.ts';
import type { DialogState } from '../model/dialog-state.ts';
import type { Event, Forgotten } from '../model/event.ts';
import { other, type Partner } from '../model/household.ts';
import type { Outcome } from '../model/outcome.ts';
import { both, called, partnerCalled, speaking } from '../model/partner-names.ts';
import { partner } from '../model/schema.ts';
import { changeHousehold, type LastKept, newState, type State } from '../model/state.ts';
import { DELETE_OR_KEEP, type Dialog, type DialogAnswers, type Here } from './dialog.ts';
import { forgetVoice } from './voice.ts';
import { eitherPartner, whichPartner } from './which-partner.ts';

/** The deletion of everything, before it is done. */
const EVERYTHING: DialogState<'forget'> = { id: 'forget', what: 'us', who: null, failed: false };

type AtForget = Here<'forget'>;

export const forget: Dialog<'forget'> = {
  schema: v.object({
    id: v.literal('forget'),
    what: v.picklist(['us', 'person', 'words']),
    who: v.nullable(partner),
    failed: v.boolean(),
  }),
  yes: 'deletes',
  stateId: (dialog) => `forget.${dialog.what}${isWhoOpen(dialog) ? '.who' : ''}`,
  question({ dialog, state }, again) {
    const { what, who, failed } = dialog;
    if (failed) return line('forget.try-again');
    if (what === 'us') return line(again ? 'forget.us-again' : 'forget.us');
    const key = isWhoOpen(dialog) ? 'who' : what;
    return line(again ? `forget.${key}-again` : `forget.${key}`, { name: called(state, who ?? 'a') });
  },
  listensFor: (dialog) => (isWhoOpen(dialog) ? 'name' : null),
  shows(dialog, state) {
    if (isWhoOpen(dialog)) return { choices: eitherPartner(state) };
    return dialog.failed ? {} : { choices: DELETE_OR_KEEP };
  },
  leaving: ({ dialog: { failed } }) => [say(line(failed ? 'forget.unfinished' : 'forget.stays'))],
  announces: true,
  missed({ dialog }, again) {
    if (isWhoOpen(dialog)) return line(again ? 'missed.name-again' : 'missed.name');
    return line(again ? 'missed.delete-again' : 'missed.delete');
  },
  waits: ({ failed }) => failed,
  unlogged: true,
  answers: (dialog) => (isWhoOpen(dialog) ? atWhom : atSure),
};

const atWhom: DialogAnswers<'forget'> = {
  ...whichPartner(
    () => 'a',
    ({ dialog }, who) => asking({ ...dialog, who }),
  ),
  skip: leave,
  'rather-not': leave,
  'keep-it': leave,
  resume: leave,
  done: leave,
};

const atSure: DialogAnswers<'forget'> = {
  yes: deleteIt,
  'delete-it': deleteIt,
  // The same words again are no yes: it is asked once more. Any other deletion is asked about like the first one.
  forget: ({ dialog }, { what }) =>
    dialog.what === 'us' && what === 'us' ? { go: 'stay', words: 'again' } : null,
  'not-forgotten': ({ dialog }) => tryAgain(dialog),
  no: leave,
  skip: leave,
  'rather-not': leave,
  'keep-it': leave,
  resume: leave,
  done: leave,
};

/** Whether it is still to be asked which partner they mean. */
function isWhoOpen({ what, who }: DialogState<'forget'>): boolean {
  return what !== 'us' && who === null;
}

/** After a no: deletes nothing, and says so. */
function leave({ dialog: { failed } }: AtForget): Outcome {
  return { go: 'back', lead: [say(line(failed ? 'forget.unfinished' : 'forget.stays'))] };
}

/** "Forget us", "forget Bo", "forget what Bo said": asks for a yes, and first for the partner if that is not known. */
export function askToForget(here: Pick<Here, 'state' | 'context'>, { what }: Event<'forget'>): Outcome {
  const { state, context } = here;
  if (what === 'my-voice') return forgetVoice(here);
  const who = what === 'us' ? null : whoseOf(what, state, context);
  const unknown = typeof what === 'object' && who === null;
  const kind = what === 'us' ? 'us' : what === 'me' || isPerson(what) ? 'person' : 'words';
  return asking(
    { id: 'forget', what: kind, who, failed: false },
    unknown ? [say(line('names.known', both(state)))] : [],
  );
}

function isPerson(what: Forgotten): what is { person: string } {
  return typeof what === 'object' && 'person' in what;
}

/** The partner whom a deletion means; null if that is not known. */
function whoseOf(what: Forgotten, state: State, context: Context): Partner | null {
  const speaker = speaking(state, context);
  if (what === 'said-by-other') return speaker === null ? null : other(speaker);
  if (typeof what !== 'object') return speaker;
  return partnerCalled(state.household, 'person' in what ? what.person : what.saidBy);
}

function asking(dialog: DialogState<'forget'>, lead: Act[] = []): Outcome {
  return { go: 'ask', dialog, lead, words: 'question' };
}

function deleteIt(here: AtForget): Outcome | null {
  const { what, who } = here.dialog;
  if (what === 'us') return everything(here.state);
  return who === null ? null : erase(here, what, who);
}

/**
 * Deletes everything. The couple is new again, and nothing of this session is saved any more. `last` is what is said
 * then.
 */
export function everything({ counter, slow }: State, last = line('forget.us-done')): Outcome {
  return {
    go: 'end',
    state: { ...newState(null), counter, slow },
    lead: [say(last)],
    effects: [{ effect: 'forget' }],
  };
}

/** The deletion of everything failed: offers to try it again. */
export function tryAgain(dialog: DialogState<'forget'> = EVERYTHING): Outcome {
  return {
    go: 'ask',
    dialog: { ...dialog, failed: true },
    lead: [say(line('forget.failed'))],
    words: 'question',
  };
}

/**
 * Deletes the appreciations and questions that one partner said. For `person` the nickname and the voice are deleted too. What the
 * other partner said stays, and the other partner is never told.
 */
function erase({ state, context: { now } }: AtForget, what: 'person' | 'words', who: Partner): Outcome {
  const erased = changeHousehold(state, (household) => ({
    ...household,
    erased: { ...household.erased, [who]: now },
    ...(what === 'person'
      ? {
          names: { ...household.names, [who]: null },
          voices: { ...household.voices, [who]: null },
        }
      : {}),
  }));
  return {
    go: 'back',
    state: { ...erased, own: null, last: mayBeOf(who, erased.last) ? null : erased.last },
    lead: [say(line(what === 'person' ? 'forget.person-done' : 'forget.words-done'))],
    // The moment of the deletion is saved first, so that an appreciation is not read out even if deleting it fails.
    effects: [{ effect: 'save' }, { effect: 'erase', from: who, until: now }],
  };
}

/** Whether what was kept last is of a partner, or may be. */
function mayBeOf(who: Partner, last: LastKept | null): boolean {
  return last !== null && (last.from ?? who) === who;
}
