/** Households and appreciations for tests of the store. */
import { randomUUID } from 'node:crypto';
import type { Appreciation, OwnQuestion, Recalling } from '../../lambda/conversation/model/effect.ts';
import {
  DAY,
  dayOf,
  type Household,
  newHousehold,
  type Place,
} from '../../lambda/conversation/model/household.ts';
import { householdId } from '../../lambda/household/identity.ts';
import type { HouseholdId, HouseholdRecord } from '../../lambda/household/store.ts';

/** A Sunday evening, in milliseconds since 1970. */
export const NOW = 1_795_374_000_000;

/** Asks for all appreciations of these days in UTC, both included. */
export function ofDays(from: string, to: string, more: Partial<Recalling> = {}): Recalling {
  return {
    from: Date.parse(`${from}T00:00:00Z`),
    to: Date.parse(`${to}T23:59:59.999Z`),
    confirmedFrom: { a: 0, b: 0 },
    after: null,
    limit: 100,
    newest: false,
    now: NOW,
    ...more,
  };
}

/** An id for an appreciation of this moment (ms since 1970): ids begin with the moment in base 36. */
export const idAt = (moment: number, rest = 'appreciate.a'): string => `${moment.toString(36)}-${rest}`;

/** The id of a household that no other test uses, since tests may share a table. */
export const aStranger = (): HouseholdId => householdId(randomUUID());

/** Ana and Bo, who both agreed that it is kept. */
export function aHousehold(change: Partial<Household> = {}): Household {
  return {
    ...newHousehold(),
    names: { a: 'Ana', b: 'Bo' },
    consent: { a: '2026-11-22', b: '2026-11-22' },
    ...change,
  };
}

/** In the middle of their first check-in. */
export function aPlace(change: Partial<Place> = {}): Place {
  return {
    exercise: 'check-in',
    minutes: 20,
    first: 'a',
    depth: null,
    theme: null,
    agreed: false,
    step: 'talk.a',
    from: 'arrive',
    question: null,
    round: 0,
    began: 1_795_374_000_000,
    touched: 1_795_374_000_000,
    ...change,
  };
}

/** Ana and Bo in the middle of their first check-in. */
export function aRecord(change: Partial<HouseholdRecord> = {}): HouseholdRecord {
  return {
    household: aHousehold(),
    place: aPlace(),
    version: 1,
    writer: { session: '0123456789', counter: 4 },
    running: {
      device: 'abcdef0123',
      since: 1_795_374_000_000,
      until: 1_795_374_300_000,
      steps: [
        ['question.a', 0],
        ['question.b', 81],
        ['appreciate.a', 156],
        ['appreciate.b', 222],
      ],
    },
    opening: 'thank you both',
    ...change,
  };
}

export function anAppreciation(change: Partial<Appreciation> = {}): Appreciation {
  return {
    id: idAt(NOW),
    text: 'I appreciate the tea you made',
    from: 'a',
    to: 'b',
    day: '2026-11-22',
    at: 1_795_374_000_000,
    ...change,
  };
}

export function aQuestion(change: Partial<OwnQuestion> = {}): OwnQuestion {
  return { id: idAt(NOW, 'q'), text: 'what makes you laugh', from: 'a', at: NOW, ...change };
}

/** This many appreciations, each of a different moment, spread over 28 days from the first of November. */
export function manyAppreciations(count: number, change: Partial<Appreciation> = {}): Appreciation[] {
  return Array.from({ length: count }, (_, index) => {
    const at = Date.parse('2026-11-01T12:00:00Z') + (index % 28) * DAY + index;
    return anAppreciation({
      id: idAt(at),
      text: `kindness number ${index}`,
      day: dayOf(at),
      at,
      ...change,
    });
  });
}

/** Text that is easily damaged: markup, quotes, emoji, combining marks, other scripts, expressions. */
export const HARD_WORDS = [
  'Tom & Jerry <3 "quoted" \'single\'',
  '\\ backslash \n line \t tab',
  '👩‍❤️‍👨 thank you 🫶🏽',
  'Ночью ты укрыла меня',
  'מזל טוב ושלום',
  'お茶をありがとう',
  'é as e\u0301 and é',
  '</speak> {{name}} $t(x) #pk :seen',
  // Put together, since it would be an expression in a template literal.
  `$${'{payload.turn}'}`,
] as const;
