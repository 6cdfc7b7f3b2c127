/** Converts records and appreciations to DynamoDB items and back. Whatever is read is validated. */
import type { AttributeValue } from '@aws-sdk/client-dynamodb';
import * as v from 'valibot';
import { KEPT as APPRECIATION_DAYS } from '../conversation/exercise/choosing/reading.ts';
import { isTooLong } from '../conversation/model/appreciation.ts';
import { isDay } from '../conversation/model/calendar.ts';
import type { Appreciation, OwnQuestion } from '../conversation/model/effect.ts';
import { isExercise } from '../conversation/model/exercise-id.ts';
import { type Place, SCHEMA } from '../conversation/model/household.ts';
import { partner } from '../conversation/model/schema.ts';
import { StoreError } from './errors.ts';
import { momentSchema, type Packed, packedSchema } from './fields.ts';
import { MIGRATIONS, type Migrations, migrated } from './migrations.ts';
import type { HouseholdRecord, Unreadable } from './store.ts';

/** An item of the table. */
export type Item = Record<string, AttributeValue>;

/** How long progress is kept, in days. DynamoDB deletes it afterwards. */
const PROGRESS_DAYS = 365;
/** How long the mark of a deletion is kept, in days. No session lasts that long, and no request arrives that late. */
const FORGOTTEN_DAYS = 7;
const DAY_SECONDS = 86_400;

/** Packs a record, without its version. */
function pack({ household, place, writer, running, opening }: HouseholdRecord): Packed {
  const { names, consent, settings, next, heard, counts, tried } = household;
  const { since, zone, unsavedUntil, recap, appreciated, voices, reminder, erased, path } = household;
  return [
    [names.a, names.b],
    [consent.a, consent.b],
    [settings.minutes, settings.once ?? null, settings.slow ? 1 : 0, settings.chimeless ? 1 : 0],
    next,
    place && [
      place.exercise,
      place.minutes,
      place.first,
      place.depth,
      place.theme,
      place.agreed,
      place.step,
      place.from,
      place.question,
      place.round,
      place.began,
      place.touched,
      place.waiting ? 1 : 0,
    ],
    heard,
    // The last one was the day of the last exercise. It had no use.
    [counts.finished, counts.listened, null],
    [tried.openness, tried.listening, tried.together, tried.validation, tried.appreciation],
    [writer.session, writer.counter],
    running && [running.device, running.since, running.until, running.steps],
    opening,
    [
      seconds(since),
      zone,
      seconds(unsavedUntil),
      seconds(recap.heard),
      seconds(recap.offered),
      seconds(appreciated),
      voices.a,
      voices.b,
      seconds(erased.a),
      seconds(erased.b),
      reminder && [reminder.token, reminder.day, reminder.time],
      path && [path.began / 1000, path.week],
    ],
  ];
}

/** Milliseconds as seconds, which take less room. Nothing is lost: Alexa's timestamps are in whole seconds. */
function seconds(moment: number | null): number | null {
  return moment && moment / 1000;
}

/** Seconds as milliseconds. */
function moment(stored: number | null): number | null {
  return stored && Math.round(stored * 1000);
}

/** The record in a packed one. */
function unpack(packed: Packed, version: number): HouseholdRecord {
  const [
    names,
    consent,
    [minutes, once, slow, chimeless],
    next,
    place,
    heard,
    counts,
    tried,
    writer,
    running,
    opening,
    more,
  ] = packed;
  const [since, zone, unsavedUntil, heardAt, offeredAt, appreciated, a, b, erasedA, erasedB, reminder, path] =
    more;
  return {
    household: {
      names: { a: names[0], b: names[1] },
      consent: { a: consent[0], b: consent[1] },
      settings: {
        minutes,
        ...(once === null ? {} : { once }),
        ...(slow === 1 ? { slow: true } : {}),
        ...(chimeless === 1 ? { chimeless: true } : {}),
      },
      next,
      heard,
      counts: { finished: counts[0], listened: counts[1] },
      tried: {
        openness: tried[0],
        listening: tried[1],
        together: tried[2],
        validation: tried[3],
        appreciation: tried[4],
      },
      since: moment(since),
      zone,
      unsavedUntil: moment(unsavedUntil),
      recap: { heard: moment(heardAt), offered: moment(offeredAt) },
      appreciated: moment(appreciated),
      voices: { a, b },
      path: path && { began: path[0] * 1000, week: path[1] },
      reminder: reminder && { token: reminder[0], day: reminder[1], time: reminder[2] },
      erased: { a: moment(erasedA), b: moment(erasedB) },
    },
    place: placeIn(place),
    version,
    writer: { session: writer[0], counter: writer[1] },
    running: running && { device: running[0], since: running[1], until: running[2], steps: running[3] },
    opening,
  };
}

/** The place; null if there is none, or if a later release has removed its exercise. */
function placeIn(place: Packed[4]): Place | null {
  if (place === null || !isExercise(place[0])) return null;
  return {
    exercise: place[0],
    minutes: place[1],
    first: place[2],
    depth: place[3],
    theme: place[4],
    agreed: place[5],
    step: place[6],
    from: place[7],
    ...(place[12] === 1 ? { waiting: true } : {}),
    question: place[8],
    round: place[9],
    began: place[10],
    touched: place[11],
  };
}

const words = v.pipe(
  v.string(),
  v.check((text) => text.trim() !== '' && !isTooLong(text)),
);

const appreciationSchema = v.object({
  id: v.string(),
  text: words,
  from: partner,
  to: partner,
  day: v.pipe(v.string(), v.check(isDay)),
  at: momentSchema,
});

/**
 * The item for a record, without its key. The body is one JSON string, because it is always read and written whole.
 *
 * @param now - the present, in milliseconds since 1970: the time to live starts here
 */
export function encodeHousehold(record: HouseholdRecord, now: number): Item {
  const { since } = record.household;
  return {
    schema: { N: String(SCHEMA) },
    version: { N: String(record.version) },
    // A deletion names the household that it means by this.
    ...(since === null ? {} : { began: { N: String(since) } }),
    body: { S: JSON.stringify(pack(record)) },
    expiresAt: { N: String(Math.floor(now / 1000) + PROGRESS_DAYS * DAY_SECONDS) },
  };
}

/**
 * The record in an item.
 *
 * @param migrations - how to read items of older schemas
 * @throws StoreError `newer-schema`; `older-schema` if no migration leads from the item's schema to the present one;
 *   `malformed` for anything else that is not a record
 */
export function decodeHousehold(item: Item, migrations: Migrations = MIGRATIONS): HouseholdRecord {
  const schema = Number(item.schema?.N);
  const version = Number(item.version?.N);
  if (!Number.isInteger(schema) || !Number.isInteger(version))
    throw new StoreError('malformed', 'household: the item has no schema or no version');
  if (schema > SCHEMA)
    throw new StoreError('newer-schema', `household: schema ${schema} is newer than ${SCHEMA}`);
  const packed = v.safeParse(packedSchema, migrated(bodyOf(item), schema, SCHEMA, migrations));
  if (!packed.success)
    throw new StoreError('malformed', `household: the body is not one of schema ${schema}`);
  return unpack(packed.output, version);
}

/**
 * The mark that a household was forgotten, without its key. It holds nothing but the moment of the deletion: a session
 * that has not read it cannot save (docs/decisions/0025).
 *
 * @param at - milliseconds since 1970
 */
export function encodeForgotten(at: number): Item {
  return {
    schema: { N: String(SCHEMA) },
    forgotten: { N: String(at) },
    expiresAt: { N: String(Math.floor(at / 1000) + FORGOTTEN_DAYS * DAY_SECONDS) },
  };
}

/** The moment in such a mark; null if the item is none. */
export function forgottenIn({ forgotten }: Item): number | null {
  return forgotten?.N === undefined ? null : Number(forgotten.N);
}

/** The parsed body of an item; null if it is not JSON. */
function bodyOf(item: Item): unknown {
  try {
    return JSON.parse(item.body?.S ?? '');
  } catch {
    return null;
  }
}

/** The item for an appreciation, without its key. Its time to live starts on its day. */
export function encodeAppreciation(appreciation: Appreciation): Item {
  const kept = Math.floor(Date.parse(`${appreciation.day}T00:00:00Z`) / 1000);
  return {
    schema: { N: String(SCHEMA) },
    id: { S: appreciation.id },
    text: { S: appreciation.text },
    from: { S: appreciation.from },
    to: { S: appreciation.to },
    day: { S: appreciation.day },
    at: { N: String(appreciation.at) },
    expiresAt: { N: String(kept + APPRECIATION_DAYS * DAY_SECONDS) },
  };
}

/**
 * Whether an item's time to live has passed. DynamoDB deletes such items within a few days (Amazon: Time to Live);
 * until then they must not be used.
 *
 * @param now - milliseconds since 1970
 */
export function isExpired(item: Item, now: number): boolean {
  return Number(item.expiresAt?.N ?? Number.POSITIVE_INFINITY) * 1000 <= now;
}

/**
 * The item for one of their own questions, without its key. Its time to live is that of an appreciation, and starts
 * when it was said.
 */
export function encodeQuestion({ id, text, from, at }: OwnQuestion): Item {
  return {
    schema: { N: String(SCHEMA) },
    id: { S: id },
    text: { S: text },
    ...(from === null ? {} : { from: { S: from } }),
    at: { N: String(at) },
    expiresAt: { N: String(Math.floor(at / 1000) + APPRECIATION_DAYS * DAY_SECONDS) },
  };
}

const questionSchema = v.object({ id: v.string(), text: words, from: v.nullable(partner), at: momentSchema });

/** The question in an item, or why it cannot be read. */
export function decodeQuestion(item: Item): OwnQuestion | Unreadable {
  return decoded(questionSchema, item, { from: null });
}

/** The appreciation in an item, or why it cannot be read. */
export function decodeAppreciation(item: Item): Appreciation | Unreadable {
  return decoded(appreciationSchema, item);
}

/** What an item holds by this schema, or why it cannot be read. `absent`: the values of fields that it does not have. */
function decoded<T>(schema: v.GenericSchema<unknown, T>, item: Item, absent: object = {}): T | Unreadable {
  if (Number(item.schema?.N) > SCHEMA) return 'newer-schema';
  const fields = Object.entries(item).map(([name, { S, N }]) => [name, S ?? Number(N)]);
  const parsed = v.safeParse(schema, { ...absent, ...Object.fromEntries(fields) });
  return parsed.success ? parsed.output : 'malformed';
}
