import { describe, expect, test } from 'vitest';
import { locales } from '../../lambda/content/locales.ts';
import { COUNTED, EXERCISES } from '../../lambda/conversation/model/exercise-id.ts';
import { type LineKey, lines } from '../../lambda/conversation/model/lines.ts';
import { openingOf } from '../../lambda/speech/wording.ts';
import { asSpoken, sentencesOf, variantsOf } from './wordings.ts';

/** A tip for each day of a month. */
const FEWEST_TIPS = 30;

/** The lines that answer "tell me about listening". */
const learn = (Object.keys(lines) as LineKey[]).filter((key) => key.startsWith('learn.'));

describe.each(locales.map((content) => [content.locale, content] as const))(
  'in %s no two exercises',
  (_, content) => {
    const marks = (keys: readonly LineKey[], part: (text: string) => string): Map<string, LineKey[]> => {
      const found = new Map<string, LineKey[]>();
      for (const key of keys)
        for (const text of variantsOf(content, key)) {
          const mark = part(text);
          found.set(mark, [...new Set([...(found.get(mark) ?? []), key])]);
        }
      return found;
    };
    const shared = (found: Map<string, LineKey[]>): LineKey[][] =>
      [...found.values()].filter((keys) => keys.length > 1);

    test('open in the same words', () => {
      expect(
        shared(
          marks(
            EXERCISES.map((id) => `open.${id}` as const),
            (text) => openingOf(asSpoken(text)),
          ),
        ),
      ).toEqual([]);
    });

    test('begin their close in the same words', () => {
      expect(
        shared(
          marks(
            EXERCISES.map((id) => `close.${id}` as const),
            (text) => openingOf(asSpoken(text)),
          ),
        ),
      ).toEqual([]);
    });

    test('end in the same words', () => {
      const last = (text: string): string => asSpoken(sentencesOf(text).at(-1) ?? '');
      expect(
        shared(
          marks(
            COUNTED.map((id) => `close-next.${id}` as const),
            last,
          ),
        ),
      ).toEqual([]);
    });
  },
);

describe.each(locales.map((content) => [content.locale, content] as const))(
  'in %s what is told',
  (_, content) => {
    test('is three sentences', () => {
      expect(learn).not.toEqual([]);
      for (const key of learn)
        for (const text of variantsOf(content, key)) expect(sentencesOf(text), key).toHaveLength(3);
    });

    test.each<[LineKey, RegExp]>([
      ['learn.intimacy', /emotional intimacy/iu],
      ['learn.safe-haven', /haven/iu],
      ['learn.long-view', /less alone.*safe haven|safe haven.*less alone/iu],
      ['learn.validation', /I hear you.*that sounds really tough/u],
    ])('names what it is about: %s', (key, words) => {
      for (const text of variantsOf(content, key)) expect(text).toMatch(words);
    });

    test('promises nothing', () => {
      const claims = /\b(research|science|studies|scientific|guarantee\w*|will save|always works)\b/iu;
      expect(learn.filter((key) => variantsOf(content, key).some((text) => claims.test(text)))).toEqual([]);
    });

    test('as a tip is different for a month, and each has one or two sentences', () => {
      const tips = Object.values(content.tips).flat();
      expect(new Set(tips).size).toBe(tips.length);
      expect(tips.length).toBeGreaterThanOrEqual(FEWEST_TIPS);
      for (const tip of tips) {
        expect(sentencesOf(tip).length, tip).toBeLessThanOrEqual(2);
        expect(tip).toMatch(/^[^?]+\.$/u);
      }
    });
  },
);
