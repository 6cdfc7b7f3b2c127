import nearWords from './near-words.json' with { type: 'json' };
import ordinaryWords from './slots/ordinary-words.json' with { type: 'json' };

const FUNCTION_WORDS: ReadonlySet<string> = new Set(nearWords.functionWords);
const NEGATIONS: ReadonlySet<string> = new Set(nearWords.negations);
const DETERMINERS: ReadonlySet<string> = new Set(nearWords.determiners);
const FILLERS: ReadonlySet<string> = new Set(nearWords.fillers);
const ORDINARY: ReadonlySet<string> = new Set(ordinaryWords);
const ABBREVIATIONS: Readonly<Record<string, string>> = nearWords.abbreviations;
const INTERCHANGEABLE = new Set(
  nearWords.interchangeable.flatMap(([one, other]) => [`${one} ${other}`, `${other} ${one}`]),
);

const SHORTEST_MISSPELT = 5;
const LONG = 8;

/** Whether a word carries meaning, unlike "the", "we" or "yes". */
export const isContent = (word: string): boolean => !FUNCTION_WORDS.has(word);

/** The weight of a word of a sample. */
export const weightOf = (word: string): number => (isContent(word) ? 1 : 0.5);

/** The cost of leaving out a word of a sample, or of saying one that is not in it. A negation costs most. */
export function extraCost(word: string): number {
  if (NEGATIONS.has(word)) return 2;
  if (FILLERS.has(word)) return 0.05;
  if (DETERMINERS.has(word)) return 0.25;
  if (word === 'one') return 0.25;
  return isContent(word) ? 1 : 0.35;
}

/** The cost of hearing `said` in place of `meant`: 0 for the same word, infinity for words that are not similar. */
export function substitutionCost(said: string, meant: string): number {
  if (said === meant) return 0;
  if (said[0] !== meant[0] && !isListedPair(said, meant)) return Number.POSITIVE_INFINITY;
  if (said.replaceAll("'", '') === meant.replaceAll("'", '')) return 0.05;
  if (Object.hasOwn(ABBREVIATIONS, said) && ABBREVIATIONS[said] === meant) return 0.2;
  if (INTERCHANGEABLE.has(`${said} ${meant}`)) return 0.2;
  if (DETERMINERS.has(said) && DETERMINERS.has(meant)) return 0.25;
  if (said.length >= 4 && (`${said}s` === meant || said === `${meant}s`)) return 0.2;
  return isMisspelling(said, meant) ? 0.3 : Number.POSITIVE_INFINITY;
}

/** Whether two words may replace each other even if they begin with different letters. */
function isListedPair(said: string, meant: string): boolean {
  return INTERCHANGEABLE.has(`${said} ${meant}`) || (DETERMINERS.has(said) && DETERMINERS.has(meant));
}

/** Whether one word may be heard in place of another. */
export const isLike = (said: string, meant: string): boolean => substitutionCost(said, meant) < 1;

/** Whether `said` is a misspelling of `meant`. An ordinary word is not one, and short words are too similar to tell. */
function isMisspelling(said: string, meant: string): boolean {
  if (meant.length < SHORTEST_MISSPELT || said[0] !== meant[0] || ORDINARY.has(said)) return false;
  if (NEGATIONS.has(meant) || !isContent(said)) return false;
  return editDistance(said, meant) <= (meant.length >= LONG ? 2 : 1);
}

/** The number of insertions, deletions, substitutions and swaps of adjacent letters; 3 for any number above 2. */
function editDistance(one: string, other: string): number {
  if (Math.abs(one.length - other.length) > 2) return 3;
  let before: number[] = [];
  let previous = Array.from({ length: other.length + 1 }, (_, index) => index);
  for (let i = 1; i <= one.length; i += 1) {
    const row = [i];
    for (let j = 1; j <= other.length; j += 1) {
      const isSame = one[i - 1] === other[j - 1];
      let cost = Math.min(
        (previous[j] as number) + 1,
        (row[j - 1] as number) + 1,
        (previous[j - 1] as number) + (isSame ? 0 : 1),
      );
      const isSwap = i > 1 && j > 1 && one[i - 1] === other[j - 2] && one[i - 2] === other[j - 1];
      if (isSwap) cost = Math.min(cost, (before[j - 2] as number) + 1);
      row.push(cost);
    }
    before = previous;
    previous = row;
  }
  return Math.min(3, previous[other.length] as number);
}
