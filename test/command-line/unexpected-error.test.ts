import { expect, it } from 'vitest';
import { unexpectedError } from '../../command-line/unexpected-error.ts';

const lineOf = (error: unknown): string => unexpectedError('npm run deploy', error, false);
const MORE = 'Add --verbose to see where.\n';

it.each([
  ['an error with a code', Object.assign(new Error('It ended'), { code: 'EPIPE' }), 'It ended (EPIPE)'],
  [
    'a code that its message names',
    Object.assign(new Error('EPIPE: it ended'), { code: 'EPIPE' }),
    'EPIPE: it ended',
  ],
  ['an error whose name says more', new RangeError('Too long'), 'Too long (RangeError)'],
  ['an error with neither', new Error('Too long.'), 'Too long'],
  ['several lines', new Error('Too long:\n  by four'), 'Too long'],
  [
    'the refusals of several addresses',
    Object.assign(new AggregateError([new Error('refused ::1'), new Error('refused 127.0.0.1')]), {
      code: 'ECONNREFUSED',
    }),
    'refused ::1 (ECONNREFUSED)',
  ],
  ['no error at all', 'stopped', 'stopped'],
])('One line for %s', (_, error, expected) => {
  expect(lineOf(error)).toBe(`npm run deploy failed: ${expected}. ${MORE}`);
});

it('The stack, and that of its cause, is shown only if it is asked for', () => {
  const error = new Error('It ended', { cause: new Error('The line broke') });
  expect(lineOf(error).split('\n')).toHaveLength(2);
  const text = unexpectedError('npm run deploy', error, true);
  expect(text).toMatch(/^npm run deploy failed: It ended\.\nError: It ended\n {4}at /);
  expect(text).toMatch(/\nCaused by:\nError: The line broke\n {4}at /);
});

it('A cause that is no error is shown as it is', () => {
  const text = unexpectedError('npm run deploy', new Error('It ended', { cause: 'the line broke' }), true);
  expect(text).toMatch(/\nCaused by:\nthe line broke\n$/);
});
