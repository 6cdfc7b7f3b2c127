/** The dialog about a deletion: of everything, of one partner, or of the appreciations of one or of both. */
import * as v from 'valibot';
import { type Act, line, say } from '../model/act.ts';
import type { Context } from '../model/context.ts';
import type { DialogState } from '../model/dialog-state.ts';
import type { Effect } from '../model/effect.ts';
import type { Event, Forgotten } from '../model/event.ts';
import { other, type Partner } from '../model/household.ts';
import type { Outcome } from '../model/outcome.ts';
import { both, called, partnerCalled, speaking } from '../model/partner-names.ts';
import { partner } from '../model/schema.ts';
import { changeHousehold, type LastKept, newState, type State } from '../model/state.ts';
import { askedAgain, DELETE_OR_KEEP, type Dialog, type DialogAnswers, type Here } from './dialog.ts';
import { forgetVoice } from './voice.ts';
import { eitherPartner, whichPartner } from './which-partner.ts';

/** The deletion of everything, before it is done. */
const EVERYTHING: DialogState<'forget'> = { id: 'forget', what: 'us', who: null, failed: false };

type AtForget = Here<'forget'>;

export const forget: Dialog<'forget'> = {
  schema: v.object({
    id: v.literal('forget'),
    what: v.picklist(['us', 'person', 'words', 'words-of-both']),
    who: v.nullable(partner),
    failed: v.boolean(),
  }),
  yes: 'deletes',
  stateId: (dialog) =>
    `forget.${dialog.what === 'words-of-both' ? 'words' : dialog.what}${isWhoOpen(dialog) ? '.who' : ''}`,
  question({ dialog, state }, again) {
    const { what, who, failed } = dialog;
    if (failed) return line('forget.try-again');
    if (what === 'us') return line(again ? 'forget.us-again' : 'forget.us');
    if (what === 'words-of-both') return line(again ? 'forget.words-of-both-again' : 'forget.words-of-both');
    const key = isWhoOpen(dialog) ? 'who' : what;
    return line(again ? `forget.${key}-again` : `forget.${key}`, { name: called(state, who ?? 'a') });
  },
  listensFor: (dialog) => (isWhoOpen(dialog) ? 'name' : null),
  shows(dialog, state) {
    if (isWhoOpen(dialog)) return { choices: eitherPartner(state) };
    return dialog.failed ? {} : { choices: DELETE_OR_KEEP };
  },
  leaving: unforgotten,
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

/** The words that ask for these deletions. */
const ASKED_BY: Readonly<Partial<Record<DialogState<'forget'>['what'], Forgotten>>> = {
  us: 'us',
  'words-of-both': 'said',
};

const atSure: DialogAnswers<'forget'> = {
  yes: deleteIt,
  'delete-it': deleteIt,
  // The same words again are no yes: it is asked once more. Any other deletion is asked about like the first one.
  forget: ({ dialog }, { what }) => (what === ASKED_BY[dialog.what] ? askedAgain() : null),
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
  return (what === 'person' || what === 'words') && who === null;
}

/** What is said if nothing is deleted, or not everything. */
function unforgotten({ dialog: { failed } }: AtForget): Act[] {
  return [say(line(failed ? 'forget.unfinished' : 'forget.stays'))];
}

/** After a no: deletes nothing, and says so. */
function leave(here: AtForget): Outcome {
  return { go: 'back', lead: unforgotten(here) };
}

/** "Forget us", "forget Bo", "forget what Bo said": asks for a yes, and first for the partner if that is not known. */
export function askToForget(here: Pick<Here, 'state' | 'context'>, { what }: Event<'forget'>): Outcome {
  const { state, context } = here;
  if (what === 'my-voice') return forgetVoice(here);
  if (what === 'said') return asking({ id: 'forget', what: 'words-of-both', who: null, failed: false });
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
  if (what === 'words-of-both') return erase(here, what, ['a', 'b']);
  return who === null ? null : erase(here, what, [who]);
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

/** A deletion failed, of everything unless it is another one: offers to try it again. */
export function tryAgain(dialog: DialogState<'forget'> = EVERYTHING): Outcome {
  return {
    go: 'ask',
    dialog: { ...dialog, failed: true },
    lead: [say(line('forget.failed'))],
    words: 'question',
  };
}

/**
 * Deletes the appreciations and questions of one partner or of both. For `person` the nickname and the voice are deleted too.
 * What the other partner said stays, and the other partner is never told.
 */
function erase(
  { state, context: { now } }: AtForget,
  what: 'person' | 'words' | 'words-of-both',
  whose: readonly Partner[],
): Outcome {
  const each = <T>(value: T): Partial<Record<Partner, T>> =>
    Object.fromEntries(whose.map((who) => [who, value]));
  const erased = changeHousehold(state, (household) => ({
    ...household,
    erased: { ...household.erased, ...each(now) },
    ...(what === 'person'
      ? {
          names: { ...household.names, ...each(null) },
          voices: { ...household.voices, ...each(null) },
        }
      : {}),
  }));
  return {
    go: 'back',
    state: { ...erased, own: null, last: mayBeOf(whose, erased.last) ? null : erased.last },
    lead: [say(line(what === 'person' ? 'forget.person-done' : 'forget.words-done'))],
    // The moment of the deletion is saved first, so that an appreciation is not read out even if deleting it fails.
    effects: [{ effect: 'save' }, ...whose.map((from): Effect => ({ effect: 'erase', from, until: now }))],
  };
}

/** Whether what was kept last is of one of these, or may be. */
function mayBeOf(whose: readonly Partner[], last: LastKept | null): boolean {
  return last !== null && (last.from === null || whose.includes(last.from));
}
