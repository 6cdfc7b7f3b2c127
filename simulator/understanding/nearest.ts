import type { Word } from '../../interaction-models/words.ts';
import type { CompiledModel, Sample } from './compiled-model.ts';
import { type FilledPart, lineOf, type Match, matchSample, type Said, slotValueOf } from './match-sample.ts';
import nearWords from './near-words.json' with { type: 'json' };
import { extraCost, isContent, isLike, substitutionCost, weightOf } from './similar-words.ts';
import { longestOf } from './slots/slot-value.ts';

/** The share of a sample's weight that may be amiss, and the most in all: never a whole content word. */
const TOLERANCE = 0.3;
const MOST_AMISS = 0.6;
const SLIGHT = 0.1;
const LONGEST_NEAR = 40;
const SHORTEST_JOINED = 6;
const CONTRACTIONS: ReadonlyMap<string, string> = new Map(Object.entries(nearWords.contractions));
const POLITE_BEFORE = nearWords.politeBefore.map((phrase) => phrase.split(' '));
const POLITE_AFTER = nearWords.politeAfter.map((phrase) => phrase.split(' '));

/**
 * The sample that a device would probably hear, or null: the same words with politeness around them or other spaces
 * between them, else the least distance in words. What people say to one another must not come near anything.
 */
export function nearest(compiled: CompiledModel, said: Said): Match | null {
  if (said.words.length === 0 || said.words.length > LONGEST_NEAR) return null;
  const spelled = spelledOut(said);
  return politely(compiled, spelled) ?? joined(compiled, spelled) ?? leastDistant(compiled, spelled);
}

/** The exact sample that is left when politeness, hesitation and repetition are taken away. */
function politely(compiled: CompiledModel, said: Said): Match | null {
  const core = withoutPoliteness(said);
  if (core.words.length === said.words.length || core.words.length === 0) return null;
  const fixed = compiled.fixed.get(lineOf(core));
  if (fixed !== undefined) return { sample: fixed, filled: [] };
  const isSure = ({ sample, filled }: Match): boolean =>
    sample.place !== 'bare' && filled.every(({ value }) => value.certainty === 'known');
  return compiled.withSlots.flatMap((sample) => matchSample(sample, core) ?? []).find(isSure) ?? null;
}

/** "wanna" as "want" and "to". */
function spelledOut(said: Said): Said {
  if (!said.words.some(({ text }) => CONTRACTIONS.has(text))) return said;
  const words = said.words.flatMap((word) =>
    (CONTRACTIONS.get(word.text) ?? word.text).split(' ').map((text) => ({ ...word, text })),
  );
  return { ...said, words, present: new Set(words.map(({ text }) => text)) };
}

function withoutPoliteness(said: Said): Said {
  let words = said.words.filter((word, index) => word.text !== said.words[index - 1]?.text);
  const beginsWith = (phrase: readonly string[]): boolean =>
    phrase.every((word, index) => words[index]?.text === word);
  const endsWith = (phrase: readonly string[]): boolean =>
    phrase.every((word, index) => words[words.length - phrase.length + index]?.text === word);
  for (;;) {
    const before = POLITE_BEFORE.find((phrase) => phrase.length < words.length && beginsWith(phrase));
    const after =
      before === undefined && POLITE_AFTER.find((phrase) => phrase.length < words.length && endsWith(phrase));
    if (before !== undefined) words = words.slice(before.length);
    else if (after !== undefined && after !== false) words = words.slice(0, -after.length);
    else return { ...said, words };
  }
}

const joinedSamples = new WeakMap<CompiledModel, Map<string, Sample>>();
const lettersOf = (words: string): string => words.replace(/[ ']/g, '');

/** A sample without slots that has the same letters: "start our checkin", "lets go on". */
function joined(compiled: CompiledModel, said: Said): Match | null {
  let byLetters = joinedSamples.get(compiled);
  if (byLetters === undefined) {
    byLetters = new Map([...compiled.fixed].reverse().map(([line, sample]) => [lettersOf(line), sample]));
    joinedSamples.set(compiled, byLetters);
  }
  const letters = lettersOf(lineOf(said));
  const sample = letters.length >= SHORTEST_JOINED ? byLetters.get(letters) : undefined;
  return sample === undefined ? null : { sample, filled: [] };
}

function leastDistant(compiled: CompiledModel, said: Said): Match | null {
  let best: { match: Match; share: number } | null = null;
  const consider = (sample: Sample): void => {
    const weight = sample.literals.reduce((sum, word) => sum + weightOf(word), 0);
    const limit = Math.min(TOLERANCE * weight, MOST_AMISS);
    if (!isPromising(sample, said)) return;
    const found = align(sample, said, limit);
    if (found === null) return;
    const share = found.cost / weight;
    if (best === null || share < best.share) best = { match: { sample, filled: found.filled }, share };
  };
  for (const sample of compiled.fixed.values()) consider(sample);
  for (const sample of compiled.withSlots) consider(sample);
  return (best as { match: Match } | null)?.match ?? null;
}

/** A cheap look before the alignment, since a content word too few or too many is already too much. */
function isPromising(sample: Sample, said: Said): boolean {
  const count = said.words.length;
  if (count > sample.longest + 3 || count < sample.parts.length - 2) return false;
  if (sample.place === 'bare' || !sample.literals.some(isContent)) return false;
  if (sample.hasSearchQuery && (sample.literals.length < 2 || sample.parts.length > count)) return false;
  const isSaid = (literal: string): boolean =>
    !isContent(literal) || said.present.has(literal) || said.words.some(({ text }) => isLike(text, literal));
  if (!sample.literals.every(isSaid)) return false;
  const isFixed = sample.literals.length === sample.parts.length;
  const isMeant = ({ text }: Word): boolean =>
    !isContent(text) || extraCost(text) < 1 || sample.literals.some((literal) => isLike(text, literal));
  return !isFixed || said.words.every(isMeant);
}

interface Alignment {
  readonly cost: number;
  readonly content: number;
  readonly filled: readonly FilledPart[];
}

/** The cheapest way to make the utterance out of the sample within a limit, or null. */
function align(sample: Sample, said: Said, limit: number): Alignment | null {
  const { parts } = sample;
  const { words } = said;
  const known = new Map<number, Alignment | null>();

  const from = (partIndex: number, wordIndex: number): Alignment | null => {
    const key = partIndex * (words.length + 1) + wordIndex;
    const before = known.get(key);
    if (before !== undefined) return before;
    const found = cheapest(partIndex, wordIndex);
    known.set(key, found);
    return found;
  };
  const plus = (
    rest: Alignment | null,
    cost: number,
    content = 0,
    filled: FilledPart[] = [],
  ): Alignment | null =>
    rest === null || rest.cost + cost > limit
      ? null
      : { cost: rest.cost + cost, content: rest.content + content, filled: [...filled, ...rest.filled] };

  const cheapest = (partIndex: number, wordIndex: number): Alignment | null => {
    const part = parts[partIndex];
    const word = words[wordIndex]?.text;
    if (part === undefined && word === undefined) return { cost: 0, content: 0, filled: [] };
    const options: (Alignment | null)[] = [];
    const isLoose = !sample.hasSearchQuery;
    const extra = word === undefined || !isLoose ? Number.POSITIVE_INFINITY : extraCost(word);
    // "stop it" is nearly "stop", but "our home" is not "home".
    const isBeforeOnlyWord = parts.length === 1 && partIndex === 0 && extra > SLIGHT;
    if (extra <= limit && !isBeforeOnlyWord) options.push(plus(from(partIndex, wordIndex + 1), extra));
    if (part?.kind === 'word') {
      const cost = word === undefined ? Number.POSITIVE_INFINITY : substitutionCost(word, part.text);
      if (cost <= limit)
        options.push(plus(from(partIndex + 1, wordIndex + 1), cost, isContent(part.text) ? 1 : 0));
      if (isLoose && extraCost(part.text) <= limit) {
        options.push(plus(from(partIndex + 1, wordIndex), extraCost(part.text)));
      }
    }
    if (part?.kind === 'slot') {
      const last = Math.min(words.length, wordIndex + longestOf(part.grammar));
      for (let to = wordIndex + 1; to <= last; to += 1) {
        const rest = from(partIndex + 1, to);
        const value = rest === null ? null : slotValueOf(sample, part, said, wordIndex, to);
        if (value === null || value.certainty === 'outside') continue;
        options.push(plus(rest, 0, 0, [{ name: part.name, value, words: to - wordIndex }]));
      }
    }
    let best: Alignment | null = null;
    for (const option of options) {
      if (option !== null && (best === null || option.cost < best.cost)) best = option;
    }
    return best;
  };
  const whole = from(0, 0);
  return whole !== null && whole.content > 0 ? whole : null;
}
