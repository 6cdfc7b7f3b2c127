import { normalise } from '../../../interaction-models/words.ts';
import type { Moment } from './calendar.ts';
import { type CustomType, isBelievable, type Resolved, resolve } from './custom-type.ts';
import { dateSlot } from './date.ts';
import { dayOfWeekSlot } from './day-of-week.ts';
import { durationSlot } from './duration.ts';
import { firstNameSlot, type NameContext } from './first-name.ts';
import { numberSlot } from './number.ts';
import { searchQuerySlot } from './search-query.ts';
import { type Span, spokenWords, writtenText } from './span.ts';
import { timeSlot } from './time.ts';

/** What can fill a slot. `longest` is a number of words. */
export type SlotGrammar =
  | { readonly kind: 'search-query' }
  | { readonly kind: 'first-name' }
  | {
      readonly kind: 'spoken';
      readonly longest: number;
      readonly read: (words: readonly string[], moment: Moment) => string | null;
    }
  | { readonly kind: 'custom'; readonly type: CustomType }
  | { readonly kind: 'unknown' };

/** The value of a slot. */
export interface SlotValue {
  readonly value: string;
  readonly spoken: string;
  /** For a custom type only: the value it resolves to; null if it resolves to none. */
  readonly resolved?: Resolved | null;
  /** `known`: a value of the type. `outside`: accepted, but not in the list of the type. `free`: any words fit. */
  readonly certainty: 'known' | 'outside' | 'free';
}

const BUILT_IN: Readonly<Record<string, SlotGrammar>> = {
  'AMAZON.SearchQuery': { kind: 'search-query' },
  'AMAZON.FirstName': { kind: 'first-name' },
  'AMAZON.US_FIRST_NAME': { kind: 'first-name' },
  'AMAZON.NUMBER': { kind: 'spoken', longest: 12, read: numberSlot },
  'AMAZON.DURATION': { kind: 'spoken', longest: 12, read: durationSlot },
  'AMAZON.DATE': { kind: 'spoken', longest: 7, read: dateSlot },
  'AMAZON.TIME': { kind: 'spoken', longest: 8, read: timeSlot },
  'AMAZON.DayOfWeek': { kind: 'spoken', longest: 2, read: dayOfWeekSlot },
};
const LONGEST_UNKNOWN = 3;
const LONGEST_NAME = 4;

/** The grammar of a slot type. A type that is neither in the model nor known here accepts one to three words. */
export function grammarOf(typeName: string, customTypes: ReadonlyMap<string, CustomType>): SlotGrammar {
  const type = customTypes.get(typeName);
  if (type !== undefined) return { kind: 'custom', type };
  return (Object.hasOwn(BUILT_IN, typeName) ? BUILT_IN[typeName] : undefined) ?? { kind: 'unknown' };
}

/** The number of words in the longest value within a sample. */
export function longestOf(grammar: SlotGrammar): number {
  switch (grammar.kind) {
    case 'search-query':
      return Number.POSITIVE_INFINITY;
    case 'first-name':
      return LONGEST_NAME;
    case 'spoken':
      return grammar.longest;
    case 'custom':
      return Math.max(2, grammar.type.longest) + 1;
    case 'unknown':
      return LONGEST_UNKNOWN;
  }
}

/** The value that a part of an utterance gives a slot; null if the type of the slot does not accept it. */
export function fill(
  grammar: SlotGrammar,
  span: Span,
  context: NameContext,
  moment: Moment,
): SlotValue | null {
  const spoken = writtenText(span);
  switch (grammar.kind) {
    case 'search-query': {
      const value = searchQuerySlot(span);
      return { value, spoken: value, certainty: 'free' };
    }
    case 'first-name': {
      const sure = firstNameSlot(span, 'bare');
      const value =
        context === 'elicited' ? firstNameSlot(span, context) : (sure ?? firstNameSlot(span, context));
      return value === null ? null : { value, spoken: value, certainty: sure === null ? 'outside' : 'known' };
    }
    case 'spoken': {
      const value = grammar.read(spokenWords(span), moment);
      return value === null ? null : { value, spoken, certainty: 'known' };
    }
    case 'custom':
      return customValue(grammar.type, span, context, spoken);
    case 'unknown': {
      const isTaken = context !== 'bare' && span.words.length <= LONGEST_UNKNOWN && normalise(spoken) !== '';
      return isTaken ? { value: spoken, spoken, certainty: 'outside' } : null;
    }
  }
}

function customValue(type: CustomType, span: Span, context: NameContext, spoken: string): SlotValue | null {
  const words = spokenWords(span);
  const resolved = resolve(type, words);
  if (resolved !== null) return { value: spoken, spoken, resolved, certainty: 'known' };
  const isAsked =
    context === 'elicited' && words.length > 0 && words.length <= Math.max(LONGEST_UNKNOWN, type.longest);
  const isOutside = context !== 'bare' && context !== 'elicited' && isBelievable(type, words);
  return isAsked || isOutside ? { value: spoken, spoken, resolved: null, certainty: 'outside' } : null;
}
