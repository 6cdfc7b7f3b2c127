/** Which name is changed into which, by words that seem to change one. */
import type { Hearing } from '../content/hearing.ts';
import type { Event } from '../conversation/model/event.ts';
import type { Clues } from './evidence.ts';
import { indexOfName } from './known-names.ts';
import type { Values } from './meanings.ts';
import type { Names } from './names.ts';
import { hasPhrase } from './phrases-in-words.ts';

/** What the change of a name is read from. */
export interface Renaming {
  clues: Clues;
  names: Names;
  renaming: Hearing['renaming'];
  somebodyNew: Hearing['somebodyNew'];
}

/** Whether there is somebody new, so that more changes than a name: "it's not Bo any more, I'm with Kevin". */
export function isSomebodyNew({ clues: { heard }, somebodyNew }: Renaming): boolean {
  const { found, nowWith, noLonger } = somebodyNew;
  const has = (phrases: readonly string[]): boolean => hasPhrase(heard.words, phrases);
  return has(found) || (has(nowWith) && has(noLonger));
}

/** Kinds of questions at which names are asked for or said back. */
const NAMING: ReadonlySet<string> = new Set(['names', 'consent', 'rename', 'adding.who', 'who-starts']);

/**
 * The event of words that seem to change a name. "It isn't doctor, it's dentist" corrects a sentence: where no name is asked
 * for, a name is changed only if one of theirs or a word such as "name" is said. "It isn't Bo's, I'm Ana" changes nothing, for
 * both names are theirs already. Null if no name is changed.
 */
export function renamed(values: Values, { clues, names, renaming }: Renaming): Event | null {
  const { heard, kind } = clues;
  const known = clues.names.filter((name) => name !== null);
  const theirs = (said: string | undefined): string | undefined =>
    known.find((name) => name.toLowerCase() === said?.toLowerCase());
  const mentioned = known.filter((name) => indexOfName(heard.words, name) !== -1);
  const isNaming = kind !== null && NAMING.has(kind);
  const speaksOfNames = heard.words.some((word) => renaming.words.includes(word));
  if (!isNaming && !speaksOfNames && mentioned.length === 0) return null;
  const given = isNaming ? undefined : (names.among(heard) ?? names.all(heard)?.name);
  const said = values.other ?? (theirs(given) === undefined ? given : undefined);
  const other = withoutOwn(said, heard.words, theirs);
  const at = other === undefined ? -1 : indexOfName(heard.words, other);
  // "Bo's one is too mushy."
  if (!isNaming && !speaksOfNames && renaming.degrees.includes(heard.words[at - 1] ?? '')) return null;
  const isNew = other !== undefined && theirs(other) === undefined;
  if (!isNaming && !speaksOfNames && !isNew) return null;
  const [only, second] = mentioned.filter((name) => name !== theirs(other));
  const name = theirs(values.name) ?? (second === undefined ? only : undefined) ?? values.name;
  return { type: 'rename', name: name ?? null, other: other ?? null };
}

/** Words behind a name in the shortest sentence about it. */
const LEAST_BEHIND = 2;

/**
 * A new name without the one that they have, if something is told of that: "my name is Venky, Venkatesh is only for my mother".
 * "Ana Maria" stays.
 */
function withoutOwn(
  said: string | undefined,
  words: readonly string[],
  theirs: (said: string) => string | undefined,
): string | undefined {
  const parts = said?.split(/\s+/u) ?? [];
  const own = theirs(parts.at(-1) ?? '');
  if (parts.length < 2 || own === undefined) return said;
  const behind = words.length - 1 - words.lastIndexOf(own.toLowerCase());
  return behind < LEAST_BEHIND ? said : parts.slice(0, -1).join(' ');
}
