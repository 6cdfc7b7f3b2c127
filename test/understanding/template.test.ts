import { describe, expect, it } from 'vitest';
import { expand } from '../../interaction-models/expand.ts';
import { firstWords, neededWords, parseTemplate, wordsIn } from '../../lambda/understanding/template.ts';

const classes = { we: '(i|we)', drink: 'tea|<bean>', bean: 'coffee|[black] espresso' };
const parse = (template: string) => parseTemplate(template, classes, (word) => [word]);
const textsOf = (template: string): string[] => expand(parse(template));

describe('a template', () => {
  it.each([
    ['stop', ['stop']],
    ['stop it now', ['stop it now']],
    ['[please] stop', ['please stop', 'stop']],
    ['(stop|end) it', ['stop it', 'end it']],
    ['a [b|c] d', ['a b d', 'a c d', 'a d']],
    ['[a [b]] c', ['a b c', 'a c', 'c']],
    ['(one (two|three)|four)', ['one two', 'one three', 'four']],
    ['<we> stop', ['i stop', 'we stop']],
    ['more <drink>', ['more tea', 'more coffee', 'more black espresso', 'more espresso']],
    ["read {name}'s [words]", ["read {name}'s words", "read {name}'s"]],
    ['^ stop ~3 now $', ['stop now']],
    ['[a] [a]', ['a a', 'a', '']],
  ])('"%s" stands for %j', (template, texts) => {
    expect(textsOf(template)).toEqual(texts);
  });

  it.each(['(stop', '[stop', 'stop)', 'stop]', '(stop]', '[(stop]', '<unknown>'])(
    '"%s" is refused, with its text',
    (template) => {
      expect(() => parse(template)).toThrow(SyntaxError);
      expect(() => parse(template)).toThrow(template);
    },
  );

  it('that stands for too many samples is refused', () => {
    expect(() => expand(parse('(a|b|c) (a|b|c) (a|b|c)'), 26)).toThrow(RangeError);
    expect(expand(parse('(a|b|c) (a|b|c) (a|b|c)'), 27)).toHaveLength(27);
  });

  it('has words, in the form in which they are compared', () => {
    const apart = (word: string): string[] => (word === "don't" ? ['do', 'not'] : [word]);
    expect(wordsIn(parseTemplate("[please] don't (stop|{name})", {}, apart))).toEqual([
      'please',
      'do',
      'not',
      'stop',
    ]);
  });

  it.each([
    ['stop it', ['stop']],
    ['[please] stop', ['please', 'stop']],
    ['{name} starts', ['*']],
    ['~2 stop', ['*', 'stop']],
    ['^ (stop|end)', ['end', 'stop']],
    ['[stop]', ['', 'stop']],
  ])('"%s" begins with one of %j', (template, words) => {
    expect([...firstWords(parse(template))].toSorted()).toEqual(words);
  });

  it.each([
    ['stop it', [['stop'], ['it']]],
    ['[please] stop', [['stop']]],
    ['(stop|end) it', [['stop', 'end'], ['it']]],
    ['(stop|{name}) it', [['it']]],
  ])('"%s" needs %j', (template, words) => {
    expect(neededWords(parse(template)).filter((group) => group.length > 0)).toEqual(words);
  });
});
