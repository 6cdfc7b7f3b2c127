import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { enUS } from '../../lambda/content/en-US/en-us.ts';
import { createNormalise } from '../../lambda/understanding/words.ts';

const normalise = createNormalise(enUS.hearing.phrases.speech);
const wordsIn = (text: string): string => normalise(text).words.join(' ');

describe('words', () => {
  it.each([
    ["I'm done", 'i am done'],
    ["Don't keep it", 'do not keep it'],
    ['Don’t keep it', 'do not keep it'],
    ['donʼt keep it', 'do not keep it'],
    ["we're gonna stop", 'we are going to stop'],
    ['OK, alright', 'okay all right'],
    ['recognise my voice', 'recognize my voice'],
  ])('that stand for others are replaced: "%s"', (text, words) => {
    expect(wordsIn(text)).toBe(words);
  });

  it.each([
    ['um, yes', 'yes'],
    ['Well, uh, hmm, next', 'well next'],
    ['um uh er', ''],
  ])('of hesitation mean nothing: "%s"', (text, words) => {
    expect(wordsIn(text)).toBe(words);
  });

  it.each(['uh huh', 'Uh-huh!', 'um, uh huh'])('"%s" are one word, and no hesitation', (text) => {
    expect(normalise(text).words).toHaveLength(1);
    expect(wordsIn(text)).toBe(wordsIn('uh huh'));
    expect(wordsIn('uh, huh?')).toBe('');
  });

  it.each([
    ['no no no', 'no'],
    ['can we can we stop', 'can we stop'],
    ['we need we need more time', 'we need more time'],
    ['we need a we need a break', 'we need a break'],
    ['the, um, the soup', 'the soup'],
  ])('that are said twice count once: "%s"', (text, words) => {
    expect(wordsIn(text)).toBe(words);
  });

  it.each([
    ['A.J. and B.', 'aj and b'],
    ['at 7 p.m.', 'at 7 pm'],
    ['at 7:30', 'at 7:30'],
  ])('with full stops inside are one: "%s"', (text, words) => {
    expect(wordsIn(text)).toBe(words);
  });

  it('are the same in each Unicode form, and in capitals', () => {
    expect(wordsIn('Zoe\u0308 CAFE\u0301')).toBe(wordsIn('zoë café'));
  });

  it.each(['Аня', 'شهد', '美咲', '💛', 'मीरा'])('of other scripts are words: %s', (name) => {
    expect(normalise(name).words).toHaveLength(1);
  });

  it('know where they stand in what was said, also if several come from one', () => {
    const { text, words, places } = normalise("Um, I'm Zoë-Ann!");
    expect(words.map((word, index) => [word, text.slice(...(places[index] ?? []))])).toEqual([
      ['i', "I'm"],
      ['am', "I'm"],
      ['zoë', 'Zoë'],
      ['ann', 'Ann'],
    ]);
  });

  it('are at most sixty, whatever was said, and never empty', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 2_000 }), (text) => {
        const { words, places } = normalise(text);
        expect(words.length).toBeLessThanOrEqual(60 + 3);
        expect(places).toHaveLength(words.length);
        expect(words).not.toContain('');
      }),
    );
  });

  it('are the same whether or not a word with other letters than those of ASCII follows', () => {
    const letters = fc.constantFrom(
      ..."abiouhmn AB.,'-:?!#*0127".split(''),
      'uh huh',
      "don't",
      'p.m.',
      'okay ',
    );
    fc.assert(
      fc.property(fc.array(letters, { maxLength: 25 }), (parts) => {
        const text = parts.join('');
        expect(wordsIn(`${text} ; zoë`)).toBe(`${wordsIn(text)} zoë`.trim());
      }),
      { numRuns: 2_000 },
    );
  });
});
