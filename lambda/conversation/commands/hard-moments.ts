/** Commands for somebody to whom it is too much, and for somebody who would rather not. */

import { askWhatHelps, LIGHT_QUESTIONS } from '../dialogs/hard-moment.ts';
import {
  answeredBy,
  isAskedAgain,
  isSetAside,
  leavingOf,
  onlyBegins,
  wishHere,
} from '../dialogs/registry.ts';
import { offerShortOne } from '../dialogs/short-one.ts';
import { line, say } from '../model/act.ts';
import { bothAgreed } from '../model/household.ts';
import type { Outcome } from '../model/outcome.ts';
import { asked, isRunning } from '../model/state.ts';
import { sameAgain } from './choose.ts';
import type { Anywhere } from './command.ts';

/** "I can't do this": asks what would help. */
export function distress({ state, context }: Anywhere): Outcome {
  const lead = line('hard-moment.lead');
  const { session, stack, household } = state;
  const isOpen = session === 'open';
  const mayOffer = isOpen ? onlyBegins(state) : !context.elsewhere;
  if (mayOffer && bothAgreed(household)) return offerShortOne(LIGHT_QUESTIONS, lead);
  if (isRunning(state) || isSetAside(state)) return askWhatHelps('choices');
  if (isOpen && stack.dialogs.some(isAskedAgain)) return askWhatHelps('on');
  const dialog = isOpen ? asked(state) : null;
  const dropped = dialog === null ? [] : leavingOf({ dialog, state, context });
  return { go: 'end', lead: [say(lead), ...dropped, say(line('hard-moment.close'))] };
}

/** "Do we have to?" Outside of a step, which is passed: something short or nothing, or what a no leads to. */
export function reluctant({ state, context }: Anywhere): Outcome {
  if (isRunning(state)) return offerShortOne(sameAgain(state), line('short-one.lead'));
  if (onlyBegins(state) && bothAgreed(state.household))
    return offerShortOne(wishHere(state), line('short-one.lead'));
  const dialog = asked(state);
  if (dialog === null) return { go: 'miss' };
  // To some questions a no is an answer, such as the name of the other partner.
  const leaves = answeredBy({ dialog, state, context }, { type: 'rather-not' }) !== null;
  return { go: 'as', event: { type: leaves ? 'rather-not' : 'no' } };
}
