/** The port: what the skill asks of whatever keeps households. One contract test suite runs against every store. */
import type { Recalled } from '../conversation/context.ts';
import type { Appreciation, Recalling } from '../conversation/effect.ts';
import type { AppreciationKey, Household, Partner } from '../conversation/household.ts';

/** SHA-256 of the user id that Alexa gives, in hex: the id itself is never kept. */
export type HouseholdId = string;

/** A household as it is kept, with what the adapter needs to take turns between devices. */
export interface HouseholdRecord {
  household: Household;
  /** Goes up with every write. */
  version: number;
  /** Which session wrote it, and at which of its events: a retry recognises its own write. */
  writer: { session: string; counter: number };
  /** What runs, while a reply of an exercise can still be answered; null once its session has closed. */
  running: Running | null;
  /** A mark of the first words of the last session, so that the next one begins otherwise. */
  opening: string;
}

/** A reply that is being heard somewhere. Moments are milliseconds since 1970. */
export interface Running {
  /** A mark of the device. */
  device: string;
  since: number;
  /** When its last listening window closes. */
  until: number;
  /** When each step is heard, its reprompt's included: ids, and seconds since `since`. */
  steps: [id: string, at: number][];
}

export interface HouseholdStore {
  /**
   * Reads a household; null when nothing is kept, or what was has outlived its time at `now` (ms since 1970). One
   * request.
   *
   * @throws StoreError
   */
  load(id: HouseholdId, now: number): Promise<HouseholdRecord | null>;
  /**
   * Writes a household if it is still as it was read: at version `seen`, or absent when `seen` is null. One request.
   * Its time to live counts from `now` (ms since 1970).
   *
   * @throws StoreError `conflict` when it is not; nothing is changed then
   */
  save(id: HouseholdId, record: HouseholdRecord, seen: number | null, now: number): Promise<void>;
  /**
   * Keeps an appreciation. The same id writes the same item again. One request.
   *
   * @throws StoreError
   */
  keep(id: HouseholdId, appreciation: Appreciation): Promise<void>;
  /** Takes an appreciation back; nothing happens when it is not there. One request. @throws StoreError */
  takeBack(id: HouseholdId, key: AppreciationKey): Promise<void>;
  /**
   * Reads as many appreciations as are asked for, or all that there are: a page that is short, or empty, is the end.
   * One request, and more only as long as what was read is not asked for. An item that cannot be read is left out.
   *
   * @throws StoreError
   */
  appreciations(id: HouseholdId, recalling: Recalling): Promise<Recalled>;
  /** Deletes what one of the two said up to a moment, in milliseconds since 1970. @throws StoreError */
  erase(id: HouseholdId, from: Partner, until: number): Promise<void>;
  /**
   * Deletes everything kept for the household, the household itself first: whoever keeps an appreciation meanwhile
   * finds it gone, and takes it back.
   *
   * @throws StoreError
   */
  forget(id: HouseholdId): Promise<void>;
}
