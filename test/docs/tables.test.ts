/** Tables of the pages are whole: a row that is cut off from its header would be shown as text. */
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { PAGES } from './pages.ts';

/** The line between the header of a table and its rows. */
const BELOW_HEADER = /^\|(?: *:?-+:? *\|)+$/;

/** The first rows of what looks like a table and has no header. */
function withoutHeader(page: string): string[] {
  const lines = page.replace(/```.*?```/gs, '').split('\n');
  return lines.filter(
    (line, at) =>
      line.startsWith('|') &&
      lines[at - 1]?.startsWith('|') !== true &&
      !BELOW_HEADER.test(lines[at + 1] ?? ''),
  );
}

describe('the tables', () => {
  it.each(PAGES)('have a header for each row in %s', (page) => {
    expect(withoutHeader(readFileSync(page, 'utf8'))).toEqual([]);
  });

  it('are found cut off after an empty line', () => {
    const table = '| what | why |\n|---|---|\n| names | to say them |\n';
    expect(withoutHeader(table)).toEqual([]);
    expect(withoutHeader(`${table}\n| the place | to go on |\n`)).toEqual(['| the place | to go on |']);
  });
});
