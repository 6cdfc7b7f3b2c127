/** What schema 2 kept, for households that were saved before schema 3. */
import * as z from 'zod/mini';
import { type Packed, packedSince2 } from './fields.ts';

const packedSchema2 = z.tuple(packedSince2);

export type Packed2 = z.infer<typeof packedSchema2>;

/** The body of an item of schema 2 as schema 3 packs it; null where it is none. */
export function fromSchema2(body: unknown): Packed | null {
  const parsed = packedSchema2.safeParse(body);
  return parsed.success ? withNothingElse(parsed.data) : null;
}

/** Schema 3 added what nobody had asked for before. */
export function withNothingElse(packed: Packed2): Packed {
  return [...packed, [null, null, null, null, null, null, null, null, null, null, null]];
}
