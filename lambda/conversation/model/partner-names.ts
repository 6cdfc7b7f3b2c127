/** The partners in lines and by name: how a line names them, and whom a name or a voice means. */
import type { Context } from './context.ts';
import { type Household, other, PARTNERS, type Partner } from './household.ts';
import type { Param } from './lines.ts';
import type { State } from './state.ts';

/** How partners are called who gave no nickname. */
const UNNAMED: Readonly<Record<Partner, Param>> = {
  a: { line: { key: 'partner.first', with: {} } },
  b: { line: { key: 'partner.second', with: {} } },
};

/**
 * The nickname of a partner, as a parameter of a line. Without a nickname it is "first partner" or "second partner".
 */
export function called({ household: { names } }: State, who: Partner): Param {
  return names[who] ?? UNNAMED[who];
}

/** The parameters of a line about one partner (`who`, as `name`) and the other one (as `partner`). */
export function between(state: State, who: Partner): { name: Param; partner: Param } {
  return { name: called(state, who), partner: called(state, other(who)) };
}

/** Whether two names are the same, apart from case, full stops and spaces: "A. J.", "a.j." and "aj" are one name. */
export function sameName(one: string, two: string): boolean {
  return compared(one) === compared(two);
}

/** A name in the form in which it is compared. */
function compared(name: string): string {
  const words = name
    .normalize('NFC')
    .toLocaleLowerCase()
    .replace(/[.\s]+/gu, ' ')
    .trim();
  // Initials belong together, whether or not they were written apart.
  return words.replace(/(?<=(?:^| )\S) (?=\S(?: |$))/gu, '');
}

/** The partner with this nickname; null if neither has it. */
export function partnerCalled({ names }: Household, name: string): Partner | null {
  return PARTNERS.find((partner) => sameName(names[partner] ?? '', name)) ?? null;
}

/** The partner whose voice said the present event; null if it is not known. */
export function speaking({ household: { voices } }: State, { speaker }: Context): Partner | null {
  if (speaker === null) return null;
  return PARTNERS.find((partner) => voices[partner] === speaker) ?? null;
}

/** The parameters of a line about both partners. */
export function both(state: State): { a: Param; b: Param } {
  return { a: called(state, 'a'), b: called(state, 'b') };
}
