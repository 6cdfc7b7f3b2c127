import { describe, expect, test } from 'vitest';
import { locales } from '../../lambda/content/locales.ts';
import { lines } from '../../lambda/conversation/model/lines.ts';
import { everyWording, keys, placeholdersIn, variantsOf } from './wordings.ts';

/** Parameters that a wording does not have to use: a line to one partner need not name the other one. */
const MAY_BE_LEFT_OUT: ReadonlySet<string> = new Set(['partner']);

describe.each(locales.map((content) => [content.locale, content] as const))('%s', (_, content) => {
  test('has every line that the skill can speak, and no other', () => {
    expect(Object.keys(content.lines).toSorted()).toEqual(keys.toSorted());
  });

  test('has words for each of them', () => {
    for (const key of keys) {
      expect(variantsOf(content, key).length, key).toBeGreaterThan(0);
      for (const text of variantsOf(content, key)) expect(text.trim(), key).not.toBe('');
    }
  });

  test('takes in nothing that a line is not given', () => {
    const unknown = everyWording(content).flatMap(([key, text]) =>
      [...placeholdersIn(text)]
        .filter((name) => !(lines[key] as readonly string[]).includes(name))
        .map((name) => `${key}: ${name}`),
    );
    expect(unknown).toEqual([]);
  });

  test('says in every wording all that a line is given', () => {
    const missing = everyWording(content).flatMap(([key, text]) =>
      lines[key]
        .filter((name) => !placeholdersIn(text).has(name) && !MAY_BE_LEFT_OUT.has(name))
        .map((name) => `${key}: ${name} is missing in "${text}"`),
    );
    expect(missing).toEqual([]);
  });

  test('writes placeholders and phrases in whole brackets, and no reference to another line', () => {
    for (const [key, text] of everyWording(content)) {
      expect(text.replace(/\{\{\w+\}\}/gu, ''), key).not.toMatch(/[{}]/u);
      expect(text.replace(/\[\[[^[\]]+\]\]/gu, ''), key).not.toMatch(/[[\]]/u);
      expect(text, key).not.toContain('$t(');
      expect(text, key).not.toMatch(/[<>&]/u);
    }
  });

  test('has every plural form of every length of time', () => {
    const forms = new Intl.PluralRules(content.locale).resolvedOptions().pluralCategories;
    const lengths = ['seconds', 'minutes', 'days', 'weeks', 'months'];
    for (const unit of lengths)
      for (const form of forms) {
        const text = content.time[`${unit}_${form}`];
        expect(text, `${unit}_${form}`).toBeDefined();
        expect([...placeholdersIn(text ?? '')], `${unit}_${form}`).toEqual(['count']);
      }
    const units = Object.keys(content.time).filter((key) => key.includes('_'));
    for (const form of forms) expect(content.time[`times_${form}`], `times_${form}`).toBeDefined();
    expect(units).toHaveLength((lengths.length + 1) * forms.length);
  });

  test('has words for the halves of a minute', () => {
    expect(Object.keys(content.time)).toEqual(
      expect.arrayContaining(['half-minute', 'minute-and-a-half', 'minutes-and-a-half']),
    );
    expect([...placeholdersIn(content.time['minutes-and-a-half'] ?? '')]).toEqual(['count']);
  });
});
