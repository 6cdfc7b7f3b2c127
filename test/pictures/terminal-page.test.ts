import { expect, it } from 'vitest';
import { cellsOf } from '../simulator/terminal/shown.ts';
import { terminalPage } from './terminal-page.ts';

const DIM = '\u001b[2m';
const BOLD = '\u001b[1m';
const NORMAL = '\u001b[22m';

it('A picture of the terminal shows each character as it was written last, in its style', () => {
  const written = `${DIM}(5)${NORMAL}\r\n${BOLD}You${NORMAL}: <a>\r\n[##..] 0:02\u001b[1G[###.] 0:01`;
  const page = terminalPage(cellsOf(written, 40), 40);
  const rows = [...page.matchAll(/<div>(.*?)&#8203;<\/div>/g)].map(([, row]) => row);
  const styled = (style: string, text: string) =>
    [...text].map((character) => `<span class="${style}">${character}</span>`).join('');
  expect(rows).toEqual([styled('dim', '(5)'), `${styled('bold', 'You')}: &lt;a&gt;`, '[###.] 0:01']);
});
