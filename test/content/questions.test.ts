import { describe, expect, test } from 'vitest';
import { locales } from '../../lambda/content/locales.ts';
import { everyQuestion, wordsOf } from './wordings.ts';

const LONGEST_QUESTION = 16;
const OPEN: Readonly<Record<string, RegExp>> = { en: /^(what|which|how|when|where|who)\b/iu };
const BLAMING = /\b(why|always|never|should|wrong|fault|blame)\b/iu;
const COMPARING = /\b(than|compared?|versus|other couples|better at|worse)\b/iu;

describe.each(locales.map((content) => [content.locale, content] as const))(
  'the questions in %s',
  (locale, content) => {
    const questions = everyQuestion(content);
    const breaking = (holds: (text: string) => boolean): string[] =>
      questions.filter(({ text }) => !holds(text)).map(({ id, text }) => `${id}: ${text}`);

    test('are enough that none comes again soon', () => {
      expect(questions.length).toBeGreaterThanOrEqual(24);
      expect(Object.keys(content.questions)).toHaveLength(5);
      for (const depths of Object.values(content.questions)) {
        expect(Object.keys(depths).toSorted()).toEqual(['deeper', 'light']);
        for (const byId of Object.values(depths)) expect(Object.keys(byId).length).toBeGreaterThanOrEqual(3);
      }
    });

    test('have an id each, that fits into the history', () => {
      const ids = questions.map(({ id }) => id);
      expect(new Set(ids).size).toBe(ids.length);
      for (const id of ids) expect(id).toMatch(/^[a-z0-9]{2,6}$/);
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
