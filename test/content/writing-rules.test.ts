import { describe, expect, test } from 'vitest';
import { locales } from '../../lambda/content/locales.ts';
import type { LineKey } from '../../lambda/conversation/model/lines.ts';
import { openingOf } from '../../lambda/speech/wording.ts';
import { isName, QUESTIONS_FOR_EACH_OTHER, SAID_ELSEWHERE } from './kinds-of-lines.ts';
import { asSpoken, everyQuestion, everyWording, keys, sentencesOf, variantsOf, wordsOf } from './wordings.ts';

/** How many words a sentence has at most, so that it can be said in one breath. */
const LONGEST_SENTENCE = 24;

/** Lines that end with words of their own, a question or a tip, and what is read on a card. */
const ENDS_ELSEWHERE: ReadonlySet<LineKey> = new Set([
  ...QUESTIONS_FOR_EACH_OTHER,
  'tip.text',
  // These end with a question of theirs.
  'own.read-back',
  'own.newest',
  'own.before',
  'card.title',
  'card.item',
  'card.question',
]);

const PRESUMING =
  /\b(he|him|his|she|her|hers|husbands?|wife|wives|spouses?|marriages?|married|weddings?|boyfriends?|girlfriends?|man|men|woman|women|guys|ladies|lovers?|romantic|sex|kids?|children)\b/iu;
/** Names of helplines can contain words that are not allowed otherwise. */
const NAMES_OF_HELPLINES = /\bWomen Helpline\b/gu;
const CHEERING = /\b(great job|good job|well done|amazing|awesome|proud of you|bravo)\b/iu;
const THERAPY = /\b(therap\w*|clinical\w*|treatments?|diagnos\w*|patients?|prove[dn]?)\b/iu;
const DISCLAIMERS: ReadonlySet<LineKey> = new Set(['consent.practice', 'help.safety']);
const SCORING = /\b(scores?|streaks?|points|in a row|goals?|keep it up)\b/iu;

describe.each(locales.map((content) => [content.locale, content] as const))('%s', (_, content) => {
  const wordings = everyWording(content);
  const everything: [string, string][] = [
    ...wordings,
    ...everyQuestion(content).map(({ id, text }): [string, string] => [id, text]),
    ...Object.entries(content.time),
  ];
  const breaking = (rule: RegExp): string[] =>
    everything.filter(([, text]) => rule.test(text)).map(([key, text]) => `${key}: ${text}`);

  test('has no sentence that is longer than a breath', () => {
    const long = wordings.flatMap(([key, text]) =>
      sentencesOf(text)
        .filter((sentence) => wordsOf(sentence).length > LONGEST_SENTENCE)
        .map((sentence) => `${key} (${wordsOf(sentence).length}): ${sentence}`),
    );
    expect(long).toEqual([]);
  });

  test('asks one thing at a time', () => {
    const twice = wordings.filter(([, text]) => (text.match(/\?/gu) ?? []).length > 1);
    expect(twice).toEqual([]);
  });

  test('ends every line with a full stop or a question mark', () => {
    const hanging = wordings.filter(
      ([key, text]) =>
        !isName(key) && !SAID_ELSEWHERE.has(key) && !ENDS_ELSEWHERE.has(key) && !/[.?!]$/u.test(text),
    );
    expect(hanging).toEqual([]);
  });

  test('presumes nothing about who they are to each other', () => {
    const presuming = everything.filter(([, text]) => PRESUMING.test(text.replace(NAMES_OF_HELPLINES, '')));
    expect(presuming).toEqual([]);
  });

  test('does not cheer, score or promise', () => {
    expect([...breaking(CHEERING), ...breaking(SCORING)]).toEqual([]);
  });

  test('names therapy only to say that this is none', () => {
    const elsewhere = wordings.filter(([key, text]) => THERAPY.test(text) && !DISCLAIMERS.has(key));
    expect(elsewhere).toEqual([]);
    for (const key of DISCLAIMERS)
      for (const text of variantsOf(content, key)) {
        expect(text).toMatch(/(isn't|not) therapy/u);
        expect(text).toContain('emergencies');
        expect(text).toContain('[[support]]');
      }
  });

  test('has wordings that do not begin alike', () => {
    const alike = keys.filter((key) => {
      const openings = variantsOf(content, key).map((text) => openingOf(asSpoken(text)));
      return new Set(openings).size < openings.length;
    });
    expect(alike).toEqual([]);
  });

  test('has no wording twice', () => {
    const alike = keys.filter(
      (key) => new Set(variantsOf(content, key)).size < variantsOf(content, key).length,
    );
    expect(alike).toEqual([]);
  });
});
