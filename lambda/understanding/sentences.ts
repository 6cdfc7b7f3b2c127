/** Sentences to keep: what of the words that were said is the appreciation itself. */
import type { Hearing } from '../content/hearing.ts';
import { lowered } from './words.ts';

/** Takes from what was said the sentence as it was said, without words before and after it, and without hesitation. */
export type ReadSentence = (said: string) => string;

/** Whether a sentence begins as an appreciation does: "I love how ...". */
export type BeginsAsThanks = (sentence: string) => boolean;

/** Prepares it. */
export function createBeginsAsThanks({ sentences }: Hearing): BeginsAsThanks {
  return (sentence) => {
    const lower = `${lowered(sentence)} `;
    return sentences.thanks.some((lead) => lower.startsWith(`${lead} `) && lower.length > lead.length + 2);
  };
}

/** Whether a sentence is only the wish to say one: "something nice about him". */
export type IsOnlyWish = (sentence: string) => boolean;

/** Words in the longest wish, with whom it is about: "something nice about my husband". */
const MOST_IN_A_WISH = 6;

/** Prepares it. */
export function createIsOnlyWish({ sentences: { wishes, about } }: Hearing): IsOnlyWish {
  return (sentence) => {
    const said = lowered(sentence).replace(/[.,!?]+$/u, '');
    return wishes.some((wish) => {
      if (said === wish) return true;
      const rest = said.startsWith(`${wish} `) ? said.slice(wish.length + 1).split(' ') : [];
      return about.includes(rest[0] ?? '') && said.split(' ').length <= MOST_IN_A_WISH;
    });
  };
}

/** Reads who says a sentence, if that stands before it: "one from Bo, she made tea". Null if it does not. */
export type ReadAuthor = (
  sentence: string,
  names: readonly (string | null)[],
) => { text: string; from: string } | null;

/** Words in the shortest sentence behind its author. */
const LEAST_BEHIND_AUTHOR = 3;

/** Prepares it. */
export function createReadAuthor({ sentences: { wishes, by, subjects } }: Hearing): ReadAuthor {
  const isSubject = (word: string, names: readonly (string | null)[]): boolean =>
    subjects.includes(word) || names.some((name) => name !== null && lowered(name) === word);
  const leads = ['', ...wishes.map((wish) => `${wish} `)].flatMap((wish) =>
    by.map((from) => `${wish}${from} `),
  );
  return (sentence, names) => {
    const lower = lowered(sentence);
    for (const lead of leads)
      for (const name of names) {
        if (name === null || !lower.startsWith(`${lead}${lowered(name)}`)) continue;
        const rest = sentence.slice(lead.length + name.length);
        const text = rest.replace(BETWEEN, '');
        const [next = ''] = lowered(text).split(/[\s']/u);
        // "A note from Bo made my day" is all of it.
        const isApart = /^\s*[,.:;]/u.test(rest);
        const isNext = by.some((from) => lead === `${from} `) ? false : isSubject(next, names);
        if (text !== rest && (isApart || isNext) && text.split(' ').length >= LEAST_BEHIND_AUTHOR)
          return { text, from: name };
      }
    return null;
  };
}

/** Whether the words around a sentence say that it should be saved: "put on our list that ...". */
export type IsToSave = (said: string, sentence: string) => boolean;

/** Prepares it. */
export function createIsToSave({ sentences: { saving }, phrases }: Hearing): IsToSave {
  const hesitation = hesitationOf(phrases.speech.hesitation);
  return (said, sentence) => {
    const [all, own] = [lowered(withoutHesitation(said, hesitation)), lowered(sentence)];
    const around = own !== '' && all.includes(own) ? all.replace(own, ' ') : '';
    return around.split(/[^\p{L}']+/u).some((word) => saving.includes(word));
  };
}

/** Takes a question of their own from what was said: what is left without the words around it, as it was said. */
export type ReadQuestion = (said: string) => string;

/** Prepares the reading of questions. */
export function createReadQuestion({ ownQuestions, phrases }: Hearing): ReadQuestion {
  // Nothing but a lead is no question.
  return createBare(ownQuestions, phrases.speech.hesitation, { alone: true });
}

/**
 * Prepares leaving out a wish that leads to a question: of "Bo wants to add one: what makes you laugh", what begins with
 * "what" is left. The text is empty if there is only the wish.
 */
export function createAsAsked({ ownQuestions: { asking }, sentences: { saving } }: Hearing): ReadQuestion {
  const isWish = (words: readonly string[]): boolean =>
    words.some((word) => word.startsWith('question')) ||
    (words.includes('one') && words.some((word) => saving.includes(word)));
  return (text) => {
    const said = text.split(/\s+/u);
    const words = said.map((word) => lowered(word).replace(/['.,:;!?].*$/u, ''));
    const at = words.findIndex((word) => asking.includes(word));
    if (isWish(at === -1 ? words : words.slice(0, at))) return at === -1 ? '' : said.slice(at).join(' ');
    return said.length > 1 ? text : '';
  };
}

/** Prepares the reading of sentences. */
export function createReadSentence({ sentences, phrases }: Hearing): ReadSentence {
  const conjunction = new RegExp(
    `^(?:${sentences.conjunctions.join('|')})[\\s,.!]+(?=(?:${sentences.subjects.join('|')})(?:\\s|['’]))`,
    'i',
  );
  return createBare(sentences, phrases.speech.hesitation, { first: conjunction });
}

/** What stands between two parts of what was said. */
const BETWEEN = /^[\s,.:;…-]+/u;

/**
 * Prepares leaving out the words before and after what was meant, and sounds of hesitation.
 *
 * @param first - what is left out at the beginning besides the leads
 * @param alone - whether a lead is left out too if nothing follows it
 */
function createBare(
  { leads, ends }: { leads: readonly string[]; ends: readonly string[] },
  sounds: readonly string[],
  { first = null, alone = false }: { first?: RegExp | null; alone?: boolean },
): (said: string) => string {
  const longestFirst = (one: string, two: string): number => two.length - one.length;
  const before = leads.toSorted(longestFirst);
  const after = ends.toSorted(longestFirst);
  const hesitation = hesitationOf(sounds);
  return (said) => {
    let rest = withoutHesitation(said, hesitation).replace(BETWEEN, '');
    for (;;) {
      if (first !== null) rest = rest.replace(first, '');
      const lower = lowered(rest);
      const lead = before.find(
        (phrase) =>
          (alone && lower === phrase) ||
          (lower.startsWith(phrase) && BETWEEN.test(rest.slice(phrase.length))),
      );
      if (lead !== undefined) {
        rest = rest.slice(lead.length).replace(BETWEEN, '');
        continue;
      }
      const end = after.find((phrase) => lower.endsWith(` ${phrase}`));
      if (end === undefined) return rest;
      rest = rest.slice(0, -end.length).replace(/[\s,;]+$/u, '');
    }
  };
}

/** What a sound of hesitation looks like, with what stands before it as a group. */
function hesitationOf(sounds: readonly string[]): RegExp {
  return new RegExp(`(^|[\\s,])(?:${sounds.join('|')})(?=[\\s,.!?…]|$)[,.…]*`, 'gi');
}

function withoutHesitation(said: string, hesitation: RegExp): string {
  return said.replace(hesitation, '$1').replace(/\s+/gu, ' ').trim();
}
