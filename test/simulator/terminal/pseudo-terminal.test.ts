import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, test } from 'vitest';
import { inPseudoTerminal, MAKER } from './pseudo-terminal.ts';
import { shown } from './shown.ts';

const PROJECT = join(import.meta.dirname, '..', '..', '..');
const OPEN = 'alexa, start our check-in';
const COMMAND = [process.execPath, '--import', 'tsx', join('simulator', 'main.ts'), '--no-web'];
/** Milliseconds after which the command is ended, so that a failure says what was shown until then. */
const PATIENCE = 30_000;
const timeout = 2 * PATIENCE;

const reason = MAKER === null ? ' (skipped: neither Python nor script of util-linux is here)' : '';

describe.skipIf(MAKER === null)(`the simulator in a pseudo-terminal${reason}`, { timeout }, () => {
  test.concurrent.for([60, 80, 120])('of %i columns', async (columns, { expect, onTestFinished }) => {
    const data = await mkdtemp(join(tmpdir(), 'our-check-in-'));
    const terminal = inPseudoTerminal(columns, [...COMMAND, '--data', data], PROJECT);
    const giveUp = setTimeout(terminal.end, PATIENCE);
    onTestFinished(() => {
      clearTimeout(giveUp);
      terminal.end();
    });
    const until = async (text: string): Promise<void> => {
      await terminal.until(text);
      if (terminal.written().includes(text)) return;
      const rows = shown(terminal.written(), columns).join('\n');
      expect.fail(`expected "${text}", the terminal shows:\n${rows}`);
    };
    await until('You: ');
    terminal.type(`${OPEN}\rAna\rBo\r`);
    await until('Ana?');
    terminal.type('(as Ana)\r');
    await until('You (Ana): ');
    terminal.type('\u0003');
    await terminal.closed;
    await rm(data, { recursive: true, force: true });
    const rows = shown(terminal.written(), columns);
    expect(rows.every((row) => row.length <= Math.min(columns, 100))).toBe(true);
    const entered = rows.filter((row) => /^You.*:/u.test(row) && !row.startsWith('Your'));
    expect(entered).toEqual([`You: ${OPEN}`, 'You: Ana', 'You: Bo', 'You: (as Ana)']);
    expect(rows.join(' ')).toContain('Your place is kept as the skill saved it');
    expect(terminal.written()).toContain('\u001b[1mYou: ');
  });
});
