import { afterEach, expect, test, vi } from 'vitest';
import { createPrinter } from '../../../simulator/terminal/printer.ts';

afterEach(() => vi.unstubAllEnvs());

const printerFor = (isTTY: boolean) => createPrinter({ write: () => {}, isTTY });

test('text is styled in a terminal', () => {
  vi.stubEnv('NO_COLOR', undefined);
  const { dim, red, bold } = printerFor(true);
  expect([dim('a'), red('b'), bold('c')]).toEqual([
    '\u001b[2ma\u001b[22m',
    '\u001b[31mb\u001b[39m',
    '\u001b[1mc\u001b[22m',
  ]);
});

test('text is plain in a pipe, even if FORCE_COLOR is set', () => {
  vi.stubEnv('NO_COLOR', undefined);
  vi.stubEnv('FORCE_COLOR', '1');
  expect(printerFor(false).red('a')).toBe('a');
});

test('text is plain if NO_COLOR is set', () => {
  vi.stubEnv('NO_COLOR', '1');
  expect(printerFor(true).red('a')).toBe('a');
});

test('an empty NO_COLOR counts as not set', () => {
  vi.stubEnv('NO_COLOR', '');
  expect(printerFor(true).red('a')).not.toBe('a');
});
