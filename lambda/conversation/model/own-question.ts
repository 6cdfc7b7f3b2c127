/** The couple's own questions: how many they can have, their keys, which one is next, and how one is spoken. */
import { asSpoken } from './appreciation.ts';
import type { Context } from './context.ts';
import type { OwnQuestion } from './effect.ts';
import type { Household } from './household.ts';

/** How many questions a household can have. */
export const MOST_OWN = 50;

/** In place of the id of a question: one of their own, which is chosen when the step is entered. */
export const OWN = 'own';
const PREFIX = `${OWN}:`;

/** The id of one of their own questions, as a place and `Household.heard` have it. */
export function placeIdOf(id: string): string {
  return `${PREFIX}${id}`;
}

/** Whether the id in a place is that of one of their own questions, or asks for one. */
export function isOwn(id: string | null): id is string {
  return id === OWN || id?.startsWith(PREFIX) === true;
}

/** Those of these questions that may be heard: none that was deleted, or is older than this household. */
export function ownOf({ erased, since }: Household, all: readonly OwnQuestion[]): OwnQuestion[] {
  return all.filter(({ from, at }) => {
    const until = from === null ? Math.max(erased.a ?? -1, erased.b ?? -1) : (erased[from] ?? -1);
    return at > until && at >= (since ?? 0);
  });
}

/** Their own questions in the context; null if they were not read, or could not be. */
export function ownIn({ own }: Pick<Context, 'own'>, household: Household): OwnQuestion[] | null {
  return own === null || own === 'unreachable' ? null : ownOf(household, own);
}

/**
 * The question to ask next: the one after the one asked last, and after the last one the first. Undefined if there is
 * none.
 *
 * @param heard - see `Household.heard`
 */
export function nextOwn(heard: string, all: readonly OwnQuestion[]): OwnQuestion | undefined {
  const last = heard.split(' ').findLast(isOwn)?.slice(PREFIX.length) ?? '';
  const ordered = all.toSorted((one, two) => (one.id < two.id ? -1 : 1));
  return ordered.find(({ id }) => id > last) ?? ordered[0];
}

/** `Household.heard` after this question of theirs was asked. */
export function withOwnHeard(heard: string, id: string): string {
  return [...heard.split(' ').filter((one) => one !== '' && !isOwn(one)), placeIdOf(id)].join(' ');
}

/** The text with a question mark at its end. */
export function asAsked(text: string): string {
  return `${asSpoken(text).replace(/[?!.\s]+$/u, '')}?`;
}
