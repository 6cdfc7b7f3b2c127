/** How long a start takes beside another one. */
import type { Start } from './starts.ts';

/**
 * The time of a start, load and first request together, as a ratio to that of another.
 *
 * @param name of the row with the start
 * @param base the name of the row that the ratio is to
 * @throws Error if one of the two is missing
 */
export function ratioOf(rows: readonly (Start & { name: string })[], name: string, base: string): number {
  const timeOf = (wanted: string): number => {
    const row = rows.find((one) => one.name === wanted);
    if (row === undefined) throw new Error(`expected a start of "${wanted}"`);
    return row.load + row.first;
  };
  return timeOf(name) / timeOf(base);
}
