/**
 * What is answered although the household cannot be read: help is found, and all of it can be forgotten. A time zone that
 * is not known is asked for again.
 */
import { answeredBy } from '../conversation/dialogs/registry.ts';
import { isZone } from '../conversation/model/calendar.ts';
import type { Context } from '../conversation/model/context.ts';
import { type Event, events } from '../conversation/model/event.ts';
import { asked, changeHousehold, newState, type State } from '../conversation/model/state.ts';
import type { StoreError } from '../household/errors.ts';
import type { HouseholdId } from '../household/store.ts';
import type { Listener } from '../understanding/listener.ts';
import type { Opened, Unread } from './dependencies.ts';
import type { Happened } from './intents.ts';
import type { Log } from './log.ts';

/**
 * Whether an event is answered although the household could not be read: words of danger always are, and so is the wish
 * that a household is forgotten which is there and cannot be read. Nothing of it has to be known for either.
 */
export function needsNoHousehold(happened: Happened, { code }: StoreError, listener: Listener): boolean {
  if ('touch' in happened) return false;
  const nobody = { question: null, names: [null, null] } as const;
  const event = 'event' in happened ? happened.event : listener.understand(happened.words, nobody).event;
  if (event.type === 'support') return true;
  const unreadable = code === 'malformed' || code === 'newer-schema' || code === 'older-schema';
  return unreadable && event.type === 'forget' && event.what === 'us';
}

/** The line that says why the household cannot be read. */
export function whyUnread({ code }: StoreError): Unread {
  return code === 'newer-schema' ? 'store.newer' : 'store.unreachable';
}

/**
 * Whether an event is answered in a session whose household could not be read: an answer to what is asked, and whatever
 * needs nothing of the household. Anything else would be answered as if nothing was stored.
 */
export function isAnsweredUnread(state: State, event: Event, context: Context): boolean {
  const dialog = asked(state);
  const isAnswer = dialog !== null && answeredBy({ dialog, state, context }, event) !== null;
  const isOfAll = event.type === 'forget' && event.what === 'us';
  return isAnswer || isOfAll || events[event.type].storeless === true;
}

/** A session that knows nothing of what is stored. Nothing is saved in it. */
export const UNREAD: Opened = {
  state: { ...newState(null), keeping: false },
  version: null,
  mark: null,
  base: null,
  playing: null,
  elsewhere: false,
  brokeOff: false,
  running: null,
  opening: '',
  unsettled: [],
  retracting: [],
  greeting: '',
};

/** The state without a time zone that this release of Node.js does not know. It is counted, and asked for again. */
export function withKnownZone(state: State, log: Log, household: HouseholdId): State {
  const { zone } = state.household;
  if (zone === null || isZone(zone)) return state;
  log.warn('time zone skipped', { operation: 'settings', code: 'unknown-zone', household });
  return changeHousehold(state, (known) => ({ ...known, zone: null }));
}
