/** What of a stored household cannot be read is no wall: a time zone is asked for again, and all of it can be forgotten. */
import { isZone } from '../conversation/model/calendar.ts';
import { changeHousehold, newState, type State } from '../conversation/model/state.ts';
import type { StoreError } from '../household/errors.ts';
import type { HouseholdId } from '../household/store.ts';
import type { Listener } from '../understanding/listener.ts';
import type { Opened } from './dependencies.ts';
import type { Said } from './intents.ts';
import type { Log } from './log.ts';

/**
 * Whether they want all of a household forgotten that is there and cannot be read. That works: nothing of it has to be
 * known.
 */
export function forgetsUnreadable(happened: Said, { code }: StoreError, listener: Listener): boolean {
  if (code !== 'malformed' && code !== 'newer-schema' && code !== 'older-schema') return false;
  const nobody = { question: null, names: [null, null] } as const;
  const event = 'event' in happened ? happened.event : listener.understand(happened.words, nobody).event;
  return event.type === 'forget' && event.what === 'us';
}

/** A session that knows nothing of what is stored. Nothing is saved in it. */
export const NOTHING_KEPT: Opened = {
  state: { ...newState(null), keeping: false },
  version: null,
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
