import { stepAt } from '../exercise/sequencer.ts';
import type { Event } from '../model/event.ts';
import { other, type Partner } from '../model/household.ts';
import { partnerCalled, speaking } from '../model/partner-names.ts';
import { atStepHeard, isRunning } from '../model/state.ts';
import type { Anywhere } from './command.ts';

/** Whose an appreciation is: by a name they said, by the voice, or otherwise by whose turn it is, which has to be asked. */
export function authorOf(
  { state, context }: Anywhere,
  { from, to }: Event<'appreciation'>,
): { from: Partner | null; sure: boolean } {
  const author = from === undefined ? null : partnerCalled(state.household, from);
  if (author !== null) return { from: author, sure: true };
  const receiver = to === undefined ? null : partnerCalled(state.household, to);
  if (receiver !== null) return { from: other(receiver), sure: true };
  const voice = speaking(state, context);
  if (voice !== null) return { from: voice, sure: true };
  // A voice that is not the one that is known is likely to be the other's.
  const { voices } = state.household;
  const known = (['a', 'b'] as const).find((partner) => typeof voices[partner] === 'string');
  if (context.speaker !== null && known !== undefined) return { from: other(known), sure: false };
  if (!isRunning(state)) return { from: null, sure: false };
  const { step, kind } = stepAt(atStepHeard(state, context).stack.exercise.place);
  return { from: kind.floor(step), sure: false };
}
