/** Reads pages from a source that limits before it filters, as DynamoDB does (Amazon: Query). */
import type { Appreciation, Recalling } from '../conversation/model/effect.ts';
import type { Found, Unreadable } from './store.ts';

/**
 * How many more the first page has than the limit: one shows that there are more, and the others are for what an
 * exercise before the first moment has asked for (`KEY_BEFORE`).
 */
const BESIDES = 5;
/** How much larger the first page is if only one partner is asked about, since part of it is filtered out. */
const IF_FILTERED = 4;
/** The size of each further page: large, so that a long stretch of filtered items takes few requests. */
const FURTHER_PAGE = 500;

/** One page of the source. */
export interface SourcePage<Position> {
  /** What of the page passed the filter. */
  found: readonly (Appreciation | Unreadable)[];
  /** Where the source goes on; null if it is exhausted. */
  next: Position | null;
}

/**
 * Reads page after page until it has found one appreciation more than the limit, or until the source is exhausted. The
 * one more shows that there are more; it is not returned.
 *
 * @param start - the position to read from; null for the beginning of the source
 * @param readPage - reads at most `size` items from a position on, and filters them
 */
export async function readOn<Position>(
  { limit, confirmedFrom }: Recalling,
  start: Position | null,
  readPage: (position: Position | null, size: number) => Promise<SourcePage<Position>>,
): Promise<Found> {
  const isForBoth = confirmedFrom.a !== null && confirmedFrom.b !== null;
  let size = isForBoth ? limit + BESIDES : (limit + BESIDES) * IF_FILTERED;
  let position = start;
  const found: Appreciation[] = [];
  const skipped: Partial<Record<Unreadable, number>> = {};
  do {
    const source = await readPage(position, size);
    for (const one of source.found)
      if (typeof one === 'string') skipped[one] = (skipped[one] ?? 0) + 1;
      else found.push(one);
    position = source.next;
    size = FURTHER_PAGE;
  } while (position !== null && found.length <= limit);
  const page = found.slice(0, limit);
  const last = page.at(-1);
  return {
    page,
    next: last !== undefined && found.length > limit ? { id: last.id, day: last.day } : null,
    ...(Object.keys(skipped).length === 0 ? {} : { skipped }),
  };
}
