/** Answers to a question for one of the partners: a yes or a no to a name ("is it Ana?"), or the name itself. */
import { line } from '../model/act.ts';
import { type Choice, choice } from '../model/choice.ts';
import type { DialogId } from '../model/dialog-state.ts';
import type { Event } from '../model/event.ts';
import { other, type Partner } from '../model/household.ts';
import type { Outcome } from '../model/outcome.ts';
import { called, partnerCalled } from '../model/partner-names.ts';
import type { State } from '../model/state.ts';
import { type DialogAnswers, type Here, missed } from './dialog.ts';

/** The partner that an answer names; null if it names neither. `asked` is the partner that the question names. */
export function namedIn({ state }: Pick<Here, 'state'>, event: Naming, asked: Partner): Partner | null {
  switch (event.type) {
    case 'names':
      return partnerCalled(state.household, event.name);
    // "No, it's Bo."
    case 'rename':
      return event.name === null && event.other !== null ? partnerCalled(state.household, event.other) : null;
    case 'first': {
      const { who } = event;
      if (who === 'a' || who === 'b' || who === null) return who;
      return who === 'other' ? other(asked) : partnerCalled(state.household, who.name);
    }
  }
}

/** The events that can name a partner. */
type Naming = Event<'names' | 'rename' | 'first'>;

/**
 * The answers that name a partner.
 *
 * @param asked - the partner that the question names
 * @param then - what to do for the partner that the answer names
 */
export function byName<Id extends DialogId>(
  asked: (here: Here<Id>) => Partner,
  then: (here: Here<Id>, who: Partner) => Outcome,
): DialogAnswers<Id> {
  const answer = (here: Here<Id>, event: Naming): Outcome | null => {
    // "He said it": which of the two that is cannot be known.
    if (event.type === 'first' && event.who === null) return missed();
    const who = namedIn(here, event, asked(here));
    return who === null ? null : then(here, who);
  };
  return { names: answer, rename: answer, first: answer };
}

/** The answers to "is it Ana?": a yes, a no (which means the other partner), or a name. */
export function whichPartner<Id extends DialogId>(
  asked: (here: Here<Id>) => Partner,
  then: (here: Here<Id>, who: Partner) => Outcome,
): DialogAnswers<Id> {
  return {
    ...byName(asked, then),
    yes: (here) => then(here, asked(here)),
    // "Is that from Ana?" "Yes, that's me."
    'it-is-me': (here) => then(here, asked(here)),
    no: (here) => then(here, other(asked(here))),
  };
}

/** Both partners as choices on a screen, and one for neither. */
export function eitherPartner(state: State, neither: Choice = choice('skip')): Choice[] {
  return [
    { id: 'partner-a', label: line('screen.partner', { name: called(state, 'a') }) },
    { id: 'partner-b', label: line('screen.partner', { name: called(state, 'b') }) },
    neither,
  ];
}
