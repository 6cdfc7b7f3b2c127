/** The dialog for the nicknames, on a first visit or to change them later. */
import * as v from 'valibot';
import { line, say } from '../model/act.ts';
import { choice } from '../model/choice.ts';
import type { DialogState } from '../model/dialog-state.ts';
import type { Event } from '../model/event.ts';
import { bothAgreed, type Partner } from '../model/household.ts';
import type { Outcome } from '../model/outcome.ts';
import { called, sameName } from '../model/partner-names.ts';
import { number, partner } from '../model/schema.ts';
import { changeHousehold, hasExercise, type State } from '../model/state.ts';
import { askedAgain, type Dialog, type Here, missed } from './dialog.ts';

/** Characters in the longest nickname. More are words that were taken for a name. */
const LONGEST_NAME = 24;

/** The first question to a new couple: for the first nickname. */
export const FIRST_NAME: DialogState<'names'> = { id: 'names', who: 'a', tries: 0, renaming: false };

type AtNames = Here<'names'>;

export const names: Dialog<'names'> = {
  schema: v.object({ id: v.literal('names'), who: partner, tries: number, renaming: v.boolean() }),
  stateId: ({ who }) => `names.${who}`,
  stays: true,
  question({ dialog: { who, renaming }, state }, again) {
    if (renaming) return line(again ? 'rename.ask-again' : 'rename.ask', { name: called(state, who) });
    if (who === 'a') return line(again ? 'names.first-again' : 'names.first');
    return line(again ? 'names.second-again' : 'names.second');
  },
  listensFor: () => 'name',
  presents: ({ dialog: { who, renaming } }) => (who === 'a' && !renaming ? [say(line('welcome.new'))] : []),
  shows: () => ({ choices: [choice('skip')] }),
  help: () => [line('help.names')],
  missed({ dialog: { renaming } }, again) {
    if (renaming && !again) return line('missed.rename');
    return line(again ? 'missed.names-again' : 'missed.names');
  },
  answers: () => ({
    names: taken,
    'rather-not': unnamed,
    skip: unnamed,
    no: unnamed,
    reluctant: unnamed,
    next: unnamed,
    rename: corrected,
    // "Steve starts."
    first: (here, { who }) =>
      who !== null && typeof who === 'object'
        ? taken(here, { type: 'names', name: who.name, other: null })
        : null,
    learn: (_here, { about }) => (about === 'why' ? askedAgain(line('help.names')) : null),
    appreciation: missed,
    'you-choose': missed,
  }),
};

/** "No, it's Anna": at the second question it corrects the first name. Null if it is no name. */
function corrected(here: AtNames, event: Event<'rename'>): Outcome | null {
  const { dialog, state } = here;
  const name = event.name === null ? asName(event.other ?? '') : null;
  if (name === null) return null;
  if (dialog.who === 'a') return taken(here, { type: 'names', name, other: null });
  // Both never have the same.
  if (sameName(name, state.household.names.b ?? '')) return taken(here, { type: 'names', name, other: null });
  const next = withName(state, 'a', name);
  const lead = [say(line('names.corrected', { name: called(next, 'a') }))];
  return { go: 'stay', state: next, lead, words: 'question' };
}

/** Takes the names that were said. */
export function taken(here: AtNames, event: Event<'names'>): Outcome {
  const { dialog, state } = here;
  const name = asName(event.name);
  if (name === null) return { go: 'miss', why: line('names.not-a-name') };
  const second = event.other === null ? null : asName(event.other);
  if (dialog.who === 'a') {
    if (second === null || sameName(name, second)) return named(here, name);
    return named({ ...here, state: withName(state, 'a', name), dialog: { ...dialog, who: 'b' } }, second);
  }
  const first = state.household.names.a;
  if (second !== null && !sameName(name, second) && (first === null || !sameName(first, second)))
    return named({ ...here, state: withName(state, 'a', name) }, second);
  if (first === null || !sameName(first, name)) return named(here, name);
  return askForAnother(here, first);
}

/** They give no name: one that is known already stays. */
function unnamed(here: AtNames): Outcome {
  return named(here, here.state.household.names[here.dialog.who]);
}

/** Both would have the same name: asks once for a nickname. After that the second one is "second partner". */
function askForAnother(here: AtNames, same: string): Outcome {
  if (here.dialog.tries > 0) return unnamed(here);
  const lead = [say(line('names.same', { name: same }))];
  return { go: 'ask', dialog: { ...here.dialog, tries: 1 }, lead, words: 'question' };
}

/** Takes the name (null for none), and asks for the next thing. */
function named({ dialog, state }: AtNames, name: string | null): Outcome {
  const { who, renaming } = dialog;
  const next = withName(state, who, name);
  if (who === 'a') {
    const thanks =
      name === null ? line('names.thanks-unnamed') : line('names.thanks', { name: called(next, 'a') });
    const second: DialogState = { id: 'names', who: 'b', tries: 0, renaming };
    // If the session ends before the second one has another name, they do not both have the same.
    const { b } = next.household.names;
    const apart = name !== null && b !== null && sameName(name, b) ? withName(next, 'b', null) : next;
    return { go: 'ask', state: apart, dialog: second, lead: [say(thanks)], words: 'question' };
  }
  if (!renaming) return { go: 'ask', state: next, dialog: { id: 'consent', who: 'a' } };
  // If names were changed later, nothing else is asked again.
  const asked: DialogState = hasExercise(next) ? { id: 'carry-on', last: false } : { id: 'welcome' };
  const lead = [say(line('rename.done'))];
  return { go: 'ask', state: next, dialog: asked, lead, words: 'without-greeting' };
}

/** Asks for both names again. Everything else that is known stays. */
export function askNamesAgain(state: State): Outcome {
  const dialog: DialogState = { ...FIRST_NAME, renaming: bothAgreed(state.household) || !state.keeping };
  return { go: 'ask', dialog, lead: [say(line('rename.both'))], words: 'question' };
}

/** The state with another nickname for a partner; null for none. */
export function withName(state: State, who: Partner, name: string | null): State {
  return changeHousehold(state, (household) => ({
    ...household,
    names: { ...household.names, [who]: name },
  }));
}

/** The nickname in these words, with single spaces between its parts. Null if they cannot be a nickname. */
export function asName(heard: string): string | null {
  const name = heard.replace(/\s+/gu, ' ').trim();
  if (name === '' || [...name].length > LONGEST_NAME) return null;
  if (!/[\p{L}\p{N}\p{Extended_Pictographic}]/u.test(name)) return null;
  return name.split(' ').length > 3 ? null : name;
}
