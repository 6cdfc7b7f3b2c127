import type { InteractionModel } from '../../interaction-models/interaction-model.ts';
import { type CompiledModel, compile, slotKey } from './compiled-model.ts';
import { fillWhole, lineOf, type Match, matchSample, readings, type Said } from './match-sample.ts';
import { nearest } from './nearest.ts';
import type { SlotValue } from './slots/slot-value.ts';

export interface FilledSlot {
  /** As Alexa delivers it: "20", "PT1M", "2026-W47", or the speaker's own words. */
  value: string;
  /** The words it was taken from. */
  spoken: string;
  /** Custom types only: the value named (ER_SUCCESS_MATCH), or null where there is no match. */
  resolved?: { id: string; name: string } | null;
}

export interface Understood {
  /** AMAZON.FallbackIntent where nothing fits, or '' in a model without it. */
  intent: string;
  slots: Record<string, FilledSlot>;
  match: 'exact' | 'near' | 'none';
}

export interface UnderstandOptions {
  /** The slot asked for by Dialog.ElicitSlot in the last response. */
  elicit?: { intent: string; slot: string } | null;
  /** When it is said, for dates and times. */
  now: Date;
  /** Leaves out the nearest sample: what is not exact falls back. */
  strict?: boolean;
  /** Where it is said: an IANA name; UTC unless told. */
  timezone?: string;
}

/** Literal words from which a sample of another intent wins over the slot asked for, whatever fills its slots. */
const STRONG_CARRIER = 3;

/**
 * What Alexa's language understanding would make of an utterance: an exact sample, else the slot that was asked for,
 * else the nearest sample, else the fallback. Throws a RangeError for an unknown time zone, if a date needs one.
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
  const near = options.strict === true ? null : nearest(compiled, said.at(-1) as Said);
  if (near !== null) return understood(near, 'near');
  return { intent: compiled.hasFallback ? 'AMAZON.FallbackIntent' : '', slots: {}, match: 'none' };
}

function exactly(compiled: CompiledModel, said: readonly Said[]): Understood | null {
  const fixed = fixedMatch(compiled, said);
  if (fixed !== null) return fixed;
  const best = said
    .map((reading) => matches(compiled, reading).sort(byRank)[0])
    .find((match) => match !== undefined);
  return best === undefined ? null : understood(best, 'exact');
}

function answering(
  compiled: CompiledModel,
  said: readonly Said[],
  elicit: { intent: string; slot: string },
): Understood | null {
  const asked = compiled.elicitable.get(slotKey(elicit.intent, elicit.slot));
  if (asked === undefined) return exactly(compiled, said);
  const fixed = fixedMatch(compiled, said);
  if (fixed !== null) return fixed;
  const asksFreeSpeech = asked.grammar.kind === 'search-query';
  const winsOverAsked = ({ sample, filled }: Match): boolean => {
    if (sample.intent === elicit.intent) return !(asksFreeSpeech && sample.hasSearchQuery);
    if (sample.literals.length >= STRONG_CARRIER) return true;
    return (
      !sample.hasSearchQuery &&
      sample.place !== 'bare' &&
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

function fixedMatch(compiled: CompiledModel, said: readonly Said[]): Understood | null {
  const sample = compiled.fixed.get(lineOf(said.at(-1) as Said));
  return sample === undefined ? null : understood({ sample, filled: [] }, 'exact');
}

function matches(compiled: CompiledModel, said: Said): Match[] {
  return compiled.withSlots.flatMap((sample) => matchSample(sample, said) ?? []);
}

/** The surest first: free speech last, then fewer words left to slots, then the order of the model. */
function byRank(one: Match, other: Match): number {
  return (
    doubt(one) - doubt(other) || slotWords(one) - slotWords(other) || one.sample.order - other.sample.order
  );
}

const DOUBT: Readonly<Record<SlotValue['certainty'], number>> = { known: 0, outside: 1, free: 2 };
const doubt = ({ filled }: Match): number =>
  Math.max(0, ...filled.map(({ value }) => DOUBT[value.certainty]));
const slotWords = ({ filled }: Match): number => filled.reduce((sum, { words }) => sum + words, 0);

function understood({ sample, filled }: Match, match: 'exact' | 'near'): Understood {
  // fromEntries, since a slot may be named like a property of every object.
  const slots = Object.fromEntries(filled.map(({ name, value }) => [name, slotOf(value)]));
  return { intent: sample.intent, slots, match };
}

function slotOf({ value, spoken, resolved }: SlotValue): FilledSlot {
  return { value, spoken, ...(resolved === undefined ? {} : { resolved: resolved && { ...resolved } }) };
}
