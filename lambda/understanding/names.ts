/** Names in what somebody said. */
import type { Hearing } from '../content/hearing.ts';
import { type Heard, lowered, type Normalise, withoutPossessive } from './words.ts';

/** One name or two. */
export interface SaidNames {
  name: string;
  other: string | null;
}

/** Reads names. */
export interface Names {
  /** The one name in these words, as it was said, without words around it; null if they are not a name. */
  one(said: string): string | null;
  /** The answer to a question for a name: one name or two; null if there is none. */
  all(heard: Heard): SaidNames | null;
  /**
   * The name in words that seem to be meant for somebody else: if they are nothing but a name that nobody knows, or end
   * with what leads to one ("go to bed, darling. It's Nigel"). Null if there is none.
   */
  among(heard: Heard): string | null;
}

/** Words in the longest name. */
const MOST_WORDS = 3;

/**
 * Prepares the reading of names.
 *
 * @param isKnown - whether a word is an ordinary one; a name inside a sentence is a word that is not
 * @param isCommand - whether a word alone is a command; it is no name then, whatever is around it
 */
export function createNames(
  {
    before,
    after,
    not,
    nouns,
    instead,
    describing,
    introducing,
    leading,
    ofSpeaker,
    ofPartner,
  }: Hearing['names'],
  normalise: Normalise,
  isKnown: (word: string) => boolean,
  isCommand: (word: string) => boolean,
): Names {
  const leads = before.toSorted((one, two) => two.length - one.length);
  const ends = after.toSorted((one, two) => two.length - one.length);
  const notNames = new Set(not.map(plain));
  const determiners = new Set(nouns);
  const corrections = new Set(instead);

  const stripped = (said: string): string => {
    let rest = said.trim().replace(/^[\s,.!?]+|[\s,!?]+$/gu, '');
    for (;;) {
      const lower = plain(rest);
      const lead = leads.find((phrase) => lower.startsWith(`${phrase} `));
      if (lead !== undefined) {
        rest = dropWords(rest, lead.split(' ').length, 'first');
        continue;
      }
      const end = ends.find((phrase) => lower.endsWith(` ${phrase}`));
      if (end === undefined) return rest;
      rest = dropWords(rest, end.split(' ').length, 'last');
    }
  };
  const one = (said: string): string | null => {
    const name = stripped(said).replace(/['’ʼ]s$/u, '');
    const words = normalise(name).words;
    const isNone = [said, name].some((one) => notNames.has(plain(one)));
    if (name === '' || isNone || words.every((word) => notNames.has(word))) return null;
    return saidOnce(name);
  };
  const fits = (said: string | null): said is string => {
    if (said === null) return false;
    const { words } = normalise(said);
    const [word = ''] = words;
    // "Cooking" is no name.
    const isNoName = isCommand(word) || (word.endsWith('ing') && isKnown(word));
    if (said.split(/\s+/u).length === 1) return words.length !== 1 || !isNoName;
    return words.length <= MOST_WORDS && !words.some((word) => isKnown(withoutPossessive(word)));
  };
  const isAfter = (leads: readonly string[], words: readonly string[], at: number): boolean =>
    leads.some((lead) => ` ${words.slice(0, at).join(' ')}`.endsWith(` ${lead}`));
  /**
   * Whether a word after a name tells what somebody is like: "Dan, he's shy". "And he's Dan" names the second one, and so
   * does "I'm Nia, he's Dan".
   */
  const isDescription = (words: readonly string[], at: number, first: number): boolean =>
    isAfter(describing, words, at) && words[at - 3] !== 'and' && !isAfter(ofSpeaker, words, first);
  /** The words that are no ordinary ones, joined where they stand side by side. */
  const unusual = (
    { text, words, places }: Heard,
    isNone: (words: readonly string[], at: number, first: number) => boolean = isDescription,
  ): { name: string; at: number }[] => {
    const found: { name: string; at: number; last: number }[] = [];
    for (const [at, word] of words.entries()) {
      const own = withoutPossessive(word);
      if (isKnown(own) || notNames.has(own) || !/^\p{L}{2,}/u.test(own) || own.endsWith('ing')) continue;
      if (determiners.has(words[at - 1] ?? '')) continue;
      const [start = 0, end = 0] = places[at] ?? [];
      const before = found.at(-1);
      const said = text.slice(start, end).replace(/['’ʼ]s$/u, '');
      if (before !== undefined && before.last === at - 1) {
        if (plain(before.name) !== plain(said)) before.name = `${before.name} ${said}`;
        before.last = at;
      } else found.push({ name: said, at, last: at });
    }
    const first = found[0]?.at ?? 0;
    return found.filter(({ at }) => words[at - 1] !== 'not' && (at === first || !isNone(words, at, first)));
  };
  return {
    one,
    all(heard) {
      const rest = withoutSpelling(stripped(heard.text));
      const [first = '', second, third] = rest.split(/\s+(?:and|und|y|e|plus)\s+|\s*&\s*/iu);
      const [name, other] = [one(first), second === undefined ? null : one(second)];
      if (third === undefined && fits(name) && (second === undefined || fits(other))) return { name, other };
      const found = unusual(heard);
      const [firstName, secondName] = found;
      if (firstName === undefined) return null;
      if (secondName === undefined || plain(secondName.name) === plain(firstName.name))
        return { name: firstName.name, other: null };
      const last = found.at(-1) ?? secondName;
      const between = (from: { at: number }, to: { at: number }): readonly string[] =>
        heard.words.slice(from.at, to.at);
      /** "Ruben, but everybody says Ben" is Ben; "Dan, my love, I swear" is Dan. */
      const orLast = (name: { name: string; at: number }): string =>
        between(name, last).some((word) => corrections.has(word)) ? last.name : name.name;
      // "Jay and his girlfriend's called Tasha" are two, and so are "Nia, this is Kwame", and "call him Gaz, I'm Trish".
      const isOfSpeaker = [firstName, secondName].map(({ at }) => isAfter(ofSpeaker, heard.words, at));
      const isOfPartner = [firstName, secondName].map(({ at }) => isAfter(ofPartner, heard.words, at));
      const isIntroduced =
        isAfter(introducing, between(firstName, secondName), secondName.at - firstName.at) ||
        (isOfSpeaker[0] && isOfPartner[1]) ||
        (isOfPartner[0] && isOfSpeaker[1]);
      const isBoth =
        (between(firstName, secondName).includes('and') || isIntroduced) &&
        !between(firstName, secondName).includes('but');
      return isBoth
        ? { name: firstName.name, other: orLast(secondName) }
        : { name: orLast(firstName), other: null };
    },
    among(heard) {
      const { words } = heard;
      const last = unusual(heard, () => false).at(-1);
      const count = last?.name.split(' ').length ?? 0;
      if (last === undefined || last.at + count !== words.length || !fits(one(last.name))) return null;
      return last.at === 0 || isAfter(leading, words, last.at) ? one(last.name) : null;
    },
  };
}

/** A name that was said twice, once: "Harold. HAROLD". */
function saidOnce(name: string): string {
  const words = name.split(/[\s.,!?]+/u).filter((word) => word !== '');
  // "Jo jo" is a name.
  const isTwice =
    words.length > 1 && words.every((word) => word.length > 3 && plain(word) === plain(words[0] ?? ''));
  return isTwice ? (words[0] ?? name) : name;
}

/** A name without its letters after it or before it: "Josh J O S H". */
function withoutSpelling(said: string): string {
  const words = said.split(/\s+/u);
  const isLetter = (word: string): boolean => /^\p{L}$/u.test(word);
  const letters = words.filter(isLetter).length;
  const kept = words.filter((word) => !isLetter(word));
  const spelled = words.filter(isLetter).join('').toLowerCase();
  // One letter can be an initial.
  const isSpelled = letters >= 3 || (letters > 1 && kept.some((word) => plain(word) === spelled));
  if (!isSpelled || letters === words.length) return said;
  return [...new Set(kept)].join(' ');
}

/** A text without its first or last words. */
function dropWords(text: string, count: number, which: 'first' | 'last'): string {
  const pattern = which === 'first' ? /^\S+[\s,.]*/u : /[\s,]*\S+$/u;
  let rest = text;
  for (let i = 0; i < count; i++) rest = rest.replace(pattern, '');
  return rest;
}

function plain(words: string): string {
  return lowered(words)
    .replace(/[,.!?]+(?=\s|$)/gu, '')
    .replace(/\s+/gu, ' ')
    .trim();
}
