/**
 * Choosing the next reflection question. The questions of a practice and a depth (a cell) come one after the other,
 * by their number, and only then again; so it is enough to remember the last one of each cell.
 */
import type { Context, QuestionFacts } from '../../model/context.ts';
import type { Depth, Practice } from '../../model/household.ts';

/** What a question may be about and how deep it may go. */
export interface Wanted {
  /** Null leaves it to the skill. */
  practice: Practice | null;
  depths: readonly Depth[];
}

interface Numbered {
  cell: string;
  number: number;
}

/** The cell and the number in an id such as `ol12`; null if it has none. */
function numbered(id: string): Numbered | null {
  const match = /^(.*?)(\d+)$/.exec(id);
  return match === null ? null : { cell: match[1] ?? '', number: Number(match[2]) };
}

/**
 * The next question and the history with it added. The practice that has rested longest comes first, and of its
 * cells the one that has; if nothing was heard yet, the seed chooses.
 *
 * @param heard - of each cell the id of the question heard last, spaced, the newest at the end
 * @throws RangeError when there is no question at all
 */
export function chooseQuestion(
  heard: string,
  wanted: Wanted,
  context: Context,
): { id: string; heard: string } {
  const history = heard.split(' ').filter((id) => id !== '');
  const fitting = context.questions.filter(
    ({ practice, depth }) =>
      (wanted.practice === null || practice === wanted.practice) && wanted.depths.includes(depth),
  );
  const pool = fitting.length > 0 ? fitting : instead(wanted, context);
  const cell = restedLongest(pool, history, context);
  const last = history.map(numbered).find((one) => one?.cell === cell)?.number ?? null;
  const chosen = nextIn(
    pool.filter(({ id }) => numbered(id)?.cell === cell),
    last,
    context.seed,
  );
  if (chosen === undefined)
    throw new RangeError('context.questions: expected at least one question, got none');
  const others = history.filter((id) => numbered(id)?.cell !== cell);
  return { id: chosen.id, heard: [...others, chosen.id].join(' ') };
}

/** If there is none of what they wished for: as deep, but about something else; and never the deepest unasked. */
function instead({ depths }: Wanted, { questions }: Context): readonly QuestionFacts[] {
  const asDeep = questions.filter(({ depth }) => depths.includes(depth));
  return asDeep.length > 0 ? asDeep : questions.filter(({ depth }) => depth !== 'deepest');
}

/** The cell that was heard longest ago, of the practice that was. */
function restedLongest(pool: readonly QuestionFacts[], history: readonly string[], context: Context): string {
  const cells = history.map((id) => numbered(id)?.cell ?? '');
  const heardAt = new Map(cells.map((cell, index) => [cell, index]));
  const since = (cell: string): number => heardAt.get(cell) ?? -1;
  const cellsOf = (questions: readonly QuestionFacts[]): string[] => [
    ...new Set(questions.map(({ id }) => numbered(id)?.cell ?? '')),
  ];
  const practices = [...new Set(pool.map(({ practice }) => practice))];
  // Of all depths: a practice has not rested because only another depth of it is wanted now.
  const lastOf = (practice: Practice): number =>
    Math.max(...cellsOf(context.questions.filter((one) => one.practice === practice)).map(since));
  const practice = leastOf(practices, lastOf, context.seed);
  return leastOf(cellsOf(pool.filter((one) => one.practice === practice)), since, context.seed) ?? '';
}

/** The one with the smallest number; the seed chooses among equals. */
function leastOf<T>(all: readonly T[], of: (one: T) => number, seed: number): T | undefined {
  const least = Math.min(...all.map(of));
  const equal = all.filter((one) => of(one) === least);
  return equal[(seed >>> 0) % equal.length];
}

/** The question after the one with this number, round and round; the seed chooses where to begin. */
function nextIn(
  cell: readonly QuestionFacts[],
  last: number | null,
  seed: number,
): QuestionFacts | undefined {
  const ordered = cell.toSorted((x, y) => (numbered(x.id)?.number ?? 0) - (numbered(y.id)?.number ?? 0));
  if (last === null) return ordered[(seed >>> 3) % ordered.length];
  return ordered.find(({ id }) => (numbered(id)?.number ?? 0) > last) ?? ordered[0];
}
