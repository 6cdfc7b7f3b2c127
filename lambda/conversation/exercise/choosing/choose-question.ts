/**
 * Chooses the next reflection question. A practice and a depth together are a cell. The questions of a cell are asked
 * in the order of their numbers, and begin again after the last one. So it is enough to remember the last question of
 * each cell.
 */
import type { Context, QuestionFacts } from '../../model/context.ts';
import type { Depth, Place, Practice } from '../../model/household.ts';

/** What a question may be about, and how deep it may be. */
export interface Wanted {
  /** Null leaves it to the skill, which takes no fun question then. */
  practice: Practice | 'fun' | null;
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
 * Chooses the next question: of the practice that was asked about longest ago, and of the cell of it that was used
 * longest ago. If several have never been used, the seed decides.
 *
 * @param heard - for each cell the id of the question heard last, with spaces between them, the newest at the end
 * @returns the id of the question, and `heard` with it added
 * @throws RangeError if there is no question at all
 */
export function chooseQuestion(
  heard: string,
  wanted: Wanted,
  context: Context,
): { id: string; heard: string } {
  const history = heard.split(' ').filter((id) => id !== '');
  const fitting = context.questions.filter(
    ({ practice, depth }) =>
      (wanted.practice === null ? practice !== 'fun' : practice === wanted.practice) &&
      wanted.depths.includes(depth),
  );
  const pool = fitting.length > 0 ? fitting : substitutes(wanted, context);
  const cell = cellUsedLongestAgo(pool, history, context);
  const last = history.map(numbered).find((one) => one?.cell === cell)?.number ?? null;
  const chosen = nextInCell(
    pool.filter(({ id }) => numbered(id)?.cell === cell),
    last,
    context.seed,
  );
  if (chosen === undefined)
    throw new RangeError('context.questions: expected at least one question, got none');
  return { id: chosen.id, heard: withHeard(heard, chosen.id) };
}

/** What was heard, with this question as the last one of its cell. */
function withHeard(heard: string, id: string): string {
  const cell = numbered(id)?.cell;
  const others = heard.split(' ').filter((one) => one !== '' && numbered(one)?.cell !== cell);
  return [...others, id].join(' ');
}

/**
 * The fun question for a round: so many after (or before) that of another round as the round is. A reply has several
 * rounds, so the first of them can be asked again when the place is at the last. Without another round it is chosen.
 */
export function funQuestion(
  heard: string,
  { question, round }: Pick<Place, 'question' | 'round'>,
  wanted: number,
  context: Context,
): { id: string; heard: string } {
  const all = context.questions
    .filter(({ practice }) => practice === 'fun')
    .map(({ id }) => id)
    .toSorted((x, y) => (numbered(x)?.number ?? 0) - (numbered(y)?.number ?? 0));
  const known = all.indexOf(question ?? '');
  const id = known === -1 ? undefined : all.at((known + wanted - round) % all.length);
  return id === undefined
    ? chooseQuestion(heard, { practice: 'fun', depths: ['light'] }, context)
    : { id, heard: withHeard(heard, id) };
}

/**
 * The questions to choose from if none fits: of a wanted depth but about something else, otherwise of any depth except
 * for the deepest.
 */
function substitutes({ depths }: Wanted, context: Context): readonly QuestionFacts[] {
  const questions = context.questions.filter(({ practice }) => practice !== 'fun');
  const asDeep = questions.filter(({ depth }) => depths.includes(depth));
  return asDeep.length > 0 ? asDeep : questions.filter(({ depth }) => depth !== 'deepest');
}

/** Of the practice that was asked about longest ago, the cell that was used longest ago. */
function cellUsedLongestAgo(
  pool: readonly QuestionFacts[],
  history: readonly string[],
  context: Context,
): string {
  const cells = history.map((id) => numbered(id)?.cell ?? '');
  const heardAt = new Map(cells.map((cell, index) => [cell, index]));
  const since = (cell: string): number => heardAt.get(cell) ?? -1;
  const cellsOf = (questions: readonly QuestionFacts[]): string[] => [
    ...new Set(questions.map(({ id }) => numbered(id)?.cell ?? '')),
  ];
  const practices = [...new Set(pool.map(({ practice }) => practice))];
  // All depths count: a practice was asked about even if that was at another depth than is wanted now.
  const lastOf = (practice: QuestionFacts['practice']): number =>
    Math.max(...cellsOf(context.questions.filter((one) => one.practice === practice)).map(since));
  const practice = leastOf(practices, lastOf, context.seed);
  return leastOf(cellsOf(pool.filter((one) => one.practice === practice)), since, context.seed) ?? '';
}

/** The one with the smallest number. The seed decides among equals. */
function leastOf<T>(all: readonly T[], of: (one: T) => number, seed: number): T | undefined {
  const least = Math.min(...all.map(of));
  const equal = all.filter((one) => of(one) === least);
  return equal[(seed >>> 0) % equal.length];
}

/** A cell begins with one of this many, so that a question that is added at its end does not change where it begins. */
const BEGIN_AMONG = 15;

/** The question after the one with this number; after the last one the first. Without a number the seed decides. */
function nextInCell(
  cell: readonly QuestionFacts[],
  last: number | null,
  seed: number,
): QuestionFacts | undefined {
  const ordered = cell.toSorted((x, y) => (numbered(x.id)?.number ?? 0) - (numbered(y.id)?.number ?? 0));
  if (last === null) return ordered[(seed >>> 3) % Math.min(ordered.length, BEGIN_AMONG)];
  return ordered.find(({ id }) => (numbered(id)?.number ?? 0) > last) ?? ordered[0];
}
