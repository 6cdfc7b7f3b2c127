import { type ChildProcessWithoutNullStreams, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, describe, expect, test } from 'vitest';
import type { Exchange } from '../../simulator/device/exchange.ts';

const PROJECT = join(import.meta.dirname, '..', '..');
const OPEN = 'alexa, start our check-in';

const folders: string[] = [];
afterEach(async () => {
  for (const folder of folders.splice(0)) await rm(folder, { recursive: true, force: true });
});
async function folder(): Promise<string> {
  const path = await mkdtemp(join(tmpdir(), 'our-check-in-'));
  folders.push(path);
  return path;
}

const start = (...args: string[]): ChildProcessWithoutNullStreams =>
  spawn(process.execPath, ['--import', 'tsx', join('simulator', 'main.ts'), ...args], {
    cwd: PROJECT,
    // A developer's own AWS profile must not get in the way.
    env: { ...process.env, AWS_PROFILE: 'somebody-elses' },
  });

/** Runs the simulator on the given lines until it ends. */
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
  child.stdin.on('error', () => {});
  child.stdin.end(lines.map((line) => `${line}\n`).join(''));
  const [code] = await once(child, 'close');
  return { code, output: output.split('\n').filter((line) => line !== ''), errors };
}

const exchangesIn = (output: readonly string[]): Exchange[] => output.map((line) => JSON.parse(line));

describe('the simulator as a process', () => {
  test('is an Echo of another country, with its words and its numbers', async () => {
    const args = ['--json', '--data', 'memory', '--locale', 'en-GB', '--strict'];
    const lines = ['alexa, ask our checkin for support', 'alexa, call nine nine nine'];
    const { code, errors, output } = await run(args, lines);
    expect({ code, errors }).toEqual({ code: 0, errors: '' });
    const [support, emergency] = exchangesIn(output);
    expect(support?.spoken).toContain('one one six, one two three');
    expect(emergency?.heard).toMatchObject({ intent: 'EmergencyIntent', match: 'exact' });
    expect(emergency?.spoken).toContain('Please call nine nine nine now');
  });

  test('says which countries there are, when asked for another', async () => {
    const { code, errors } = await run(['--parse', 'yes', '--locale', 'de-DE']);
    expect(code).toBe(2);
    expect(errors).toContain('there are en-US, en-CA, en-GB, en-AU, en-IN');
  });

  test('runs the skill on JSON lines, with the same answers for the same seed, and ends with the input', async () => {
    const args = [
      '--json',
      '--data',
      'memory',
      '--seed',
      '7',
      '--at',
      '2026-11-22T19:00:00',
      '--timezone',
      'UTC',
    ];
    const lines = [OPEN, '(silence)', 'alexa, stop', '(fault dance)'];
    const [first, second] = await Promise.all([run(args, lines), run(args, lines)]);
    expect(first).toMatchObject({ code: 0, errors: '' });
    expect(second.output).toEqual(first.output);
    const exchanges = exchangesIn(first.output);
    expect(exchanges.map(({ line }) => line)).toEqual(lines);
    expect(exchanges[0]).toMatchObject({ session: 'open', mic: 'open', error: null });
    expect(exchanges[0]?.database.requests).toHaveProperty('GetItem');
    expect(exchanges[2]).toMatchObject({ session: 'ended', mic: 'closed', error: null });
    expect(exchanges[3]?.error).toContain('(fault dance)');
  });

  test('carries on after kill -9', async () => {
    const data = await folder();
    const setUp = [OPEN, 'alex', 'sam', 'yes', 'yes'];
    const child = start('--json', '--data', data);
    let answers = 0;
    const answered = new Promise<void>((resolve) => {
      child.stdout.on('data', (chunk: Buffer) => {
        answers += chunk.toString().split('\n').length - 1;
        if (answers >= setUp.length) resolve();
      });
    });
    child.stdin.write(`${setUp.join('\n')}\n`);
    await answered;
    child.kill('SIGKILL');
    await once(child, 'close');
    const fresh = await run(['--json', '--data', 'memory'], [OPEN]);
    const resumed = await run(['--json', '--data', data], [OPEN]);
    const [atFirst] = exchangesIn(fresh.output);
    const [later] = exchangesIn(resumed.output);
    expect(later?.error).toBeNull();
    expect(later?.state).not.toBe(atFirst?.state);
  });

  test('keeps what the account holder allowed beside the database', async () => {
    const data = await folder();
    const { code, errors } = await run(['--json', '--data', data], ['(grant reminders)']);
    expect({ code, errors }).toEqual({ code: 0, errors: '' });
    expect(await readFile(join(data, 'alexa-account.json'), 'utf8')).toContain('GRANTED');
  });

  test('ends quietly when its output is no longer read', async () => {
    const child = start('--json', '--data', 'memory');
    let errors = '';
    child.stderr.on('data', (chunk: Buffer) => {
      errors += chunk.toString();
    });
    child.stdin.on('error', () => {});
    child.stdin.write(`${OPEN}\n`.repeat(500));
    child.stdout.once('data', () => child.stdout.destroy());
    const [code] = await once(child, 'close');
    expect({ code, errors }).toEqual({ code: 0, errors: '' });
  });

  test('reads a script in place of standard input, in the terminal too', async () => {
    const script = join(await folder(), 'evening.txt');
    await writeFile(script, `# an evening\n${OPEN}\nalexa, stop\n`);
    const { code, output, errors } = await run(['--data', 'memory', '--script', script]);
    expect({ code, errors }).toEqual({ code: 0, errors: '' });
    expect(output).toContain(`> ${OPEN}`);
    expect(output.at(-1)).not.toMatch(/^> /u);
  });

  test('prints what it understands of one utterance and nothing else', async () => {
    const { code, output } = await run(['--parse', 'yes']);
    expect(code).toBe(0);
    expect(JSON.parse(output.join(''))).toEqual({ intent: 'AMAZON.YesIntent', slots: {}, match: 'exact' });
  });

  test.each([
    [['--data', 'memory', '--dance'], 2, "Unknown option '--dance'.\n"],
    [['--data', 'memory', '--script', 'none.txt'], 1, 'The script none.txt is missing.\n'],
  ])('refuses %j in one sentence', async (args, code, sentence) => {
    expect(await run(args)).toEqual({ code, output: [], errors: sentence });
  });
});
