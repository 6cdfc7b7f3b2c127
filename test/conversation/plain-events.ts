import { type Event, type EventType, events } from '../../lambda/conversation/model/event.ts';

/** The events without parameters. */
export const plainEvents: readonly Event[] = (Object.keys(events) as EventType[])
  .filter((type) => events[type].simple)
  .map((type) => ({ type }) as Event);
