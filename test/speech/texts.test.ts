import { describe, expect, it } from 'vitest';
import { createTexts } from '../../lambda/speech/texts.ts';

const TEXTS: Readonly<Record<string, string>> = {
  greeting: 'Hello {{name}}, and {{other}}.',
  minutes_one: '{{count}} minute',
  minutes_other: '{{count}} minutes',
  half: '{{count}} and a half',
};
const texts = createTexts(
  'en-GB',
  (key) => TEXTS[key],
  (value) => value.replaceAll('&', '&amp;'),
);

describe('the texts of a language', () => {
  it('have their parameters filled in, escaped', () => {
    expect(texts.text('greeting', { name: 'Tom & Jerry', other: 'Bo' })).toBe(
      'Hello Tom &amp; Jerry, and Bo.',
    );
  });

  it.each(['{{other}}', '$&', '$1', '{{name}}'])('do not look for parameters in a value: %s', (name) => {
    expect(texts.text('greeting', { name, other: 'Bo' })).toBe(
      `Hello ${name.replaceAll('&', '&amp;')}, and Bo.`,
    );
  });

  it('leave out a parameter that has no value', () => {
    expect(texts.text('greeting', { name: 'Ana' })).toBe('Hello Ana, and .');
  });

  it.each([
    [0, '0 minutes'],
    [1, '1 minute'],
    [2, '2 minutes'],
  ])('have the form for %i', (count, words) => {
    expect(texts.text('minutes', { count })).toBe(words);
  });

  it('need no form for a number', () => {
    expect(texts.text('half', { count: 1 })).toBe('1 and a half');
  });

  it('are their key if there is none, so that a mistake is heard in a test', () => {
    expect(texts.text('not.there')).toBe('not.there');
  });
});
