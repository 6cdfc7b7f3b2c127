/** Who is to start. */
import type { Starter } from '../model/event.ts';
import { other, type Partner } from '../model/household.ts';
import { partnerCalled } from '../model/partner-names.ts';
import type { State } from '../model/state.ts';

/** The partner that is to start; null if it is not known. @param planned - the one who would start otherwise */
export function partnerOf(who: Starter, { household }: State, planned: Partner): Partner | null {
  if (who === null || who === 'a' || who === 'b') return who;
  if (who === 'other') return other(planned);
  return partnerCalled(household, who.name);
}
