/** The schema of the packed record that an item holds. */
import * as v from 'valibot';
import {
  depth,
  minutes,
  number,
  partner,
  practice,
  reminderDay,
  voice,
} from '../conversation/model/schema.ts';

const perhaps = v.nullable(v.string());
const pair = v.strictTuple([perhaps, perhaps]);
/** The last moment that a date can have, in milliseconds since 1970. No date can be made of a later one. */
export const LAST_MOMENT = 8_640_000_000_000_000;
/** A moment, in seconds since 1970. */
const perhapsMoment = v.nullable(v.pipe(number, v.minValue(0), v.maxValue(LAST_MOMENT / 1000)));
/** What is so or is not. */
const flag = v.union([v.literal(0), v.literal(1)]);
/** A moment, in milliseconds since 1970. */
export const momentSchema = v.pipe(number, v.minValue(0), v.maxValue(LAST_MOMENT));

/**
 * A record without its version, packed: values in a fixed order. Field names would take up half of the kilobyte that an
 * item may have. Whoever changes the order has to raise the schema number and add a migration.
 */
export const packedSchema = v.strictTuple([
  // Names, and the days of consent.
  pair,
  pair,
  // The usual length, another one that was asked for the last time, 1 for slow speech, and 1 for no chimes.
  v.strictTuple([minutes, v.nullable(minutes), flag, flag]),
  // Who talks first next time.
  partner,
  // The place.
  v.nullable(
    v.strictTuple([
      // Any string, so that a household can be read even if a later release has removed its exercise.
      v.string(),
      minutes,
      partner,
      depth,
      practice,
      v.boolean(),
      v.string(),
      v.string(),
      perhaps,
      number,
      momentSchema,
      momentSchema,
      // 1 if they were only asked whether they are ready for the step.
      flag,
    ]),
  ),
  // The questions heard.
  v.string(),
  // Exercises finished, their minutes, and the day of the last one.
  v.strictTuple([number, number, perhaps]),
  // How often each practice was tried.
  v.strictTuple([number, number, number, number, number]),
  // The writer.
  v.strictTuple([v.string(), number]),
  // What is running.
  v.nullable(v.strictTuple([v.string(), number, number, v.array(v.strictTuple([v.string(), number]))])),
  // The opening.
  v.string(),
  // `since`, the zone, `unsavedUntil`, the recap heard and offered, `appreciated`, voices, `erased`, the reminder, and the
  // path: when it began, and its week.
  v.strictTuple([
    perhapsMoment,
    perhaps,
    perhapsMoment,
    perhapsMoment,
    perhapsMoment,
    perhapsMoment,
    voice,
    voice,
    perhapsMoment,
    perhapsMoment,
    v.nullable(v.strictTuple([v.string(), reminderDay, v.string()])),
    v.nullable(v.union([v.literal(false), v.strictTuple([number, number])])),
  ]),
]);

/** A packed record. */
export type Packed = v.InferOutput<typeof packedSchema>;
