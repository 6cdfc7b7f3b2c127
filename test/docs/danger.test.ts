/** What the pages say about danger is what was measured, and what the code has. */
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';

const read = (path: string): string => readFileSync(path, 'utf8');
const understanding = read('docs/understanding.md').split('\n');

/** One in how many was not right, by docs/understanding.md. */
function oneIn(row: string, column: string): number {
  const at = understanding.findIndex((line) => line.startsWith(`| ${row} |`));
  const below = understanding.slice(0, at).findLastIndex((line) => line.startsWith('| --- |'));
  const cellsOf = (line: string | undefined): string[] => line?.split('|').map((cell) => cell.trim()) ?? [];
  const cell = cellsOf(understanding[at])[cellsOf(understanding[below - 1]).indexOf(column)] ?? '';
  const [, right, of] = /\((\d+) of (\d+)\)/.exec(cell) ?? [];
  return Number(of) / (Number(of) - Number(right));
}

describe('docs/safety.md', () => {
  const page = read('docs/safety.md').replace(/\s+/g, ' ');

  it.each([
    ['it missed about one cry for help in sixty', 60, 'heard in its moment, words', 'unseen'],
    ['one in eighteen of those that are only hinted at', 18, 'heard in its moment, words', 'hinted'],
    ['one in eighteen sentences that only sound like a cry', 18, 'only sounds like it: no alarm', 'unseen'],
    ['one in five that were made to sound like a hint', 5, 'only sounds like it: no alarm', 'hinted'],
    ['one in fifty to', 50, 'no false alarm', 'evenings, words'],
    ['to a hundred and twenty of all others', 120, 'no false alarm', 'words'],
  ])('says "%s", within a tenth of what was measured', (words, number, row, column) => {
    expect(page).toContain(words);
    expect(Math.abs(oneIn(row, column) / number - 1)).toBeLessThan(0.1);
  });
});

describe('docs/decisions/0030', () => {
  const code = read('lambda/understanding/danger.ts');
  const bounds = [...code.matchAll(/^const ((?:ALARM|FAINT|CERTAIN)\w*) = ([\d.]+);$/gm)].map(
    ([, name = '', bound = '']) => [name, bound] as const,
  );

  it('knows how the bounds are written in the code', () => {
    expect(bounds).toHaveLength(6);
  });

  it.each(bounds)('has the bound %s of the code: %s', (name, bound) => {
    expect(read('docs/decisions/0030-in-doubt-help-is-offered.md')).toContain(`| \`${name}\` | ${bound} |`);
  });
});
