import type { InteractionModel } from '../../interaction-models/interaction-model.ts';
import { beginningLike, type CompiledModel, compile, type Sample, slotKey } from './compiled-model.ts';
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
  /** AMAZON.FallbackIntent if nothing fits; an empty string if the model has nothing for it: no request is sent. */
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

/**
 * If a slot of another type than free speech was asked for, a sample of another intent with at least this many literal
 * words wins over a value that is not in the list of the type.
 */
const STRONG_CARRIER = 3;

/**
 * Understands an utterance as Alexa would. In this order it is an answer to what was asked, an exact sample, the nearest
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
  const exact = (elicit === null ? null : answered(compiled, said, elicit)) ?? exactly(compiled, said);
  if (exact !== null) return exact;
  const near = options.strict === true ? null : nearest(compiled, said.at(-1) as Utterance);
  if (near !== null) return understood(near, 'near');
  if (compiled.hasFallback) return { intent: 'AMAZON.FallbackIntent', slots: {}, match: 'none' };
  return inBareSlot(compiled, utterance) ?? { intent: '', slots: {}, match: 'none' };
}

/**
 * The words as the value of a sample that is only a slot of a custom type. Without AMAZON.FallbackIntent nothing keeps
 * other words from it: "Values outside the list are still returned". Source: SMAPI, `SlotType`.
 */
function inBareSlot({ withSlots }: CompiledModel, utterance: string): Understood | null {
  const spoken = utterance.trim();
  for (const { intent, parts } of withSlots) {
    const [part] = parts;
    if (spoken === '' || parts.length !== 1 || part?.kind !== 'slot' || part.grammar.kind !== 'custom')
      continue;
    return { intent, slots: { [part.name]: { value: spoken, spoken, resolved: null } }, match: 'none' };
  }
  return null;
}

/** The exact sample. Samples without slots come first, and samples that take any words (`i {after_i}`) come last. */
function exactly(compiled: CompiledModel, said: readonly Utterance[]): Understood | null {
  const fixed = fixedMatch(compiled.fixed, said);
  if (fixed !== null) return fixed;
  const best = said
    .flatMap((reading) => matches(compiled, reading).sort(byRank)[0] ?? [])
    .sort((one, other) => doubt(one) - doubt(other))[0];
  return best === undefined ? null : understood(best, 'exact');
}

/**
 * The answer to the question for a slot. Alexa's own intents win over every slot. Free speech takes all other words.
 *
 * @returns null if the words are no answer, or the model has no such slot.
 */
function answered(
  compiled: CompiledModel,
  said: readonly Utterance[],
  elicit: ElicitedSlot,
): Understood | null {
  const asked = compiled.elicitable.get(slotKey(elicit.intent, elicit.slot));
  if (asked === undefined) return null;
  const builtIn = fixedMatch(compiled.builtIn, said);
  // Only free speech keeps a custom intent from words that it shares with one of Alexa's own.
  if (builtIn !== null) return asked.grammar.kind === 'search-query' ? builtIn : exactly(compiled, said);
  const value = said.map((reading) => fillWhole(asked.grammar, reading)).find((found) => found !== null);
  const inSlot: Understood | null =
    value === undefined
      ? null
      : { intent: elicit.intent, slots: { [elicit.slot]: slotOf(value) }, match: 'exact' };
  if (value !== undefined && value.certainty !== 'outside') return inSlot;
  return sampleOverValue(compiled, said, elicit, asked.samples) ?? inSlot;
}

/** The exact sample that is likelier than a value that is not in the list of the type that was asked for. */
function sampleOverValue(
  compiled: CompiledModel,
  said: readonly Utterance[],
  elicit: ElicitedSlot,
  samplesOfSlot: readonly Sample[],
): Understood | null {
  const fixed = fixedMatch(compiled.fixed, said);
  if (fixed !== null) return fixed;
  const isLikelier = ({ sample, filled }: SampleMatch): boolean =>
    sample.intent === elicit.intent ||
    sample.literals.length >= STRONG_CARRIER ||
    (sample.context !== 'bare' && filled.every(({ value }) => value.certainty === 'known'));
  const likelier = said
    .map((reading) => matches(compiled, reading).sort(byRank).find(isLikelier))
    .find((match) => match !== undefined);
  if (likelier !== undefined) return understood(likelier, 'exact');
  const own = said
    .map((reading) => samplesOfSlot.flatMap((sample) => matchSample(sample, reading) ?? []).sort(byRank)[0])
    .find((match) => match !== undefined);
  return own === undefined ? null : understood(own, 'exact');
}

function fixedMatch(samples: ReadonlyMap<string, Sample>, said: readonly Utterance[]): Understood | null {
  const sample = samples.get(lineOf(said.at(-1) as Utterance));
  return sample === undefined ? null : understood({ sample, filled: [] }, 'exact');
}

function matches(compiled: CompiledModel, said: Utterance): SampleMatch[] {
  const candidates = beginningLike(compiled, said.words[0]?.text ?? '');
  return candidates.flatMap((sample) => matchSample(sample, said) ?? []);
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
