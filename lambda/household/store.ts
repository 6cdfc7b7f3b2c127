/** The port: what the skill asks of whatever keeps households. One contract test suite runs against every store. */
import type { Appreciation } from '../conversation/effect.ts';
import type { Day, Household } from '../conversation/state.ts';

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
   * Reads a household; null when nothing is kept. One request.
   *
   * @throws StoreError
   */
  load(id: HouseholdId): Promise<HouseholdRecord | null>;
  /**
   * Writes a household if it is still as it was read: at version `seen`, or absent when `seen` is null. One request.
   *
   * @throws StoreError `conflict` when it is not; nothing is changed then
   */
  save(id: HouseholdId, record: HouseholdRecord, seen: number | null): Promise<void>;
  /**
   * Keeps an appreciation. The same id writes the same item again. One request.
   *
   * @throws StoreError
   */
  keep(id: HouseholdId, appreciation: Appreciation): Promise<void>;
  /** Takes an appreciation back; nothing happens when it is not there. One request. @throws StoreError */
  takeBack(id: HouseholdId, appreciation: Pick<Appreciation, 'id' | 'day'>): Promise<void>;
  /** The appreciations of these days, both included, oldest first. One request a page. @throws StoreError */
  appreciations(id: HouseholdId, days: { from: Day; to: Day }): Promise<Appreciation[]>;
  /** Deletes everything kept for the household. @throws StoreError */
  forget(id: HouseholdId): Promise<void>;
}
