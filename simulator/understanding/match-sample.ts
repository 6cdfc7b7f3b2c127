import { type Word, wordsOf } from '../../interaction-models/words.ts';
import type { Sample, SamplePart } from './compiled-model.ts';
import type { Moment } from './slots/calendar.ts';
import type { NamePlace } from './slots/first-name.ts';
import { fill, longestOf, type SlotGrammar, type SlotValue } from './slots/slot-value.ts';
import type { Span } from './slots/span.ts';

/** An utterance ready to be matched. */
export interface Said {
  readonly text: string;
  readonly words: readonly Word[];
  readonly present: ReadonlySet<string>;
  readonly moment: Moment;
}

export interface FilledPart {
  readonly name: string;
  readonly value: SlotValue;
  /** Words of the utterance it took. */
  readonly words: number;
}

export interface Match {
  readonly sample: Sample;
  readonly filled: readonly FilledPart[];
}

/** The utterance with its signs (emoji and the like), and where it has any, without them. */
export function readings(text: string, moment: Moment): Said[] {
  const words = wordsOf(text);
  const plain = words.filter((word) => !word.sign);
  const said = (kept: Word[]): Said => ({
    ...{ text, words: kept, moment },
    present: new Set(kept.map((word) => word.text)),
  });
  return plain.length === words.length ? [said(words)] : [said(words), said(plain)];
}

/** The words of a reading as one line, as the samples without slots are looked up. */
export const lineOf = (said: Said): string => said.words.map((word) => word.text).join(' ');

/** The stretch of the utterance from one word to another (exclusive). */
export function spanOf(said: Said, from: number, to: number): Span {
  return {
    words: said.words.slice(from, to),
    text: said.text,
    from: from === 0 ? 0 : (said.words[from - 1]?.end ?? 0),
    to: said.words[to]?.start ?? said.text.length,
    startsUtterance: from === 0,
  };
}

/** The values that make the utterance a saying of the sample, word for word, or null. */
export function matchSample(sample: Sample, said: Said): Match | null {
  const count = said.words.length;
  if (count < sample.parts.length || count > sample.longest) return null;
  if (!sample.literals.every((word) => isPresent(said, word))) return null;
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

const isPresent = (said: Said, word: string): boolean => said.present.has(word);

/** Where a slot's words may end: names take as few words as they can, all others as many. */
function endsOf(sample: Sample, partIndex: number, from: number, count: number): number[] {
  const part = sample.parts[partIndex];
  if (part?.kind !== 'slot') return [];
  const partsAfter = sample.parts.length - partIndex - 1;
  const last = Math.min(count - partsAfter, from + longestOf(part.grammar));
  if (partsAfter === 0) return last === count && last > from ? [count] : [];
  const ends = Array.from({ length: Math.max(0, last - from) }, (_, index) => from + index + 1);
  return part.grammar.kind === 'first-name' ? ends : ends.reverse();
}

/** The value of a slot of a sample for some words of the utterance, or null. */
export function slotValueOf(
  sample: Sample,
  part: Extract<SamplePart, { kind: 'slot' }>,
  said: Said,
  from: number,
  to: number,
): SlotValue | null {
  const whole = spanOf(said, from, to);
  const span = part.possessive ? withoutPossessive(whole) : whole;
  if (span === null) return null;
  const place = part.grammar.kind !== 'first-name' && !sample.isCarrier ? 'bare' : sample.place;
  return fill(part.grammar, span, place, said.moment);
}

/** "Ann's" as "Ann" and "James'" as "James", or null for words that are no possessive. */
function withoutPossessive(span: Span): Span | null {
  const last = span.words.at(-1);
  if (last === undefined) return null;
  if (!last.text.endsWith("'s")) {
    return last.text.endsWith('s') && /^['’]/.test(span.text.slice(last.end)) ? span : null;
  }
  const owner: Word = { ...last, text: last.text.slice(0, -2), end: last.end - 2 };
  return { ...span, words: [...span.words.slice(0, -1), owner], to: owner.end };
}

/** The whole utterance as the value of a slot that was asked for, or null. */
export function fillWhole(grammar: SlotGrammar, said: Said): SlotValue | null {
  if (said.words.length === 0) return null;
  const place: NamePlace = 'elicited';
  return fill(grammar, spanOf(said, 0, said.words.length), place, said.moment);
}
