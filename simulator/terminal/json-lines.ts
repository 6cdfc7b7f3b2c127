import { createInterface } from 'node:readline';
import type { Readable, Writable } from 'node:stream';
import type { Echo } from '../device/echo.ts';

/**
 * The front end for programs: reads one command a line, and writes one JSON object a line. Blank lines and comments
 * give no output. Resolves at the end of the input, or as soon as nobody reads the output any more.
 */
export async function runJsonLines(echo: Echo, input: Readable, output: Writable): Promise<void> {
  const lines = createInterface({ input, crlfDelay: Number.POSITIVE_INFINITY, terminal: false });
  for await (const line of lines) {
    const exchange = await echo.line(line);
    if (exchange === null) continue;
    if (output.destroyed) break;
    if (!output.write(`${JSON.stringify(exchange)}\n`)) await drained(output);
  }
  lines.close();
}

/** Waits until a stream accepts more data or is closed. */
const drained = (output: Writable): Promise<void> =>
  new Promise((resolve) => {
    const done = () => {
      output.off('drain', done);
      output.off('close', done);
      resolve();
    };
    output.on('drain', done);
    output.on('close', done);
  });
