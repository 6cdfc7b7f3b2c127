/** Reading from a source that limits before it filters, as DynamoDB does, until there is enough. */
import type { Recalled } from '../conversation/context.ts';
import type { Appreciation, Recalling } from '../conversation/effect.ts';

/** If only one partner is asked about, the first page is this many times as large, since part of it is filtered out. */
const IF_FILTERED = 4;
/** The size of each further page: large, so that a long stretch of filtered items takes few requests. */
const FURTHER_PAGE = 500;

/** One page of the source. */
export interface SourcePage<Position> {
  /** What of the page passed the filter. */
  found: readonly Appreciation[];
  /** Where the source goes on; null if it is exhausted. */
  next: Position | null;
}

/**
 * Reads page after page until `limit` appreciations and one more are found, or the source is exhausted. The one more
 * proves that there are more.
 *
 * @param recalling - what is asked for; its limit is at least 1
 * @param start - where the source begins; null for its beginning
 * @param readPage - reads at most `size` items from a position on, and filters them afterwards
 */
export async function readOn<Position>(
  { limit, confirmedFrom }: Recalling,
  start: Position | null,
  readPage: (position: Position | null, size: number) => Promise<SourcePage<Position>>,
): Promise<Recalled> {
  const isForBoth = confirmedFrom.a !== null && confirmedFrom.b !== null;
  let size = isForBoth ? limit + 1 : (limit + 1) * IF_FILTERED;
  let position = start;
  const found: Appreciation[] = [];
  do {
    const source = await readPage(position, size);
    found.push(...source.found);
    position = source.next;
    size = FURTHER_PAGE;
  } while (position !== null && found.length <= limit);
  const page = found.slice(0, limit);
  const last = page.at(-1);
  return {
    page,
    next: last !== undefined && found.length > limit ? { id: last.id, day: last.day } : null,
  };
}
