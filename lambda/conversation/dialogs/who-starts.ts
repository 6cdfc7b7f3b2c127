/** The dialog about which partner starts, if somebody said "I start" and it is not known who that was. */
import * as v from 'valibot';
import { line, say } from '../model/act.ts';
import { choice } from '../model/choice.ts';
import type { Event } from '../model/event.ts';
import type { Partner } from '../model/household.ts';
import type { Outcome } from '../model/outcome.ts';
import { both, called, speaking } from '../model/partner-names.ts';
import { wish } from '../model/schema.ts';
import { type Dialog, type Here, isOnAnother, missed, notToday } from './dialog.ts';
import { eitherPartner, namedIn } from './which-partner.ts';

type AtWhoStarts = Here<'who-starts'>;

const leaveIt = ({ state }: AtWhoStarts): Outcome => (isOnAnother(state) ? { go: 'back' } : notToday());

export const whoStarts: Dialog<'who-starts'> = {
  schema: v.object({ id: v.literal('who-starts'), wish }),
  begins: true,
  wish: ({ wish }) => wish,
  question: ({ state }, again) => line(again ? 'choose.first-who-again' : 'choose.first-who', both(state)),
  listensFor: () => 'name',
  missed: ({ state }, again) => line(again ? 'missed.who-starts-again' : 'missed.who-starts', both(state)),
  shows: (_dialog, state) => ({ choices: eitherPartner(state, choice('you-choose')) }),
  help: () => [line('choose.first-how')],
  answers: () => ({
    names: chosen,
    rename: chosen,
    first: chosen,
    'it-is-me': (here) => {
      const who = speaking(here.state, here.context);
      return who === null ? missed() : starting(here, who);
    },
    'you-choose': (here) => starting(here, planned(here)),
    no: leaveIt,
    skip: leaveIt,
    next: leaveIt,
    'rather-not': leaveIt,
  }),
};

/** The one who starts unless they choose. */
function planned({ dialog, state }: AtWhoStarts): Partner {
  return dialog.wish.first ?? state.household.next;
}

function chosen(here: AtWhoStarts, event: Event<'names' | 'rename' | 'first'>): Outcome {
  const who = namedIn(here, event, planned(here));
  return who === null ? { go: 'miss', why: line('choose.first-how') } : starting(here, who);
}

/** What is beneath is asked again, for the one who starts; if nothing is, it begins. */
function starting({ dialog, state }: AtWhoStarts, first: Partner): Outcome {
  const lead = [say(line('choose.first', { name: called(state, first) }))];
  const wish = { ...dialog.wish, first };
  // The length is known already, so that it is not asked for again.
  if (isOnAnother(state) && wish.minutes !== null) return { go: 'begin', wish, lead };
  const next = { ...state, wish };
  return isOnAnother(state)
    ? { go: 'back', state: next, lead, words: 'question' }
    : { go: 'open', state: next, lead };
}
