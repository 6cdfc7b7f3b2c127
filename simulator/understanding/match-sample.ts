import { type Word, wordsOf } from '../../interaction-models/words.ts';
import type { Sample, SamplePart } from './compiled-model.ts';
import type { Moment } from './slots/calendar.ts';
import { fill, longestOf, type SlotGrammar, type SlotValue } from './slots/slot-value.ts';
import type { Span } from './slots/span.ts';

/** An utterance, prepared for matching. */
export interface Utterance {
  readonly text: string;
  readonly words: readonly Word[];
  /** The words as a set. */
  readonly present: ReadonlySet<string>;
  readonly moment: Moment;
}

/** A slot of a sample, and what an utterance fills it with. */
export interface FilledPart {
  readonly name: string;
  readonly value: SlotValue;
  /** The number of words of the utterance that it takes. */
  readonly words: number;
}

/** A sample that an utterance matches. */
export interface SampleMatch {
  readonly sample: Sample;
  readonly filled: readonly FilledPart[];
}

/** The utterance as it is; and, if it contains emoji or other symbols, a second time without them. */
export function readings(text: string, moment: Moment): Utterance[] {
  const words = wordsOf(text);
  const plain = words.filter((word) => !word.sign);
  const said = (kept: Word[]): Utterance => ({
    ...{ text, words: kept, moment },
    present: new Set(kept.map((word) => word.text)),
  });
  return plain.length === words.length ? [said(words)] : [said(words), said(plain)];
}

/** The words of an utterance in one line, which is the key for samples without slots. */
export const lineOf = (said: Utterance): string => said.words.map((word) => word.text).join(' ');

/** The part of an utterance from one word to another (exclusive). */
function spanOf(said: Utterance, from: number, to: number): Span {
  return {
    words: said.words.slice(from, to),
    text: said.text,
    from: from === 0 ? 0 : (said.words[from - 1]?.end ?? 0),
    to: said.words[to]?.start ?? said.text.length,
    startsUtterance: from === 0,
  };
}

/**
 * Matches an utterance with a sample, word for word.
 *
 * @returns the match with the values of the slots; null if the utterance does not match.
 */
export function matchSample(sample: Sample, said: Utterance): SampleMatch | null {
  const count = said.words.length;
  if (count < sample.parts.length || count > sample.longest) return null;
  if (!sample.literals.every((word) => said.present.has(word))) return null;
  const failed = new Set<number>();
  const filled: FilledPart[] = [];

  const walk = (partIndex: number, wordIndex: number): boolean => {
    const part = sample.parts[partIndex];
    if (part === undefined) return wordIndex === count;
    const key = partIndex * (count + 1) + wordIndex;
    if (failed.has(key)) return false;
    if (part.kind === 'word') {
      if (said.words[wordIndex]?.text === part.text && walk(partIndex + 1, wordIndex + 1)) return true;
    } else {
      for (const to of endsOf(sample, partIndex, wordIndex, count)) {
        const value = slotValueOf(sample, part, said, wordIndex, to);
        if (value === null) continue;
        filled.push({ name: part.name, value, words: to - wordIndex });
        if (walk(partIndex + 1, to)) return true;
        filled.pop();
      }
    }
    failed.add(key);
    return false;
  };
  return walk(0, 0) ? { sample, filled } : null;
}

/** The positions at which a slot may end, the first to try first: names take few words, all other slots take many. */
function endsOf(sample: Sample, partIndex: number, from: number, count: number): number[] {
  const part = sample.parts[partIndex];
  if (part?.kind !== 'slot') return [];
  const partsAfter = sample.parts.length - partIndex - 1;
  const last = Math.min(count - partsAfter, from + longestOf(part.grammar));
  if (partsAfter === 0) return last === count && last > from ? [count] : [];
  const ends = Array.from({ length: Math.max(0, last - from) }, (_, index) => from + index + 1);
  return part.grammar.kind === 'first-name' ? ends : ends.reverse();
}

/** The value that the words `from` to `to` (exclusive) of an utterance give a slot; null if they give none. */
export function slotValueOf(
  sample: Sample,
  part: Extract<SamplePart, { kind: 'slot' }>,
  said: Utterance,
  from: number,
  to: number,
): SlotValue | null {
  const whole = spanOf(said, from, to);
  const span = part.possessive ? withoutPossessive(whole) : whole;
  if (span === null) return null;
  const context = part.grammar.kind !== 'first-name' && !sample.isCarrier ? 'bare' : sample.context;
  return fill(part.grammar, span, context, said.moment);
}

/** Removes the possessive: "Ann's" becomes "Ann", and "James'" becomes "James". Null if there is none. */
function withoutPossessive(span: Span): Span | null {
  const last = span.words.at(-1);
  if (last === undefined) return null;
  if (!last.text.endsWith("'s")) {
    return last.text.endsWith('s') && /^['’]/.test(span.text.slice(last.end)) ? span : null;
  }
  const owner: Word = { ...last, text: last.text.slice(0, -2), end: last.end - 2 };
  return { ...span, words: [...span.words.slice(0, -1), owner], to: owner.end };
}

/** The value that the whole utterance gives a slot that was asked for; null if it gives none. */
export function fillWhole(grammar: SlotGrammar, said: Utterance): SlotValue | null {
  if (said.words.length === 0) return null;
  return fill(grammar, spanOf(said, 0, said.words.length), 'elicited', said.moment);
}
