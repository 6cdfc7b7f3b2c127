import type { Context } from '../context.ts';
import type { Event } from '../event.ts';

/**
 * Whether an appreciation was said to one another, where the microphone only happened to be open. Said into the quiet
 * it was meant for the skill: there it hears nothing but its name.
 */
export function toEachOther(event: Extract<Event, { type: 'appreciation' }>, { playing }: Context): boolean {
  return event.text !== '' && (playing === null || playing.over);
}
