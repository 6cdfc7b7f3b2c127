import type { Word } from '../../interaction-models/words.ts';
import { beginningLike, type CompiledModel, type Sample } from './compiled-model.ts';
import {
  type FilledPart,
  lineOf,
  matchSample,
  type SampleMatch,
  slotValueOf,
  type Utterance,
} from './match-sample.ts';
import nearWords from './near-words.json' with { type: 'json' };
import { extraCost, isContent, isLike, substitutionCost, weightOf } from './similar-words.ts';
import { longestOf } from './slots/slot-value.ts';

/** The highest cost of a near match, as a share of the weight of the sample. */
const HIGHEST_SHARE = 0.3;
/** The highest cost of a near match in all: less than that of one content word. */
const HIGHEST_COST = 0.6;
/** An extra word of at most this cost, such as "um", may stand before a sample of one word. */
const SLIGHT_COST = 0.1;
/** The number of words in the longest utterance for which a near match is searched. */
const LONGEST_NEAR = 40;
/** The number of letters in the shortest utterance that is compared without its spaces. */
const SHORTEST_JOINED = 6;
const CONTRACTIONS: ReadonlyMap<string, string> = new Map(Object.entries(nearWords.contractions));
const POLITE_BEFORE = nearWords.politeBefore.map((phrase) => phrase.split(' '));
const POLITE_AFTER = nearWords.politeAfter.map((phrase) => phrase.split(' '));

/**
 * The sample that a device would probably hear. It has the same words, apart from polite words around them or the spaces
 * between them; otherwise it is the sample with the lowest cost in words. What people say to each other must not match.
 *
 * @returns null if no sample is near enough.
 */
export function nearest(compiled: CompiledModel, said: Utterance): SampleMatch | null {
  if (said.words.length === 0 || said.words.length > LONGEST_NEAR) return null;
  const spelled = spelledOut(said);
  return (
    withoutPoliteWords(compiled, spelled) ?? joined(compiled, spelled) ?? cheapestSample(compiled, spelled)
  );
}

/** The exact sample that remains without polite words, hesitation and repeated words. */
function withoutPoliteWords(compiled: CompiledModel, said: Utterance): SampleMatch | null {
  const core = coreOf(said);
  if (core.words.length === said.words.length || core.words.length === 0) return null;
  const fixed = compiled.fixed.get(lineOf(core));
  if (fixed !== undefined) return { sample: fixed, filled: [] };
  const isSure = ({ sample, filled }: SampleMatch): boolean =>
    sample.context !== 'bare' && filled.every(({ value }) => value.certainty === 'known');
  const candidates = beginningLike(compiled, core.words[0]?.text ?? '');
  return candidates.flatMap((sample) => matchSample(sample, core) ?? []).find(isSure) ?? null;
}

/** Replaces contractions: "wanna" becomes "want" and "to". */
export function spelledOut(said: Utterance): Utterance {
  if (!said.words.some(({ text }) => CONTRACTIONS.has(text))) return said;
  const words = said.words.flatMap((word) =>
    (CONTRACTIONS.get(word.text) ?? word.text).split(' ').map((text) => ({ ...word, text })),
  );
  return { ...said, words, present: new Set(words.map(({ text }) => text)) };
}

/** An utterance without polite words, hesitation and repeated words. */
function coreOf(said: Utterance): Utterance {
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

/** A sample without slots that has the same letters, such as "let's go on" for "lets go on". */
function joined(compiled: CompiledModel, said: Utterance): SampleMatch | null {
  let byLetters = joinedSamples.get(compiled);
  if (byLetters === undefined) {
    byLetters = new Map([...compiled.fixed].reverse().map(([line, sample]) => [lettersOf(line), sample]));
    joinedSamples.set(compiled, byLetters);
  }
  const letters = lettersOf(lineOf(said));
  const sample = letters.length >= SHORTEST_JOINED ? byLetters.get(letters) : undefined;
  return sample === undefined ? null : { sample, filled: [] };
}

/** A sample that is near enough, and what is different in words. */
interface NearSample {
  readonly match: SampleMatch;
  readonly cost: number;
  /** The cost in proportion to the weight of the sample. */
  readonly share: number;
}

/** The sample with the lowest cost in proportion to its weight. */
function cheapestSample(compiled: CompiledModel, said: Utterance): SampleMatch | null {
  let best: NearSample | null = null;
  for (const near of nearSamples(compiled, said)) if (best === null || near.share < best.share) best = near;
  return best?.match ?? null;
}

/** Every sample that is near enough, with its cost: 0 is the same words, and 1 is one content word too few. */
export function* nearSamples(compiled: CompiledModel, said: Utterance): Generator<NearSample> {
  for (const samples of [compiled.fixed.values(), compiled.withSlots]) {
    for (const sample of samples) {
      if (!isPromising(sample, said)) continue;
      const weight = sample.literals.reduce((sum, word) => sum + weightOf(word), 0);
      const found = align(sample, said, Math.min(HIGHEST_SHARE * weight, HIGHEST_COST));
      if (found === null) continue;
      yield { match: { sample, filled: found.filled }, cost: found.cost, share: found.cost / weight };
    }
  }
}

/** A quick check before the alignment: one missing or extra content word already costs too much. */
function isPromising(sample: Sample, said: Utterance): boolean {
  const count = said.words.length;
  if (count > sample.longest + 3 || count < sample.parts.length - 2) return false;
  if (sample.context === 'bare' || !sample.literals.some(isContent)) return false;
  if (sample.hasSearchQuery && (sample.literals.length < 2 || sample.parts.length > count)) return false;
  const isSaid = (literal: string): boolean =>
    !isContent(literal) || said.present.has(literal) || said.words.some(({ text }) => isLike(text, literal));
  if (!sample.literals.every(isSaid)) return false;
  const isFixed = sample.literals.length === sample.parts.length;
  const isMeant = ({ text }: Word): boolean =>
    !isContent(text) || extraCost(text) < 1 || sample.literals.some((literal) => isLike(text, literal));
  return !isFixed || said.words.every(isMeant);
}

/** A way to get from a sample to an utterance. */
interface Alignment {
  readonly cost: number;
  /** The number of content words of the sample that were said. */
  readonly content: number;
  readonly filled: readonly FilledPart[];
}

/** The cheapest way to get from the sample to the utterance; null if every way costs more than the limit. */
function align(sample: Sample, said: Utterance, limit: number): Alignment | null {
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
    const isBeforeOnlyWord = parts.length === 1 && partIndex === 0 && extra > SLIGHT_COST;
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
