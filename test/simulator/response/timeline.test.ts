import { describe, expect, test } from 'vitest';
import { readPlainText } from '../../../simulator/response/ssml.ts';
import { quietsOf, secondsOf, secondsOfText } from '../../../simulator/response/timeline.ts';

describe('the length of speech', () => {
  test('is about 2.6 words a second and a pause after each sentence', () => {
    expect(secondsOfText('One two three. Four five?')).toBeCloseTo(5 / 2.6 + 0.7);
    expect(secondsOf(readPlainText('').segments)).toBe(0);
  });
});

describe('periods of silence', () => {
  test('adjacent silences are one period', () => {
    const quiet = { kind: 'silence', seconds: 3, text: '' } as const;
    const said = { kind: 'speech', seconds: 2, text: 'Hi.' } as const;
    expect(quietsOf([said, quiet, quiet, said, quiet], 5)).toEqual([{ begins: 2, seconds: 6 }]);
  });
});
