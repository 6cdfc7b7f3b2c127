import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PassThrough } from 'node:stream';
import { afterAll, expect, test } from 'vitest';
import project from '../../../package.json' with { type: 'json' };
import { runCommandLine } from '../../../simulator/terminal/command-line.ts';
import { HELP } from '../../../simulator/terminal/options.ts';

const folder = await mkdtemp(join(tmpdir(), 'our-check-in-'));
afterAll(() => rm(folder, { recursive: true, force: true }));

/** Runs the simulator in this process, without standard input. */
async function run(...args: string[]) {
  const [output, errors] = [new PassThrough(), new PassThrough()];
  const code = await runCommandLine(args, { input: new PassThrough(), output, errors });
  return { code, output: String(output.read() ?? ''), errors: String(errors.read() ?? '') };
}

test('--help prints the help', async () => {
  expect(await run('--help')).toEqual({ code: 0, output: HELP, errors: '' });
});

test('--version prints the version of package.json', async () => {
  expect(await run('--version')).toEqual({ code: 0, output: `${project.version}\n`, errors: '' });
});

test.each([
  [['yes'], { intent: 'AMAZON.YesIntent', slots: {}, match: 'exact' }],
  [['alexa, start our check-in'], { intent: 'LaunchRequest', slots: {}, match: 'exact' }],
  [['alexa, ask our checkin for help'], { intent: 'AMAZON.HelpIntent', slots: {}, match: 'exact' }],
  [
    ['one more minute', '--state', 'names.a@NamesIntent.name', '--no-elicit'],
    { intent: 'MoreTimeIntent', slots: {}, match: 'exact' },
  ],
])('--parse %j prints what is understood and nothing else', async (args, understood) => {
  const { code, output, errors } = await run('--parse', ...args);
  expect({ code, errors }).toEqual({ code: 0, errors: '' });
  expect(JSON.parse(output)).toEqual(understood);
});

test.each([
  [['--dance'], 2, "Unknown option '--dance'.\nSee --help.\n"],
  [
    ['--parse', 'yes', '--state', 'names'],
    2,
    '--state names is not the id of a state, such as names.a@NamesIntent.name, names.b@NamesIntent.name. All are in interaction-models/state-ids.json.\nSee --help.\n',
  ],
  [
    ['--parse', 'yes', '--locale', 'de-DE'],
    2,
    '--locale de-DE has no interaction model: there are en-US, en-CA, en-GB, en-AU, en-IN.\nSee --help.\n',
  ],
  [['--data', 'memory', '--script', 'none.txt'], 1, 'The script none.txt is missing.\n'],
  [['--data', 'memory', '--script', folder], 1, `The script ${folder} is a folder.\n`],
  [['--data', 'memory', '--json', '--script', folder], 1, `The script ${folder} is a folder.\n`],
])('%j is refused in one sentence', async (args, code, sentence) => {
  expect(await run(...args)).toEqual({ code, output: '', errors: sentence });
});

test('--script is played in the terminal, and --data keeps what the account holder allowed', async () => {
  const script = join(folder, 'evening.txt');
  const open = 'alexa, start our check-in';
  await writeFile(script, `# an evening\n${open}\n(grant reminders)\nalexa, stop\n`);
  const { code, output, errors } = await run('--data', folder, '--script', script);
  expect({ code, errors }).toEqual({ code: 0, errors: '' });
  expect(output).toContain(`> ${open}\nAlexa: `);
  expect(output.trimEnd().split('\n').at(-1)).not.toMatch(/^> /u);
  expect(await readFile(join(folder, 'alexa-account.json'), 'utf8')).toContain('GRANTED');
});
