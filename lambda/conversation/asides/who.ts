/** Whose it is, or whom they mean: a yes or a no to one name, or the name itself. */
import type { Event } from '../event.ts';
import { other, type Partner } from '../household.ts';
import { partnerCalled } from '../people.ts';
import type { State } from '../state.ts';

/** The one that an answer to "is it Ana?" means; null where it names neither. */
export function whoIn(event: Event, { household }: State, asked: Partner): Partner | null {
  switch (event.type) {
    case 'yes':
      return asked;
    case 'no':
      return other(asked);
    default:
      return namedIn(event, { household }, asked);
  }
}

/** The one that an answer names. */
export function namedIn(
  event: Event,
  { household }: Pick<State, 'household'>,
  asked: Partner,
): Partner | null {
  switch (event.type) {
    case 'names':
      return partnerCalled(household, event.name);
    // "No, it's Bo."
    case 'rename':
      return event.name === null && event.other !== null ? partnerCalled(household, event.other) : null;
    case 'first': {
      const { who } = event;
      if (who === 'a' || who === 'b' || who === null) return who;
      return who === 'other' ? other(asked) : partnerCalled(household, who.name);
    }
    default:
      return null;
  }
}
