/** How the two are called in a line. */
import type { Context } from './context.ts';
import type { Household, Partner } from './household.ts';
import type { Param } from './lines.ts';
import type { State } from './state.ts';

/** What those are called who would rather not say a nickname. */
const UNNAMED: Readonly<Record<Partner, Param>> = {
  a: { line: { key: 'partner.first', with: {} } },
  b: { line: { key: 'partner.second', with: {} } },
};

/** The nickname, or "first partner" and "second partner" for those who would rather not. */
export function called({ household: { names } }: State, who: Partner): Param {
  return names[who] ?? UNNAMED[who];
}

/** The parameters of a line that hands something from one to the other. */
export function between({ household: { names } }: State, who: Partner): { name: Param; partner: Param } {
  const a = names.a ?? UNNAMED.a;
  const b = names.b ?? UNNAMED.b;
  return who === 'a' ? { name: a, partner: b } : { name: b, partner: a };
}

/** Whether two names are one. */
export function sameName(one: string, two: string): boolean {
  return one.trim().toLocaleLowerCase() === two.trim().toLocaleLowerCase();
}

/** Which of the two is called so; null for neither. */
export function partnerCalled({ names }: Household, name: string): Partner | null {
  return (['a', 'b'] as const).find((partner) => sameName(names[partner] ?? '', name)) ?? null;
}

/** Whose voice it was that spoke just now, if that is known: for this event, and no longer. */
export function speaking({ household: { voices } }: State, { speaker }: Context): Partner | null {
  if (speaker === null) return null;
  return (['a', 'b'] as const).find((partner) => voices[partner] === speaker) ?? null;
}

/** The parameters of a line that speaks of both. */
export function both(state: State): { a: Param; b: Param } {
  return { a: called(state, 'a'), b: called(state, 'b') };
}
