/** The schema of the packed record that an item holds. */
import * as z from 'zod/mini';
import { depth, minutes, partner, practice, reminderDay, voice } from '../conversation/model/schema.ts';

const perhaps = z.nullable(z.string());
const pair = z.tuple([perhaps, perhaps]);
/** The last second that a date can have. No date can be made of a later one. */
const LAST_SECOND = 8_640_000_000_000;
/** A moment, in seconds since 1970. */
const perhapsMoment = z.nullable(z.number().check(z.minimum(0), z.maximum(LAST_SECOND)));
/** A moment, in milliseconds since 1970. */
const moment = z.number().check(z.minimum(0), z.maximum(LAST_SECOND * 1000));

/**
 * A record without its version, packed: values in a fixed order. Field names would take up half of the kilobyte that an
 * item may have. Whoever changes the order has to raise the schema number and add a migration.
 */
export const packedSchema = z.lazy(() =>
  z.tuple([
    // Names, and the days of consent.
    pair,
    pair,
    // The usual length, another one that was asked for the last time, and 1 for slow speech.
    z.tuple([minutes, z.nullable(minutes), z.union([z.literal(0), z.literal(1)])]),
    // Who talks first next time.
    partner,
    // The place.
    z.nullable(
      z.tuple([
        // Any string, so that a household can be read even if a later release has removed its exercise.
        z.string(),
        minutes,
        partner,
        depth,
        practice,
        z.boolean(),
        z.string(),
        z.string(),
        perhaps,
        z.number(),
        moment,
        moment,
        // 1 if they were only asked whether they are ready for the step.
        z.union([z.literal(0), z.literal(1)]),
      ]),
    ),
    // The questions heard.
    z.string(),
    // Exercises finished, their minutes, and the day of the last one.
    z.tuple([z.number(), z.number(), perhaps]),
    // How often each practice was tried.
    z.tuple([z.number(), z.number(), z.number(), z.number(), z.number()]),
    // The writer.
    z.tuple([z.string(), z.number()]),
    // What is running.
    z.nullable(z.tuple([z.string(), z.number(), z.number(), z.array(z.tuple([z.string(), z.number()]))])),
    // The opening.
    z.string(),
    // `since`, the zone, `unsavedUntil`, the recap heard and offered, `appreciated`, voices, `erased`, the reminder, and the
    // path: when it began, and its week.
    z.tuple([
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
      z.nullable(z.tuple([z.string(), reminderDay, z.string()])),
      z.nullable(z.union([z.literal(false), z.tuple([z.number(), z.number()])])),
    ]),
  ]),
);

/** A packed record. */
export type Packed = z.infer<typeof packedSchema>;
