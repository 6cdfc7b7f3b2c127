import type { InteractionModel } from '../../interaction-models/interaction-model.ts';
import { normalise } from '../../interaction-models/words.ts';
import builtInPhrases from './built-in-phrases.json' with { type: 'json' };
import nearWords from './near-words.json' with { type: 'json' };
import { type CustomType, customTypeOf } from './slots/custom-type.ts';
import { grammarOf, longestOf, type SlotGrammar } from './slots/slot-value.ts';

/** A part of a sample: a word, or a slot with what can fill it. */
export type SamplePart =
  | { readonly kind: 'word'; readonly text: string }
  | {
      readonly kind: 'slot';
      readonly name: string;
      readonly grammar: SlotGrammar;
      /** Whether "'s" follows the slot. */
      readonly possessive: boolean;
    };

/** A sample utterance, prepared for matching. */
export interface Sample {
  readonly intent: string;
  /** Its position among all samples of the model. If two samples match equally well, the first one wins. */
  readonly order: number;
  readonly parts: readonly SamplePart[];
  /** Its words, without the slots. */
  readonly literals: readonly string[];
  /** The number of words in the longest utterance that can match. */
  readonly longest: number;
  readonly hasSearchQuery: boolean;
  /** The words around its slots: see NameContext. */
  readonly context: 'bare' | 'carrier' | 'naming';
  /** Whether it has enough words of its own to accept a value that is not in the list of a custom type. */
  readonly isCarrier: boolean;
}

/** An interaction model, prepared for matching. */
export interface CompiledModel {
  /** The samples without slots, by their words. They include the standard phrases of the built-in intents. */
  readonly fixed: ReadonlyMap<string, Sample>;
  /** The part of `fixed` that belongs to Amazon's intents, also where a custom intent has the same words. */
  readonly builtIn: ReadonlyMap<string, Sample>;
  readonly withSlots: readonly Sample[];
  /** The part of `withSlots` that can match an utterance, by its first word; see `beginningLike`. */
  readonly byFirstWord: ReadonlyMap<string, readonly Sample[]>;
  readonly beginningWithSlot: readonly Sample[];
  /** What can fill a slot that was asked for, and the samples of the slot itself; see `slotKey`. */
  readonly elicitable: ReadonlyMap<
    string,
    { readonly grammar: SlotGrammar; readonly samples: readonly Sample[] }
  >;
  readonly hasFallback: boolean;
}

const SLOT = /\{\s*([^{}|]+?)\s*\}(['’]s(?![\p{L}]))?/gu;
const JOINING = new Set(['and', 'or']);
const NAMING = new Set(['name', 'names', "name's", 'call', 'called']);
const FUNCTION_WORDS = new Set(nearWords.functionWords);
const DOING = new Set(['do', "let's"]);
/** What the names of Amazon's own intents begin with. */
const AMAZON = 'AMAZON.';
const compiled = new WeakMap<InteractionModel, CompiledModel>();

/** The key of a slot of an intent in `elicitable`. */
export const slotKey = (intent: string, slot: string): string => `${intent} ${slot}`;

/** The samples with slots that begin like an utterance with this first word: with the word, or with a slot. */
export const beginningLike = (model: CompiledModel, firstWord: string): readonly Sample[] =>
  model.byFirstWord.get(firstWord) ?? model.beginningWithSlot;

/** Prepares a model for matching. The result is kept for as long as the model object is. */
export function compile(model: InteractionModel): CompiledModel {
  const known = compiled.get(model);
  if (known !== undefined) return known;
  const made = compileNow(model);
  compiled.set(model, made);
  return made;
}

function compileNow(model: InteractionModel): CompiledModel {
  const { intents, types = [] } = model.interactionModel.languageModel;
  const customTypes = new Map<string, CustomType>(types.map((type) => [type.name, customTypeOf(type)]));
  const fixed = new Map<string, Sample>();
  const builtIn = new Map<string, Sample>();
  const withSlots: Sample[] = [];
  const elicitable = new Map<string, { grammar: SlotGrammar; samples: Sample[] }>();
  const addSample = (sample: Sample): void => {
    if (sample.parts.length === 0) return;
    if (sample.literals.length < sample.parts.length) {
      withSlots.push(sample);
      return;
    }
    const key = sample.literals.join(' ');
    if (!fixed.has(key)) fixed.set(key, sample);
    if (sample.intent.startsWith(AMAZON) && !builtIn.has(key)) builtIn.set(key, sample);
  };
  let order = 0;
  for (const intent of intents) {
    const grammars = new Map(
      (intent.slots ?? []).map((slot) => [slot.name, grammarOf(slot.type, customTypes)]),
    );
    const sampleOf = (text: string): Sample => parseSample(intent.name, text, grammars, order++);
    for (const text of intent.samples ?? []) addSample(sampleOf(text));
    for (const slot of intent.slots ?? []) {
      const grammar = grammars.get(slot.name) as SlotGrammar;
      elicitable.set(slotKey(intent.name, slot.name), {
        grammar,
        samples: (slot.samples ?? []).map(sampleOf),
      });
    }
  }
  for (const { name } of intents) {
    const phrases: readonly string[] = Object.hasOwn(builtInPhrases, name)
      ? builtInPhrases[name as keyof typeof builtInPhrases]
      : [];
    for (const phrase of phrases) addSample(parseSample(name, phrase, new Map(), order++));
  }
  return {
    fixed,
    builtIn,
    withSlots,
    ...indexed(withSlots),
    elicitable,
    hasFallback: intents.some(({ name }) => name === 'AMAZON.FallbackIntent'),
  };
}

/** The index of samples by their first word. In each list they keep their order. */
function indexed(withSlots: readonly Sample[]): Pick<CompiledModel, 'byFirstWord' | 'beginningWithSlot'> {
  const firstWordOf = ({ parts: [first] }: Sample): string | null =>
    first?.kind === 'word' ? first.text : null;
  const byFirstWord = new Map<string, Sample[]>();
  const beginningWithSlot: Sample[] = [];
  for (const sample of withSlots) {
    const word = firstWordOf(sample);
    if (word === null) {
      beginningWithSlot.push(sample);
      for (const list of byFirstWord.values()) list.push(sample);
    } else if (byFirstWord.has(word)) {
      byFirstWord.get(word)?.push(sample);
    } else {
      byFirstWord.set(word, [...beginningWithSlot, sample]);
    }
  }
  return { byFirstWord, beginningWithSlot };
}

function parseSample(
  intent: string,
  text: string,
  grammars: ReadonlyMap<string, SlotGrammar>,
  order: number,
): Sample {
  const parts: SamplePart[] = [];
  const addWords = (words: string): void => {
    for (const word of normalise(words).split(' ')) if (word !== '') parts.push({ kind: 'word', text: word });
  };
  let from = 0;
  for (const match of text.matchAll(SLOT)) {
    addWords(text.slice(from, match.index));
    const name = match[1] as string;
    const grammar = grammars.get(name) ?? { kind: 'unknown' };
    parts.push({ kind: 'slot', name, grammar, possessive: match[2] !== undefined });
    from = match.index + match[0].length;
  }
  addWords(text.slice(from));
  const literals = parts.flatMap((part) => (part.kind === 'word' ? [part.text] : []));
  const lengths = parts.map((part) => (part.kind === 'word' ? 1 : longestOf(part.grammar)));
  return {
    ...{ intent, order, parts, literals, context: contextOf(literals) },
    longest: lengths.reduce((sum, length) => sum + length, 0),
    hasSearchQuery: parts.some((part) => part.kind === 'slot' && part.grammar.kind === 'search-query'),
    isCarrier: literals.length >= 2 && literals.some((word) => !FUNCTION_WORDS.has(word) || DOING.has(word)),
  };
}

function contextOf(literals: readonly string[]): Sample['context'] {
  if (literals.every((word) => JOINING.has(word))) return 'bare';
  return literals.length >= 3 || literals.some((word) => NAMING.has(word)) ? 'naming' : 'carrier';
}
