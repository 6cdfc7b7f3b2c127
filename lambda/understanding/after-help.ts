/** What somebody says after help was offered: that they cannot talk now, that there is no danger, or that there is more. */
import type { Hearing } from '../content/hearing.ts';
import { type HeardDanger, isAlarm, isOfPartner } from './danger.ts';
import { hasPhrase, phraseAtEnd } from './phrases-in-words.ts';
import type { Normalise } from './words.ts';

/** The question after help was offered. */
export const SUPPORT = 'support';
/** Words in the longest sentence that only says that they cannot talk now. */
const MOST_HUSHED = 14;

/** And in the longest that only says that there is no danger. */
const MOST_DENIED = 12;

type Lists = [string[], string[], string[]];

/** What is told from words. `danger` is what was heard in the same words; null for none. */
export interface AfterHelp {
  /** Whether they want quiet, or say in few words that they cannot talk now, and tell of no other danger. */
  isHushed(said: string, danger: HeardDanger | null): boolean;
  /** Whether they say that there is no danger, and none is heard beyond doubt. */
  isDenied(said: string, danger: HeardDanger | null): boolean;
  /** Whether they speak of writing instead of calling. */
  isOnWriting(said: string): boolean;
  /** Whether a no is no "no, thank you": "no, it's not him, it's his brother". */
  isWorried(said: string, danger: HeardDanger | null): boolean;
}

/** Prepares it. */
export function createAfterHelp({ hush, worried }: Hearing, normalise: Normalise): AfterHelp {
  // "He is home" is "he's home".
  const written = (phrases: readonly string[]): string[] =>
    phrases.map((phrase) => normalise(phrase).words.join(' '));
  const [quiet, atEnd, cannotTalk] = [hush.quiet, hush.quietAtEnd, hush.cannotTalk].map(written) as Lists;
  const writing = written(hush.writing);
  const [asking, forbidding, more] = [hush.asking, hush.forbidding, worried].map(written) as Lists;
  const [denied, misheard, own] = [hush.denied, hush.misheard, hush.undenied].map(written) as Lists;
  const undenied = [...own, ...more];
  const isQuiet = (words: readonly string[]): boolean =>
    hasPhrase(words, quiet) || phraseAtEnd(words, atEnd) !== undefined;
  return {
    isHushed(said, danger) {
      const { words } = normalise(said);
      if (words.length > MOST_HUSHED) return false;
      if (hasPhrase(words, asking) && !hasPhrase(words, forbidding)) return false;
      if (isAlarm(danger) && !isOfPartner(danger)) return false;
      return (danger?.certainty !== 'certain' && isQuiet(words)) || hasPhrase(words, cannotTalk);
    },
    isDenied(said, danger) {
      const { words } = normalise(said);
      if (danger?.certainty === 'certain' || words.length > MOST_DENIED) return false;
      // "It was a joke but he held me down" denies nothing.
      if (hasPhrase(words, undenied)) return false;
      return hasPhrase(words, misheard) || (!isAlarm(danger) && hasPhrase(words, denied));
    },
    isOnWriting: (said) => hasPhrase(normalise(said).words, writing),
    isWorried: (said, danger) => danger !== null || hasPhrase(normalise(said).words, more),
  };
}
