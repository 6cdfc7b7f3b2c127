import { describe, expect, test } from 'vitest';
import { locales } from '../../lambda/content/locales.ts';
import { DEPTHS, PRACTICES } from '../../lambda/conversation/model/household.ts';
import { everyQuestion, wordsOf } from './wordings.ts';

/** How many questions each practice and depth has at least, so that none is repeated too soon. */
const FEWEST = 15;
const LONGEST_QUESTION = 16;
/** Which part of the questions of a practice and depth can begin with the same words, from 0 to 1. */
const MOST_ALIKE = 1 / 5;
const OPEN: Readonly<Record<string, RegExp>> = { en: /^(what|which|how|when|where|who)\b/iu };
const BLAMING = /\b(why|always|never|should|wrong|fault|blame)\b/iu;
const COMPARING = /\b(than|compared?|versus|other couples|better at|worse)\b/iu;

describe.each(locales.map((content) => [content.locale, content] as const))(
  'the questions in %s',
  (locale, content) => {
    const questions = everyQuestion(content);
    const breaking = (holds: (text: string) => boolean): string[] =>
      questions.filter(({ text }) => !holds(text)).map(({ id, text }) => `${id}: ${text}`);

    test('are at least fifteen for each practice and depth', () => {
      expect(Object.keys(content.questions)).toEqual([...PRACTICES]);
      for (const depths of Object.values(content.questions)) {
        expect(Object.keys(depths).toSorted()).toEqual([...DEPTHS].toSorted());
        for (const byId of Object.values(depths))
          expect(Object.keys(byId).length).toBeGreaterThanOrEqual(FEWEST);
      }
    });

    test('have an id each: the letters of their practice and depth, and a number', () => {
      const ids = questions.map(({ id }) => id);
      expect(new Set(ids).size).toBe(ids.length);
      for (const id of ids) expect(id).toMatch(/^([a-z]{2}|f)[1-9]\d*$/);
      const cellOf = (id: string): string => id.replace(/\d+$/, '');
      const cells = new Map(questions.map(({ practice, depth, id }) => [cellOf(id), `${practice} ${depth}`]));
      for (const { practice, depth, id } of questions)
        expect(cells.get(cellOf(id)), id).toBe(`${practice} ${depth}`);
      expect(cells.size).toBe(PRACTICES.length * DEPTHS.length + 1);
    });

    test('stand in the order of their numbers, in which they are asked', () => {
      for (const byId of [
        ...Object.values(content.questions).flatMap((one) => Object.values(one)),
        content.fun,
      ]) {
        const numbers = Object.keys(byId).map((id) => Number(id.replace(/\D+/, '')));
        expect(numbers).toEqual(numbers.toSorted((one, two) => one - two));
      }
    });

    test('do not all begin alike', () => {
      for (const depths of Object.values(content.questions))
        for (const byId of Object.values(depths)) {
          const openings = Object.values(byId).map((text) => wordsOf(text).slice(0, 3).join(' '));
          for (const opening of openings)
            expect(openings.filter((one) => one === opening).length, opening).toBeLessThanOrEqual(
              openings.length * MOST_ALIKE,
            );
        }
    });

    test('are there once each', () => {
      expect(new Set(questions.map(({ text }) => text)).size).toBe(questions.length);
    });

    test('are understood when heard once', () => {
      expect(breaking((text) => wordsOf(text).length <= LONGEST_QUESTION)).toEqual([]);
      expect(breaking((text) => /^[^?]+\?$/u.test(text))).toEqual([]);
    });

    test('are open', () => {
      const open = OPEN[locale.split('-')[0] ?? ''];
      expect(open, `no opening words are known for ${locale}`).toBeDefined();
      expect(breaking((text) => open?.test(text) ?? false)).toEqual([]);
    });

    test('do not blame, and do not compare', () => {
      expect(breaking((text) => !BLAMING.test(text) && !COMPARING.test(text))).toEqual([]);
    });

    test('take nothing in and mark nothing', () => {
      expect(breaking((text) => !/[{}[\]<>&$]/u.test(text))).toEqual([]);
    });
  },
);
