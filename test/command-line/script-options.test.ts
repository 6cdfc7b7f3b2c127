import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { SCRIPTS, typed } from './typed.ts';

/** These read their options in tests of their own: test/simulator/terminal, test/infra. */
const ELSEWHERE = ['start', 'simulate', 'package', 'deploy', 'destroy', 'ask'];
const HERE = [...SCRIPTS].filter(([name]) => !ELSEWHERE.includes(name));

/** `npm run test:exhaustive` runs each of them with a wrong option. That takes half a minute. */
it.each(HERE)('npm run %s reads its options in the one way that refuses unknown ones', (_, [path = '']) => {
  const source = readFileSync(new URL(`../../${path}`, import.meta.url), 'utf8');
  expect(source).toMatch(/\b(?:scriptOptions|vitestWords|testWithBrowser)\(/);
  expect(source).not.toContain('argv.includes');
});

describe.concurrent('A command line that is wrong is answered in one line, with exit status 2', () => {
  it.each([
    ['phrases', ['--bogus'], "Unknown option '--bogus'"],
    ['phrases', ['now'], "Unexpected argument 'now'. This command does not take positional arguments"],
    ['attack', ['--bogus'], "Unknown option '--bogus'"],
    ['attack', ['--seed', 'x'], '--seed needs a whole number of 1 or more'],
    ['attack', ['--seed'], "Option '--seed <value>' argument missing"],
  ])('npm run %s -- %j', async (name, options, fault) => {
    const answer = { stdout: '', stderr: `${fault}. See --help.\n`, status: 2 };
    expect(await typed(name, ...options)).toEqual(answer);
  });
});

it('A script that runs tests says in its help what it gives on to Vitest', async () => {
  const { stdout, status } = await typed('attack', '--help');
  expect(status).toBe(0);
  expect(stdout).toContain('--seed N');
  expect(stdout).toContain('goes to Vitest');
});
