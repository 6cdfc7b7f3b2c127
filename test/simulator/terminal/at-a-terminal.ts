import { PassThrough } from 'node:stream';
import { runTerminal } from '../../../simulator/terminal/terminal.ts';
import { echoWith } from '../scripted-skill.ts';
import { evening } from './front-end.ts';
import { shown } from './shown.ts';

/** Runs the terminal front end at a terminal of a width that is shown in memory. Its clock stands still. */
export function atATerminal(columns: number, options: { readonly keeps?: boolean } = {}) {
  const { echo } = echoWith(evening);
  const input = Object.assign(new PassThrough(), { isTTY: true });
  const output = Object.assign(new PassThrough(), { isTTY: true, columns });
  let written = '';
  let now = 0;
  output.on('data', (chunk: Buffer) => {
    written += chunk.toString();
  });
  const ended = runTerminal(echo, {
    ...{ input, output, invocationName: 'our checkin', milliseconds: () => now },
    ...options,
  });
  const rows = () => shown(written, output.columns).slice(skipped());
  /** The rows of the greeting at this width. */
  const skipped = () =>
    Math.max(
      0,
      shown(written, output.columns).findIndex((row) => row.startsWith('You')),
    );
  return {
    ended,
    rows,
    written: () => written,
    /** Types keys, and waits until everything that follows from them is shown. */
    type: async (keys: string) => {
      input.write(keys);
      for (let turns = 0; turns < 200; turns += 1) await new Promise((resolve) => setImmediate(resolve));
    },
    /** Makes the terminal another width. What is on it is broken into other rows, as terminals do. */
    resize: (wider: number) => {
      output.columns = wider;
      output.emit('resize');
    },
    /** Lets seconds pass, and waits until the progress bar is drawn again. */
    pass: async (seconds: number) => {
      now += seconds * 1000;
      const before = written.length;
      while (written.length === before) await new Promise((resolve) => setTimeout(resolve, 10));
    },
  };
}
