import { describe, expect, test } from 'vitest';
import { hintsFor, type Moment } from '../../../simulator/web/page/hints.ts';

const documentWith = (...labels: string[]) => ({
  datasources: { screen: { choices: labels.map((label) => ({ id: 'it', label })) } },
});
const wordsIn = (moment: Partial<Moment>): string[] =>
  hintsFor({
    ...{ doing: 'listening', session: 'open', invocation: 'start our check-in', document: null, spoken: '' },
    ...moment,
  }).map(({ words }) => words);

describe('what can be said now', () => {
  test('is on the screen, in the letters in which it is said', () => {
    expect(wordsIn({ document: documentWith('Tom &amp; Jo', '&lt;3', 'A &amp;lt; B') })).toEqual([
      'Tom & Jo',
      '<3',
      'A &lt; B',
      'help',
    ]);
  });

  test('is no answer to a question that comes after the quiet', () => {
    expect(wordsIn({ doing: 'quiet', document: documentWith('Yes', 'No') })).toEqual([
      'next',
      'more time',
      'pause',
      'help',
    ]);
  });

  test('is the answer to that question after the quiet', () => {
    const { screen } = documentWith('Done', 'More time').datasources;
    const document = {
      datasources: { screen: { ...screen, choicesAfter: [{ id: 'yes', label: 'Ready' }] } },
    };
    expect(wordsIn({ document })).toEqual(['Ready', 'help']);
  });

  test('is what opens the skill, once the session is over', () => {
    expect(wordsIn({ session: 'ended', document: documentWith('Yes') })).toEqual(['start our check-in']);
  });
});
