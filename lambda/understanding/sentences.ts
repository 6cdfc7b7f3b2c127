/** Sentences to keep: what of the words that were said is the appreciation itself. */
import type { Hearing } from '../content/content.ts';

/** Reads sentences to keep. */
export interface Sentences {
  /** The sentence as it was said, without words before it such as "okay, um". Empty if nothing is left. */
  withoutLead(said: string): string;
  /** Whether it sounds like an appreciation by itself, without having been asked for. */
  isThanks(said: string): boolean;
  /** Whether it can be a sentence to keep, if one was asked for: not a question, and not a few stray words. */
  canBeKept(said: string): boolean;
}

/** Prepares the reading of sentences. */
export function createSentences({ sentences }: Hearing): Sentences {
  const leads = sentences.leads.toSorted((one, two) => two.length - one.length);
  const ends = sentences.ends.toSorted((one, two) => two.length - one.length);
  const thanks = sentences.thanks.map((pattern) => new RegExp(pattern, 'iu'));
  const no = sentences.not.map((pattern) => new RegExp(pattern, 'iu'));
  const withoutLead = (said: string): string => {
    let rest = said.trim();
    for (;;) {
      const lower = rest.toLowerCase().replace(/[’ʼ]/gu, "'");
      const lead = leads.find(
        (phrase) => lower.startsWith(phrase) && /^[\s,.:…-]/u.test(rest.slice(phrase.length)),
      );
      if (lead !== undefined) {
        rest = rest.slice(lead.length).replace(/^[\s,.:…-]+/u, '');
        continue;
      }
      const end = ends.find((phrase) => lower.endsWith(` ${phrase}`));
      if (end === undefined) return rest;
      rest = rest.slice(0, -end.length).replace(/[\s,]+$/u, '');
    }
  };
  return {
    withoutLead,
    isThanks: (said) => thanks.some((pattern) => pattern.test(withoutLead(said))),
    canBeKept(said) {
      const rest = withoutLead(said);
      if (thanks.some((pattern) => pattern.test(rest))) return true;
      return rest.split(/\s+/u).length >= sentences.least && !no.some((pattern) => pattern.test(rest));
    },
  };
}
