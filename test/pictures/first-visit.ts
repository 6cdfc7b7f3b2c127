/** A first visit in a pseudo-terminal, up to the middle of the first turn. */
import { fileURLToPath } from 'node:url';
import { inPseudoTerminal } from '../simulator/terminal/pseudo-terminal.ts';
import { type Cell, cellsOf } from '../simulator/terminal/shown.ts';

const PROJECT = fileURLToPath(new URL('../..', import.meta.url));

/** What is typed once the terminal shows a text. */
const VISIT = [
  ['You: ', 'alexa, start our check-in'],
  ['first?', 'Ana'],
  ['name?', 'Bo'],
  ['okay, Ana?', 'yes'],
  ['okay, Bo?', 'yes'],
  ['short one', 'five minutes'],
] as const;
/** The quiet has come this far when the picture is taken. */
const UNTIL = '0:20 left';
/** Seconds after which the visit is given up. */
const PATIENCE = 60;

/**
 * Plays the visit in real time, which takes about half a minute.
 *
 * @returns the rows that the terminal shows, the empty ones at its end left out
 * @throws {Error} if the skill says something else than this visit expects
 */
export async function firstVisit(columns: number): Promise<Cell[][]> {
  const command = [process.execPath, '--import', 'tsx', 'simulator/main.ts', '--no-web', '--data', 'memory'];
  const clock = ['--seed', '7', '--at', '2026-11-22T19:00:00', '--timezone', 'UTC'];
  const terminal = inPseudoTerminal(columns, [...command, ...clock], PROJECT);
  const giveUp = setTimeout(terminal.end, PATIENCE * 1000);
  try {
    for (const [text, words] of VISIT) {
      await terminal.until(text);
      terminal.type(`${words}\r`);
    }
    await terminal.until(UNTIL);
    const rows = cellsOf(terminal.written(), columns);
    if (!terminal.written().includes(UNTIL)) throw new Error(`expected "${UNTIL}", got "${lastOf(rows)}"`);
    return rows.slice(0, rows.findLastIndex((cells) => cells.length > 0) + 1);
  } finally {
    clearTimeout(giveUp);
    terminal.end();
  }
}

function lastOf(rows: readonly Cell[][]): string {
  return (rows.findLast((cells) => cells.length > 0) ?? []).map(({ character }) => character).join('');
}
