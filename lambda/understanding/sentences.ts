/** Sentences to keep: what of the words that were said is the appreciation itself. */
import type { Hearing } from '../content/content.ts';

/** Takes from what was said the sentence as it was said, without words before and after it, and without hesitation. */
export type ReadSentence = (said: string) => string;

/** Whether a sentence begins as an appreciation does: "I love how ...". */
export type BeginsAsThanks = (sentence: string) => boolean;

/** Prepares it. */
export function createBeginsAsThanks({ sentences }: Hearing): BeginsAsThanks {
  return (sentence) => {
    const lower = `${sentence.toLowerCase().replace(/[’ʼ]/gu, "'")} `;
    return sentences.thanks.some((lead) => lower.startsWith(`${lead} `) && lower.length > lead.length + 2);
  };
}

/** Takes a question of their own from what was said: what is left without the words around it, as it was said. */
export type ReadQuestion = (said: string) => string;

/** Prepares the reading of questions. */
export function createReadQuestion({ ownQuestions, phrases }: Hearing): ReadQuestion {
  const leads = ownQuestions.leads.toSorted((one, two) => two.length - one.length);
  const ends = ownQuestions.ends.toSorted((one, two) => two.length - one.length);
  const hesitation = hesitationIn(phrases.speech.hesitation);
  return (said) => {
    let rest = said.replace(hesitation, '$1').replace(/\s+/gu, ' ').trim().replace(BETWEEN, '');
    for (;;) {
      const lower = rest.toLowerCase().replace(/[’ʼ]/gu, "'");
      const lead = leads.find(
        (phrase) => lower === phrase || (lower.startsWith(phrase) && BETWEEN.test(rest.slice(phrase.length))),
      );
      if (lead !== undefined) {
        rest = rest.slice(lead.length).replace(BETWEEN, '');
        continue;
      }
      const end = ends.find((phrase) => lower.endsWith(` ${phrase}`));
      if (end === undefined) return rest;
      rest = rest.slice(0, -end.length).replace(/[\s,;]+$/u, '');
    }
  };
}

/** Sounds of hesitation, and what is written after them. */
function hesitationIn(sounds: readonly string[]): RegExp {
  return new RegExp(`(^|[\\s,])(?:${sounds.join('|')})(?=[\\s,.!?…]|$)[,.…]*`, 'giu');
}

/** A run of words of hesitation inside of a sentence. */
const BETWEEN = /^[\s,.:;…-]+/u;

/** Prepares the reading of sentences. */
export function createReadSentence({ sentences, phrases }: Hearing): ReadSentence {
  const leads = sentences.leads.toSorted((one, two) => two.length - one.length);
  const ends = sentences.ends.toSorted((one, two) => two.length - one.length);
  const conjunction = new RegExp(
    `^(?:${sentences.conjunctions.join('|')})\\s+(?=(?:${sentences.subjects.join('|')})(?:\\s|['’]))`,
    'iu',
  );
  const hesitation = hesitationIn(phrases.speech.hesitation);
  return (said) => {
    let rest = said.replace(hesitation, '$1').replace(/\s+/gu, ' ').trim().replace(BETWEEN, '');
    for (;;) {
      rest = rest.replace(conjunction, '');
      const lower = rest.toLowerCase().replace(/[’ʼ]/gu, "'");
      const lead = leads.find(
        (phrase) => lower.startsWith(phrase) && BETWEEN.test(rest.slice(phrase.length)),
      );
      if (lead !== undefined) {
        rest = rest.slice(lead.length).replace(BETWEEN, '');
        continue;
      }
      const end = ends.find((phrase) => lower.endsWith(` ${phrase}`));
      if (end === undefined) return rest;
      rest = rest.slice(0, -end.length).replace(/[\s,;]+$/u, '');
    }
  };
}
