/** What schema 1 kept, for households that were saved before schema 2. */
import * as z from 'zod/mini';
import {
  metSchema,
  minutes,
  type Packed,
  pair,
  partner,
  perhaps,
  runningSchema,
  writerSchema,
} from './fields.ts';
import { type Packed2, withNothingElse } from './schema-2.ts';

/** Packed as schema 2 is, without depth, theme and practices, and with the day of every question. */
const packedSchema1 = z.tuple([
  pair,
  pair,
  minutes,
  partner,
  z.nullable(
    z.tuple([z.string(), minutes, partner, z.string(), z.string(), perhaps, z.number(), z.number()]),
  ),
  z.string(),
  metSchema,
  writerSchema,
  runningSchema,
  z.string(),
]);

/** The body of an item of schema 1 as schema 3 packs it; null where it is none. */
export function fromSchema1(body: unknown): Packed | null {
  const parsed = packedSchema1.safeParse(body);
  return parsed.success ? withNothingElse(upgraded(parsed.data)) : null;
}

function upgraded(packed: z.infer<typeof packedSchema1>): Packed2 {
  const [names, consent, length, next, place, heard, counts, writer, running, opening] = packed;
  const ids = heard.split(' ').map((entry) => entry.split('@')[0] ?? '');
  const cell = (id: string): string => id.replace(/\d+$/, '');
  const lastOfEach = ids.filter(
    (id, index) => !ids.slice(index + 1).some((later) => cell(later) === cell(id)),
  );
  return [
    names,
    consent,
    length,
    next,
    place && [
      place[0],
      place[1],
      place[2],
      null,
      null,
      false,
      place[3],
      place[4],
      place[5],
      // There was one question, so one round.
      place[5] === null ? 0 : 1,
      place[6],
      place[7],
    ],
    lastOfEach.join(' '),
    counts,
    // Until now there were check-ins and the listening exercise only.
    [0, counts[0], 0, counts[0], counts[0]],
    writer,
    running,
    opening,
  ];
}
