/** The dialog that asks each partner for a yes to being remembered: nicknames and progress. */
import * as v from 'valibot';
import { minutesOf, wished } from '../exercise/lifecycle.ts';
import { type Act, line, say } from '../model/act.ts';
import { today } from '../model/calendar.ts';
import type { Event } from '../model/event.ts';
import { other } from '../model/household.ts';
import type { Outcome } from '../model/outcome.ts';
import { called, sameName } from '../model/partner-names.ts';
import { partner } from '../model/schema.ts';
import type { State } from '../model/state.ts';
import { askedAgain, type Dialog, type Here, missed } from './dialog.ts';
import { asName, withName } from './names.ts';

type AtConsent = Here<'consent'>;

export const consent: Dialog<'consent'> = {
  schema: v.object({ id: v.literal('consent'), who: partner }),
  stateId: ({ who }) => `consent.${who}`,
  stays: true,
  keeps: () => true,
  yes: 'allows',
  question: ({ dialog: { who }, state }, again) =>
    line(again ? 'consent.again' : 'consent.ask', { name: called(state, who) }),
  presents: ({ dialog: { who } }) =>
    who === 'a' ? [say(line('consent.practice')), say(line('consent.kept'))] : [],
  help: () => [line('help.consent')],
  answers: () => ({
    yes: (here, { reported }) => (reported ? fromThemself(here) : agreed(here)),
    'keep-it': agreed,
    no: declined,
    'delete-it': declined,
    'rather-not': declined,
    skip: declined,
    // "Whatever" is no consent.
    'you-choose': missed,
    // There is much to say again, so nothing more is said before it.
    repeat: ({ dialog: { who } }) =>
      who === 'a' ? { go: 'stay', words: 'whole' } : askedAgain(line('repeat.lead')),
    names: (here, { name }) => corrected(here, name),
    // "No, it's Ana."
    rename: (here, { name, other: instead }) => (name === null ? corrected(here, instead ?? '') : null),
  }),
};

/** "Call me Ana": the partner who is asked corrects the nickname. Null if the words are no name. */
function corrected({ dialog: { who }, state }: AtConsent, said: Event<'names'>['name']): Outcome | null {
  const name = asName(said);
  if (name === null || sameName(name, state.household.names[other(who)] ?? '')) return null;
  const next = withName(state, who, name);
  return { go: 'stay', state: next, lead: [say(line('names.corrected', { name: called(next, who) }))] };
}

/** Nobody agrees for the other one: asks that one. */
function fromThemself({ dialog: { who }, state }: AtConsent): Outcome {
  return askedAgain(line('consent.own', { name: called(state, who) }));
}

/** After a yes: asks the other partner, or goes on once both have said yes. */
function agreed({ dialog: { who }, state, context }: AtConsent): Outcome {
  const { household } = state;
  const next: State = {
    ...state,
    household: {
      ...household,
      consent: { ...household.consent, [who]: today(context) },
      since: household.since ?? context.now,
    },
  };
  if (who === 'a') {
    const lead = [say(line('consent.thanks', { name: called(next, 'a') }))];
    return { go: 'ask', state: next, dialog: { id: 'consent', who: 'b' }, lead, words: 'question' };
  }
  return goOn({ ...next, keeping: true }, []);
}

/** After a no of either: nothing is remembered of both, and they go on without another question about it. */
function declined({ state }: AtConsent): Outcome {
  const { household } = state;
  const forgetting = { ...household, consent: { a: null, b: null } };
  return goOn({ ...state, keeping: false, household: forgetting }, [say(line('consent.no'))]);
}

/** Begins what they asked for before. If that was nothing, says what will happen, and asks how long it should be. */
function goOn(state: State, lead: readonly Act[]): Outcome {
  if (state.wish === null) return { go: 'ask', state, dialog: { id: 'length' }, lead };
  const wish = wished(state);
  const done = say(line('consent.done', { time: { seconds: minutesOf(state, wish) * 60 } }));
  return { go: 'begin', state, wish, lead: [...lead, done] };
}
