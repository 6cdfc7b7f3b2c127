import { type ChildProcessWithoutNullStreams, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import type { Exchange } from '../../simulator/device/exchange.ts';

const PROJECT = join(import.meta.dirname, '..', '..');
const OPEN = 'alexa, start our check-in';
const SETUP = [OPEN, 'alex', 'sam', 'yes', 'yes'];
const ARGS = ['--json', '--locale', 'en-GB', '--seed', '7', '--at', '2026-11-22T19:00:00'];

const data = await mkdtemp(join(tmpdir(), 'our-check-in-'));
afterAll(() => rm(data, { recursive: true, force: true }));

const start = (...args: string[]): ChildProcessWithoutNullStreams => {
  const child = spawn(process.execPath, ['--import', 'tsx', join('simulator', 'main.ts'), ...args], {
    cwd: PROJECT,
    // The AWS profile of a developer must not be used.
    env: { ...process.env, AWS_PROFILE: 'somebody-elses' },
  });
  child.stdin.on('error', () => {});
  return child;
};

/** Runs the simulator on lines of input until it ends. */
async function run(args: readonly string[], lines: readonly string[] = []) {
  const child = start(...args);
  let output = '';
  let errors = '';
  child.stdout.on('data', (chunk: Buffer) => {
    output += chunk.toString();
  });
  child.stderr.on('data', (chunk: Buffer) => {
    errors += chunk.toString();
  });
  child.stdin.end(lines.map((line) => `${line}\n`).join(''));
  const [code] = await once(child, 'close');
  return { code, output, errors, exchanges: exchangesIn(output) };
}

/** Runs the simulator on lines of input, and kills it as soon as it has answered them. */
async function runAndKill(args: readonly string[], lines: readonly string[]): Promise<Exchange[]> {
  const child = start(...args);
  let output = '';
  const answered = new Promise<void>((resolve) => {
    child.stdout.on('data', (chunk: Buffer) => {
      output += chunk.toString();
      if (output.split('\n').length > lines.length) resolve();
    });
  });
  child.stdin.write(`${lines.join('\n')}\n`);
  await answered;
  child.kill('SIGKILL');
  await once(child, 'close');
  return exchangesIn(output);
}

const exchangesIn = (output: string): Exchange[] =>
  output
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line));

describe.concurrent('the simulator as a process', () => {
  // Each of these processes serves several tests, because a process takes about a second to start.
  const killed = runAndKill([...ARGS, '--data', data], SETUP);
  const inMemory = run(
    [...ARGS, '--data', 'memory'],
    [...SETUP, '(fault dance)', 'alexa, call nine nine nine'],
  );

  test('answers lines as the Echo of a country, and ends with the input', async () => {
    const { code, errors, exchanges } = await inMemory;
    expect({ code, errors }).toEqual({ code: 0, errors: '' });
    expect(exchanges.map(({ line }) => line).slice(0, 5)).toEqual(SETUP);
    expect(exchanges[0]).toMatchObject({ session: 'open', mic: 'open', error: null });
    expect(exchanges[0]?.database.requests).toHaveProperty('GetItem');
    expect(exchanges[5]?.error).toContain('(fault dance)');
    expect(exchanges[6]?.heard).toMatchObject({ request: 'IntentRequest', match: 'exact' });
    expect(exchanges[6]?.spoken).toContain('nine nine nine; again, nine nine nine now');
  });

  test('gives the same answers for the same seed', async () => {
    expect((await inMemory).exchanges.slice(0, 5)).toEqual(await killed);
  });

  test('continues after kill -9', async () => {
    const [atFirst] = await killed;
    const { exchanges } = await run([...ARGS, '--data', data], [OPEN]);
    expect(exchanges[0]?.error).toBeNull();
    expect(exchanges[0]?.state).not.toBe(atFirst?.state);
  });

  test('ends without an error if its output is no longer read', async () => {
    const child = start('--json', '--data', 'memory');
    let errors = '';
    child.stderr.on('data', (chunk: Buffer) => {
      errors += chunk.toString();
    });
    child.stdin.write(`${OPEN}\n`.repeat(500));
    child.stdout.once('data', () => child.stdout.destroy());
    const [code] = await once(child, 'close');
    expect({ code, errors }).toEqual({ code: 0, errors: '' });
  });

  test('of several that are started together on one folder, one runs, and the others say why they do not', async () => {
    const folder = join(data, 'shared');
    const children = [1, 2, 3].map(() => start('--json', '--data', folder));
    const said = children.map(async (child) => {
      let output = '';
      let errors = '';
      child.stderr.on('data', (chunk: Buffer) => {
        errors += chunk.toString();
      });
      child.stdin.write(`${OPEN}\n`);
      const answered = new Promise<void>((resolve) => {
        child.stdout.on('data', (chunk: Buffer) => {
          output += chunk.toString();
          if (output.includes('\n')) resolve();
        });
      });
      const closed = once(child, 'close');
      await Promise.race([answered, closed]);
      return { child, closed, errors: () => errors, runs: output !== '' };
    });
    const all = await Promise.all(said);
    expect(all.filter(({ runs }) => runs)).toHaveLength(1);
    for (const { child, closed, errors, runs } of all) {
      child.stdin.end();
      const [code] = await closed;
      expect({ code, errors: errors() }).toEqual(
        runs
          ? { code: 0, errors: '' }
          : {
              code: 1,
              errors: `The data folder ${folder} is in use by another process: end that one, or choose another with --data DIR.\n`,
            },
      );
    }
  });

  test('exits with the code of an error', async () => {
    const { code, output, errors } = await run(['--dance']);
    expect({ code, output, errors }).toEqual({
      code: 2,
      output: '',
      errors: "Unknown option '--dance'.\nSee --help.\n",
    });
  });
});
