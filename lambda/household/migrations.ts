/** Migrations: how a household saved under an older schema is brought to the present one. */
import { StoreError } from './errors.ts';

/** Turns a body of one schema into a body of the next. It may throw if the body is not of its schema. */
export type Migration = (body: unknown) => unknown;

/** Each migration under the number of the schema it starts from: the one under 3 leads from schema 3 to schema 4. */
export type Migrations = Readonly<Partial<Record<number, Migration>>>;

/** The migrations of all schemas since the first one. */
export const MIGRATIONS: Migrations = { 3: withPaceAndPath, 4: withChimes };

/** Schema 4 keeps whether they want slower speech, their path of four weeks, and whether a step has begun. */
function withPaceAndPath(body: unknown): unknown {
  const fields = [...(body as unknown[])];
  const length = fields[LENGTH];
  const [minutes, once] = Array.isArray(length) ? length : [length, null];
  fields[LENGTH] = [minutes, once, 0];
  if (fields[PLACE] !== null) fields[PLACE] = [...(fields[PLACE] as unknown[]), 0];
  fields[MORE] = [...(fields[MORE] as unknown[]), null];
  return fields;
}

/** Schema 5 keeps whether they want no chimes. */
function withChimes(body: unknown): unknown {
  return (body as unknown[]).map((field, at) => (at === LENGTH ? [...(field as unknown[]), 0] : field));
}

/** The positions of the fields that they change. */
const LENGTH = 2;
const PLACE = 4;
const MORE = 11;

/**
 * Runs the migrations from one schema to another, in order.
 *
 * @param body - the parsed body of an item of schema `from`
 * @returns a body of schema `to`; the caller checks it
 * @throws StoreError `older-schema` if a migration on the way is missing, `malformed` if one of them fails
 */
export function migrated(body: unknown, from: number, to: number, migrations: Migrations): unknown {
  let current = body;
  for (let schema = from; schema < to; schema += 1) {
    const migrate = migrations[schema];
    if (migrate === undefined)
      throw new StoreError('older-schema', `household: there is no migration from schema ${schema}`);
    try {
      current = migrate(current);
    } catch {
      // Without its cause, whose message could quote the body.
      throw new StoreError('malformed', `household: the migration from schema ${schema} failed`);
    }
  }
  return current;
}
