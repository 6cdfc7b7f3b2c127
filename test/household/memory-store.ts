/** A store in memory for tests. It detects conflicts, and fails like a database if it is told to. */
import { KEY_BEFORE } from '../../lambda/conversation/model/appreciation.ts';
import type { Appreciation, OwnQuestion } from '../../lambda/conversation/model/effect.ts';
import { DAY, dayOf, other, type Partner } from '../../lambda/conversation/model/household.ts';
import { MOST_OWN } from '../../lambda/conversation/model/own-question.ts';
import { StoreError, type StoreErrorCode } from '../../lambda/household/errors.ts';
import { readOn } from '../../lambda/household/read-on.ts';
import type { HouseholdId, HouseholdRecord, HouseholdStore } from '../../lambda/household/store.ts';

export type Operation = keyof HouseholdStore;

export interface MemoryStore extends HouseholdStore {
  /** Makes the next `times` operations (of these kinds only) throw before they change anything. */
  failNext(code: StoreErrorCode, times: number, operations?: readonly Operation[]): void;
  /** Makes the next `times` operations (of these kinds only) do their work and then time out. */
  failAfter(times: number, operations?: readonly Operation[]): void;
  /** Cancels the failures that have not happened yet. */
  heal(): void;
  /** The operations since this was last called, including those that failed. */
  taken(): Operation[];
  /** The stored record of a household. This is not an operation, and never fails. */
  record(id: HouseholdId): HouseholdRecord | null;
  /** The stored appreciations of a household, the oldest first. This is not an operation, and never fails. */
  kept(id: HouseholdId): Appreciation[];
  /** The stored questions of a household, the oldest first. This is not an operation, and never fails. */
  asked(id: HouseholdId): OwnQuestion[];
  /** Everything stored for all households but the marks of deletions, as text, to search or to compare. */
  everything(): string;
}

interface Failure {
  code: StoreErrorCode;
  times: number;
  operations: readonly Operation[] | null;
  after: boolean;
}

/** The JSON of items by their keys, of each household. */
type Items = Map<HouseholdId, Map<string, string>>;

/** The items of a household, to add to. */
function itemsOf(kept: Items, id: HouseholdId): Map<string, string> {
  const items = kept.get(id) ?? new Map<string, string>();
  kept.set(id, items);
  return items;
}

/** The items of a household, in the order of their keys. */
function sortedIn<T>(kept: Items, id: HouseholdId): T[] {
  return [...(kept.get(id) ?? [])]
    .sort(([one], [two]) => (one < two ? -1 : 1))
    .map(([, body]) => JSON.parse(body) as T);
}

/** Creates a store. It stores JSON, so that no object is shared with its caller. */
export function createMemoryStore(): MemoryStore {
  const records = new Map<HouseholdId, string>();
  const expiries = new Map<HouseholdId, number>();
  const forgotten = new Map<HouseholdId, number>();
  const appreciations: Items = new Map();
  const questions: Items = new Map();
  let failures: Failure[] = [];
  let operations: Operation[] = [];

  async function run<T>(operation: Operation, work: () => T | Promise<T>): Promise<T> {
    operations.push(operation);
    // A real store takes at least one turn of the event loop, so that concurrent operations overlap.
    await Promise.resolve();
    const failure = failures.find((one) => one.operations === null || one.operations.includes(operation));
    if (failure !== undefined) {
      failure.times -= 1;
      failures = failures.filter(({ times }) => times > 0);
      if (failure.after) await work();
      throw new StoreError(failure.code, `${operation}: injected`);
    }
    return work();
  }

  const keyOf = ({ day, id }: Pick<Appreciation, 'day' | 'id'>): string => `${day}#${id}`;
  const firstOf = (moment: number): string => keyOf({ day: dayOf(moment), id: moment.toString(36) });
  const isExpired = (id: HouseholdId, now: number): boolean =>
    (expiries.get(id) ?? Number.POSITIVE_INFINITY) <= now;
  const read = (id: HouseholdId): HouseholdRecord | null => {
    const body = records.get(id);
    return body === undefined ? null : (JSON.parse(body) as HouseholdRecord);
  };
  const sorted = (id: HouseholdId): Appreciation[] => sortedIn(appreciations, id);
  const asked = (id: HouseholdId): OwnQuestion[] => sortedIn(questions, id);

  const removeUpTo = (id: HouseholdId, until: number, notBy: Partner): void => {
    for (const one of sorted(id))
      if (one.from !== notBy && one.at <= until) itemsOf(appreciations, id).delete(keyOf(one));
    for (const one of asked(id))
      if (one.from !== notBy && one.at <= until) itemsOf(questions, id).delete(one.id);
  };

  return {
    load: (id, now, mark) =>
      run('load', () => {
        const at = forgotten.get(id);
        if (at !== undefined) mark?.(at);
        return isExpired(id, now) ? null : read(id);
      }),
    save: (id, record, seen, now, mark = null) =>
      run('save', () => {
        const there = seen === null && isExpired(id, now) ? null : (read(id)?.version ?? null);
        if (there !== seen) throw new StoreError('conflict', 'save: not at the version seen');
        if (seen === null && (forgotten.get(id) ?? mark) !== mark)
          throw new StoreError('conflict', 'save: forgotten since it was read');
        forgotten.delete(id);
        records.set(id, JSON.stringify(record));
        expiries.set(id, now + 365 * DAY);
      }),
    keep: (id, appreciation) =>
      run('keep', () => {
        itemsOf(appreciations, id).set(keyOf(appreciation), JSON.stringify(appreciation));
      }),
    keepQuestion: (id, question) =>
      run('keepQuestion', () => {
        itemsOf(questions, id).set(question.id, JSON.stringify(question));
      }),
    questions: (id, now) =>
      run('questions', () =>
        asked(id)
          .slice(0, MOST_OWN)
          .filter(({ at }) => at + 400 * DAY > now),
      ),
    takeBack: (id, key) =>
      run('takeBack', () => {
        if ('day' in key) itemsOf(appreciations, id).delete(keyOf(key));
        else itemsOf(questions, id).delete(key.id);
      }),
    appreciations: (id, recalling) =>
      run('appreciations', () => {
        const { from, to, confirmedFrom, after, newest, now } = recalling;
        const all = newest ? sorted(id).toReversed() : sorted(id);
        const first = firstOf(Math.max(0, from - KEY_BEFORE));
        const within = all.filter((one) => keyOf(one) >= first && keyOf(one) <= `${firstOf(to)}\u{10FFFF}`);
        return readOn<Pick<Appreciation, 'day' | 'id'>>(recalling, after, async (position, size) => {
          const isAfter = (one: Appreciation): boolean =>
            position === null || (newest ? keyOf(one) < keyOf(position) : keyOf(one) > keyOf(position));
          // Like DynamoDB: limit first, filter afterwards, and give a position after any full page, even the last.
          const page = within.filter(isAfter).slice(0, size);
          return {
            found: page.filter(
              (one) =>
                one.at >= Math.max(from, confirmedFrom[one.from] ?? Number.POSITIVE_INFINITY) &&
                one.at <= to &&
                Date.parse(one.day) + 400 * DAY > now,
            ),
            next: page.length < size ? null : (page.at(-1) ?? null),
          };
        });
      }),
    erase: (id, from, until) => run('erase', () => removeUpTo(id, until, other(from))),
    forget: (id, at, began = null) =>
      run('forget', () => {
        const there = read(id)?.household.since ?? null;
        if (began !== null && there !== null && there !== began) return false;
        forgotten.set(id, at);
        records.delete(id);
        expiries.delete(id);
        appreciations.delete(id);
        questions.delete(id);
        return true;
      }),

    failNext(code, times, only) {
      failures.push({ code, times, operations: only ?? null, after: false });
    },
    failAfter(times, only) {
      failures.push({ code: 'timeout', times, operations: only ?? null, after: true });
    },
    heal() {
      failures = [];
    },
    taken() {
      const taken = operations;
      operations = [];
      return taken;
    },
    record: read,
    kept: sorted,
    asked,
    everything: () =>
      JSON.stringify([
        [...records],
        ...[appreciations, questions].map((kept) => [...kept].map(([id, items]) => [id, [...items]])),
      ]),
  };
}
