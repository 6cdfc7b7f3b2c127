/** Choosing the next reflection question: not heard lately, practices in turn, seeded. */
import type { Context, QuestionFacts } from './context.ts';
import { DAY } from './state.ts';

/** No question comes again within this many days, as long as another is left. */
export const REST_DAYS = 60;
/** How many heard questions are remembered: the household's item stays under 1 KB. */
const REMEMBERED = 40;

interface Heard {
  id: string;
  day: number;
}

function parse(heard: string): Heard[] {
  return heard
    .split(' ')
    .filter((entry) => entry.includes('@'))
    .map((entry) => {
      const [id = '', day = ''] = entry.split('@');
      return { id, day: Number.parseInt(day, 36) };
    });
}

function write(heard: readonly Heard[]): string {
  return heard.map(({ id, day }) => `${id}@${day.toString(36)}`).join(' ');
}

/**
 * The next question and the history with it added. A practice that has rested longest comes first; within it the
 * seed chooses. When all were heard lately, the one heard longest ago comes back.
 *
 * @throws RangeError when there is no question at all.
 */
export function chooseQuestion(heard: string, context: Context): { id: string; heard: string } {
  const today = Math.floor(context.now / DAY);
  const history = parse(heard);
  const resting = new Set(history.filter(({ day }) => today - day < REST_DAYS).map(({ id }) => id));
  const lastHeard = new Map(history.map(({ id }, index) => [id, index] as const));
  const fresh = context.questions.filter(({ id }) => !resting.has(id));
  const chosen =
    fresh.length > 0 ? fromRestedPractice(fresh, history, context) : longestAgo(context.questions, lastHeard);
  if (chosen === undefined)
    throw new RangeError('context.questions: expected at least one question, got none');
  const next = [...history.filter(({ id }) => id !== chosen.id), { id: chosen.id, day: today }];
  return { id: chosen.id, heard: write(next.slice(-REMEMBERED)) };
}

function fromRestedPractice(
  fresh: readonly QuestionFacts[],
  history: readonly Heard[],
  context: Context,
): QuestionFacts | undefined {
  const practiceOf = new Map(context.questions.map(({ id, practice }) => [id, practice]));
  const lastOf = new Map<string, number>();
  for (const [index, { id }] of history.entries()) {
    const practice = practiceOf.get(id);
    if (practice !== undefined) lastOf.set(practice, index);
  }
  const rest = (practice: string): number => lastOf.get(practice) ?? -1;
  const longest = Math.min(...fresh.map(({ practice }) => rest(practice)));
  const candidates = fresh.filter(({ practice }) => rest(practice) === longest);
  return candidates[(context.seed >>> 0) % candidates.length];
}

function longestAgo(
  questions: readonly QuestionFacts[],
  lastHeard: ReadonlyMap<string, number>,
): QuestionFacts | undefined {
  return questions.toSorted((x, y) => (lastHeard.get(x.id) ?? -1) - (lastHeard.get(y.id) ?? -1))[0];
}
