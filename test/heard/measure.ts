/**
 * How well the skill understands what couples really say. `npm run heard` prints these figures and writes
 * docs/understanding.md; heard.test.ts lets none of them fall (figures.json).
 *
 * The set (set.ts) was written for this, in many voices and without a look at the phrases; nobody was recorded. `unseen`
 * and `evenings` are what neither the phrases nor the costs were made with. Each row is heard in its moment, in a real state
 * of the conversation (situations.ts), as two kinds of devices hear it (devices.ts): `words` are asked for, and `samples`
 * are all that a device knows that ignores this. What is said cold, or while the microphone is closed, is heard by both alike.
 *
 * - right: the event is one of the meanings of the row, or does the same there (alike.ts), and has the row's name or
 *   sentence. `must` leaves out the rows that are not for the skill.
 * - let be: rows that are not for the skill, and are answered like words without a meaning.
 * - exact, near, none: understood as a whole phrase or sample, by its costs, or not at all.
 * - danger: heard as words at each of the moments, and in its own moment with either device; or at least answered with a
 *   sentence that mentions support. The kind counts by itself.
 *   What only sounds like danger, and all that is ordinary, must raise no alarm.
 * - place kept: words that are not for the skill, or about something else, once and three times in a row at each kind of
 *   question: the place stays or the session ends, and nothing is taken, stored or deleted (place.ts).
 */
import { MOMENTS, type Moment } from '../../interaction-models/costs/examples.ts';
import type { MatchQuality } from '../../simulator/understanding/understand.ts';
import { DEVICES, type DeviceKind, hear, sentAsWords, understoodAs } from './devices.ts';
import { QUESTIONS, timesKept } from './place.ts';
import { isRight, nameOf } from './right.ts';
import { DANGER_PARTS, type DangerPart, danger, dangerIn, evenings, type Row, unseen } from './set.ts';
import { situationAt } from './situations.ts';

/** How many of how many. */
export interface Tally {
  of: number;
  right: number;
}

/** What a device and the skill understand of ordinary words. */
export interface Heard {
  must: Tally;
  all: Tally;
  /** Rows that are not for the skill, and are let be. */
  letBe: Tally;
  names: Tally;
  sentences: Tally;
  /** Rows that raise no alarm. */
  calm: Tally;
  by: {
    how: Map<MatchQuality, Tally>;
    moment: Map<string, Tally>;
    meaning: Map<string, Tally>;
  };
}

/** What is heard of danger. */
export interface DangerHeard {
  /** Rows that are heard at every moment, as words. */
  everywhere: Tally;
  /** Each row in its moment, by device. */
  by: Record<DeviceKind, Tally>;
  /** Rows that are heard in their moment as words, or answered with a sentence that mentions support. */
  orMentioned: Tally;
  kinds: Tally;
  byKind: Map<string, Tally>;
  /** What only sounds like danger, and raises no alarm with either device. */
  calm: Tally;
}

/** How often words that are not for the skill leave the place as it is. */
export interface PlaceKept {
  once: Tally;
  threeTimes: Tally;
}

export interface Measured {
  unseen: Record<DeviceKind, Heard>;
  evenings: Record<DeviceKind, Heard>;
  danger: Record<DangerPart, DangerHeard>;
  place: PlaceKept;
}

/** Measures all that the gate looks at. */
export function measured(): Measured {
  return {
    unseen: heardByDevice(unseen),
    evenings: heardByDevice(evenings),
    danger: Object.fromEntries(DANGER_PARTS.map((part) => [part, dangerHeard(danger[part])])) as Record<
      DangerPart,
      DangerHeard
    >,
    place: placeKept(unseen),
  };
}

const heardByDevice = (rows: readonly Row[]): Record<DeviceKind, Heard> => ({
  words: heardBy('words', rows),
  samples: heardBy('samples', rows),
});

/** What is understood of rows with a device. */
export function heardBy(device: DeviceKind, rows: readonly Row[]): Heard {
  const heard: Heard = {
    must: none(),
    all: none(),
    letBe: none(),
    names: none(),
    sentences: none(),
    calm: none(),
    by: { how: new Map(), moment: new Map(), meaning: new Map() },
  };
  for (const row of rows) {
    const situation = situationAt(row.moment);
    const { event, how } = hear(device, row.said, situation);
    const right = isRight(row, event, situation);
    const [first = ''] = row.means;
    const tallies = [heard.all, first === 'none' ? heard.letBe : heard.must];
    if (row.take !== null) tallies.push(first === 'appreciation' ? heard.sentences : heard.names);
    tallies.push(of(heard.by.how, how), of(heard.by.moment, row.moment), of(heard.by.meaning, first));
    for (const tally of tallies) count(tally, right);
    count(heard.calm, !nameOf(event).startsWith('danger:'));
  }
  return heard;
}

/** What is heard of danger in rows that speak of it, or only sound like it. */
export function dangerHeard(rows: readonly Row[]): DangerHeard {
  const heard: DangerHeard = {
    everywhere: none(),
    by: { words: none(), samples: none() },
    orMentioned: none(),
    kinds: none(),
    byKind: new Map(),
    calm: none(),
  };
  for (const row of rows) {
    const kind = dangerIn(row);
    const sent = sentAsWords(row.said);
    const own = situationAt(row.moment);
    const isAlarm = (name: string): boolean => name.startsWith('danger:');
    const { event } = understoodAs(sent, own);
    const asWords = nameOf(event);
    const byDevice = DEVICES.map((device) => [device, nameOf(hear(device, row.said, own).event)] as const);
    if (kind === null) {
      count(heard.calm, !isAlarm(asWords) && !byDevice.some(([, name]) => isAlarm(name)));
      continue;
    }
    const isHeardAt = (moment: Moment): boolean =>
      isAlarm(nameOf(understoodAs(sent, situationAt(moment)).event));
    count(heard.everywhere, MOMENTS.every(isHeardAt));
    for (const [device, name] of byDevice) count(heard.by[device], isAlarm(name));
    count(heard.orMentioned, isAlarm(asWords) || (event.type === 'unclear' && event.worrying === true));
    count(heard.kinds, asWords === `danger:${kind}`);
    count(of(heard.byKind, kind), isAlarm(asWords));
  }
  return heard;
}

/** How often the rows that are not for the skill, or are about something else, leave the place as it is. */
export function placeKept(rows: readonly Row[]): PlaceKept {
  const kept: PlaceKept = { once: none(), threeTimes: none() };
  const idle = rows.filter(({ means: [first] }) => first === 'none' || first === 'off-topic');
  for (const { said } of idle)
    for (const question of QUESTIONS) {
      const times = timesKept(said, question, 3);
      count(kept.once, times >= 1);
      count(kept.threeTimes, times === 3);
    }
  return kept;
}

const none = (): Tally => ({ of: 0, right: 0 });

function count(tally: Tally, right: boolean): void {
  tally.of += 1;
  if (right) tally.right += 1;
}

function of<K>(tallies: Map<K, Tally>, key: K): Tally {
  const tally = tallies.get(key) ?? none();
  tallies.set(key, tally);
  return tally;
}
