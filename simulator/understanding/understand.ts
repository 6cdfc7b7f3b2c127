import type { InteractionModel } from '../../interaction-models/interaction-model.ts';
import { type CompiledModel, compile, slotKey } from './compiled-model.ts';
import type { ElicitedSlot } from './elicited-slot.ts';
import {
  fillWhole,
  lineOf,
  matchSample,
  readings,
  type SampleMatch,
  type Utterance,
} from './match-sample.ts';
import { nearest } from './nearest.ts';
import type { SlotValue } from './slots/slot-value.ts';

/** A slot with its value. */
export interface FilledSlot {
  /** The value as Alexa sends it: "20", "PT1M", "2026-W47", or the speaker's own words. */
  value: string;
  /** The words that were said for it. */
  spoken: string;
  /** For a custom type only: the value it resolves to (ER_SUCCESS_MATCH); null if it resolves to none. */
  resolved?: { id: string; name: string } | null;
}

/** How well an utterance fits the model: like a sample word for word, like the nearest sample, or like none. */
export type MatchQuality = 'exact' | 'near' | 'none';

/** What was understood of an utterance. */
export interface Understood {
  /** AMAZON.FallbackIntent if nothing fits; an empty string if the model has no such intent. */
  intent: string;
  slots: Record<string, FilledSlot>;
  match: MatchQuality;
}

/** The circumstances in which an utterance is understood. */
export interface UnderstandOptions {
  /** The slot for which the last response asked with Dialog.ElicitSlot. */
  elicit?: ElicitedSlot | null;
  /** The moment at which it is said, for dates and times. */
  now: Date;
  /** Turns off near matches: an utterance that is not exact falls back. */
  strict?: boolean;
  /** The IANA time zone in which it is said; the default is UTC. */
  timezone?: string;
}

/** A sample of another intent with at least this many literal words wins over the slot that was asked for. */
const STRONG_CARRIER = 3;

/**
 * Understands an utterance as Alexa would. In this order it is an exact sample, the slot that was asked for, the nearest
 * sample, or the fallback.
 *
 * @throws {RangeError} if a date or a time is read and the time zone is unknown.
 */
export function understand(
  model: InteractionModel,
  utterance: string,
  options: UnderstandOptions,
): Understood {
  const compiled = compile(model);
  const said = readings(utterance, { now: options.now, timezone: options.timezone ?? 'UTC' });
  const elicit = options.elicit ?? null;
  const exact = elicit === null ? exactly(compiled, said) : answering(compiled, said, elicit);
  if (exact !== null) return exact;
  const near = options.strict === true ? null : nearest(compiled, said.at(-1) as Utterance);
  if (near !== null) return understood(near, 'near');
  return { intent: compiled.hasFallback ? 'AMAZON.FallbackIntent' : '', slots: {}, match: 'none' };
}

function exactly(compiled: CompiledModel, said: readonly Utterance[]): Understood | null {
  const fixed = fixedMatch(compiled, said);
  if (fixed !== null) return fixed;
  const best = said
    .map((reading) => matches(compiled, reading).sort(byRank)[0])
    .find((match) => match !== undefined);
  return best === undefined ? null : understood(best, 'exact');
}

function answering(
  compiled: CompiledModel,
  said: readonly Utterance[],
  elicit: ElicitedSlot,
): Understood | null {
  const asked = compiled.elicitable.get(slotKey(elicit.intent, elicit.slot));
  if (asked === undefined) return exactly(compiled, said);
  const fixed = fixedMatch(compiled, said);
  if (fixed !== null) return fixed;
  const asksFreeSpeech = asked.grammar.kind === 'search-query';
  const winsOverAsked = ({ sample, filled }: SampleMatch): boolean => {
    if (sample.intent === elicit.intent) return !(asksFreeSpeech && sample.hasSearchQuery);
    if (sample.literals.length >= STRONG_CARRIER) return true;
    return (
      !sample.hasSearchQuery &&
      sample.context !== 'bare' &&
      filled.every(({ value }) => value.certainty === 'known')
    );
  };
  const all = said.map((reading) => matches(compiled, reading).sort(byRank));
  const sample = all.map((found) => found.find(winsOverAsked)).find((match) => match !== undefined);
  if (sample !== undefined) return understood(sample, 'exact');
  for (const reading of said) {
    const own = asked.samples.flatMap((candidate) => matchSample(candidate, reading) ?? []).sort(byRank)[0];
    if (own !== undefined) return understood(own, 'exact');
  }
  for (const reading of said) {
    const value = fillWhole(asked.grammar, reading);
    if (value !== null)
      return { intent: elicit.intent, slots: { [elicit.slot]: slotOf(value) }, match: 'exact' };
  }
  const rest = all.flat().sort(byRank)[0];
  return rest === undefined ? null : understood(rest, 'exact');
}

function fixedMatch(compiled: CompiledModel, said: readonly Utterance[]): Understood | null {
  const sample = compiled.fixed.get(lineOf(said.at(-1) as Utterance));
  return sample === undefined ? null : understood({ sample, filled: [] }, 'exact');
}

function matches(compiled: CompiledModel, said: Utterance): SampleMatch[] {
  return compiled.withSlots.flatMap((sample) => matchSample(sample, said) ?? []);
}

/** Sorts the most certain match first: free speech last, then those with fewer words in slots, then by the model's order. */
function byRank(one: SampleMatch, other: SampleMatch): number {
  return (
    doubt(one) - doubt(other) || slotWords(one) - slotWords(other) || one.sample.order - other.sample.order
  );
}

const DOUBT: Readonly<Record<SlotValue['certainty'], number>> = { known: 0, outside: 1, free: 2 };
const doubt = ({ filled }: SampleMatch): number =>
  Math.max(0, ...filled.map(({ value }) => DOUBT[value.certainty]));
const slotWords = ({ filled }: SampleMatch): number => filled.reduce((sum, { words }) => sum + words, 0);

function understood({ sample, filled }: SampleMatch, match: 'exact' | 'near'): Understood {
  // Object.fromEntries, because a slot may have the name of a property that every object has, such as __proto__.
  const slots = Object.fromEntries(filled.map(({ name, value }) => [name, slotOf(value)]));
  return { intent: sample.intent, slots, match };
}

function slotOf({ value, spoken, resolved }: SlotValue): FilledSlot {
  return { value, spoken, ...(resolved === undefined ? {} : { resolved: resolved && { ...resolved } }) };
}
