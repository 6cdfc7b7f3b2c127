/** Finds out which partner said an appreciation. */
import { stepAt } from '../exercise/sequencer.ts';
import type { Event } from '../model/event.ts';
import { other, PARTNERS, type Partner } from '../model/household.ts';
import { partnerCalled, speaking } from '../model/partner-names.ts';
import { atStepHeard, isRunning } from '../model/state.ts';
import { floorOf } from '../model/step.ts';
import type { Anywhere } from './command.ts';

/**
 * The author of an appreciation: by a name that was said, by the voice, by whom the sentence names, or by whose turn it
 * is. All but the last are sure.
 */
export function authorOf(
  { state, context }: Anywhere,
  { from, to, text }: Event<'appreciation'>,
): { from: Partner | null; sure: boolean } {
  const author = from === undefined ? null : partnerCalled(state.household, from);
  if (author !== null) return { from: author, sure: true };
  const receiver = to === undefined ? null : partnerCalled(state.household, to);
  if (receiver !== null) return { from: other(receiver), sure: true };
  const voice = speaking(state, context);
  if (voice !== null) return { from: voice, sure: true };
  const named = PARTNERS.filter((partner) => isNamed(state.household.names[partner], text));
  const [about] = named;
  if (about !== undefined && named.length === 1) return { from: other(about), sure: true };
  // If one voice is known and this is another one, it is probably that of the other partner.
  const { voices } = state.household;
  const known = PARTNERS.find((partner) => typeof voices[partner] === 'string');
  if (context.speaker !== null && known !== undefined) return { from: other(known), sure: false };
  if (!isRunning(state)) return { from: null, sure: false };
  const { step } = stepAt(atStepHeard(state, context).stack.exercise.place);
  return { from: floorOf(step), sure: false };
}

/** Whether a sentence names this partner: as a word of its own, or as in "Bo's". */
function isNamed(name: string | null, text: string): boolean {
  if (name === null) return false;
  const words = (said: string): string =>
    ` ${said
      .toLowerCase()
      .replace(/['’]s\b/gu, '')
      .replace(/[^\p{L}\p{M}\p{N}]+/gu, ' ')
      .trim()} `;
  return words(name).trim() !== '' && words(text).includes(words(name));
}
