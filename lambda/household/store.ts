/** The interface of a store of households. The same tests run against every store (test/household/contract.ts). */
import type { Recalled } from '../conversation/model/context.ts';
import type { Appreciation, OwnQuestion, Recalling } from '../conversation/model/effect.ts';
import type { Kept, KeptKey, Partner } from '../conversation/model/household.ts';

/** The SHA-256 of Alexa's user id, in hex. The user id itself is never stored. */
export type HouseholdId = string;

/** A household as it is stored, with what is needed to coordinate several devices. */
export interface HouseholdRecord extends Kept {
  /** Goes up with every write. */
  version: number;
  /** The session that wrote it, and at which of its events. A retry recognises its own write by it. */
  writer: { session: string; counter: number };
  /** The reply that can still be answered; null once its session has ended. */
  running: Running | null;
  /** The opening of the last session (see `openingOf`), so that the next one begins differently. */
  opening: string;
}

/** A reply that is playing on some device. Moments are in milliseconds since 1970. */
export interface Running {
  /** The mark of the device. */
  device: string;
  /** When it began. */
  since: number;
  /** When its last response window closes. */
  until: number;
  /** When each step plays, in the reply and in its reprompt: its id, and seconds after `since`. */
  steps: [id: string, at: number][];
}

/** Why an appreciation or a question was not read: it is none, or a later release has written it. */
export type Unreadable = 'malformed' | 'newer-schema';

/** Appreciations that were found. */
export interface Found extends Recalled {
  /** How many could not be read, and were left out; absent if none. */
  skipped?: Readonly<Partial<Record<Unreadable, number>>>;
}

/** A store of households and their appreciations. */
export interface HouseholdStore {
  /**
   * Reads a household. One request.
   *
   * @param now - milliseconds since 1970
   * @param forgotten - called with the mark of the last deletion if there is one: then nothing else is stored
   * @returns null if nothing is stored, or if its time to live has passed
   * @throws StoreError
   */
  load(id: HouseholdId, now: number, forgotten?: (mark: number) => void): Promise<HouseholdRecord | null>;
  /**
   * Writes a household if it has not changed since it was read. One request.
   *
   * @param seen - the version that was read; null if there was none
   * @param now - milliseconds since 1970: the time to live starts here
   * @param mark - the mark of a deletion that was read instead; null if there was none
   * @throws StoreError `conflict` if it has changed or is gone, or if it was deleted since; nothing is written then
   */
  save(
    id: HouseholdId,
    record: HouseholdRecord,
    seen: number | null,
    now: number,
    mark?: number | null,
  ): Promise<void>;
  /**
   * Stores an appreciation. One with the same day and id replaces it, so a retry does no harm. One request.
   *
   * @throws StoreError
   */
  keep(id: HouseholdId, appreciation: Appreciation): Promise<void>;
  /**
   * Stores one of their own questions. One with the same id replaces it. One request.
   *
   * @throws StoreError
   */
  keepQuestion(id: HouseholdId, question: OwnQuestion): Promise<void>;
  /**
   * Deletes an appreciation or one of their own questions, if it is there. One request.
   *
   * @throws StoreError
   */
  takeBack(id: HouseholdId, key: KeptKey): Promise<void>;
  /**
   * Reads their own questions, the oldest first: at most as many as a household can have. One request. An item that
   * cannot be decoded, or whose time to live has passed, is left out.
   *
   * @param now - milliseconds since 1970
   * @param skipped - called for each item that cannot be decoded
   * @throws StoreError
   */
  questions(id: HouseholdId, now: number, skipped?: (why: Unreadable) => void): Promise<OwnQuestion[]>;
  /**
   * Reads appreciations: at most as many as the limit allows. It takes one request, and further ones only
   * if too much of what was read is filtered out. What cannot be read, or has outlived its time, is left out.
   *
   * @throws StoreError
   */
  appreciations(id: HouseholdId, recalling: Recalling): Promise<Found>;
  /**
   * Deletes the appreciations and the questions of one partner, and those of which it is not known whose they are.
   *
   * @param until - the moment up to which, in milliseconds since 1970
   * @throws StoreError; some of them may be deleted then
   */
  erase(id: HouseholdId, from: Partner, until: number): Promise<void>;
  /**
   * Deletes everything stored for a household, even if it cannot be read. The household itself goes first: a session
   * that stores an appreciation at the same time then finds it gone, and takes the appreciation back. In its place
   * stands a mark for some days, which only a session that has read it can replace.
   *
   * @param at - the moment of the deletion, in milliseconds since 1970: it is the mark
   * @param began - `since` of the household that is meant; null for whatever is there
   * @returns false if another household is there: then nothing is deleted
   * @throws StoreError; some of it may be deleted then
   */
  forget(id: HouseholdId, at: number, began?: number | null): Promise<boolean>;
}
