/** The commands as they are typed, up to the first call that needs an account. */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterAll, beforeAll, expect, it, vi } from 'vitest';

vi.setConfig({ testTimeout: 60_000 });

let home: string;
beforeAll(() => {
  home = mkdtempSync(join(tmpdir(), 'our-check-in-main-'));
});
afterAll(() => rmSync(home, { recursive: true, force: true }));

/** Stands in for npm, which would fetch the ASK CLI: the ASK CLI prints this and ends so. */
function askCli(printed: string, complained: string, status: number): string {
  const path = join(home, 'npm.cjs');
  writeFileSync(
    path,
    `process.stdout.write(${JSON.stringify(printed)});\nprocess.stderr.write(${JSON.stringify(complained)});\nprocess.exitCode = ${status};\n`,
  );
  return path;
}

function type(words: string[], npm: string, cwd = '.') {
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    ['--import', import.meta.resolve('tsx'), resolve('infra/deploy/main.ts'), ...words],
    {
      cwd,
      env: {
        PATH: '',
        HOME: home,
        npm_execpath: npm,
        AWS_EC2_METADATA_DISABLED: 'true',
        AWS_CONFIG_FILE: '/none',
        AWS_SHARED_CREDENTIALS_FILE: '/none',
      },
      input: '',
      encoding: 'utf8',
    },
  );
  return { status, stdout, stderr };
}

const LOGGED_IN = '{"vendors":[{"id":"M1","name":"Ana"}]}';
/** As version 2.30.7 prints it. */
const NO_LOGIN = `[Error]: {
  "message": "File /home/ana/.ask/cli_config not exists.",
  "stack": "CliFileNotFoundError: File /home/ana/.ask/cli_config not exists.\\n    at AppConfig._validateFilePath (a.js:99:19)",
  "detail": {
    "name": "CliFileNotFoundError"
  }
}
`;

it.each(['deploy', 'destroy'])('%s says what it does and takes', (name) => {
  const { status, stdout, stderr } = type([name, '--help'], askCli('', '', 1));
  expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
  expect(stdout).toContain(`npm run ${name}`);
  expect(stdout).toContain('--yes');
});

it('deploy stops with one sentence where nobody has logged in to Alexa', () => {
  const { status, stdout, stderr } = type(['deploy'], askCli('', NO_LOGIN, 1));
  expect(status).toBe(1);
  expect(stdout).toMatch(/^1 of 6: Checking who deploys\..*\n$/);
  expect(stderr).toMatch(
    /^\nThere is no login to Alexa for the profile "default" here\. .*npm run ask -- configure.*\n$/,
  );
});

it('deploy stops with one sentence where nobody has logged in to AWS', () => {
  const { status, stdout, stderr } = type(['deploy'], askCli(LOGGED_IN, '', 0));
  expect(status).toBe(1);
  expect(stdout).toMatch(/^1 of 6: Checking who deploys\..*\n {2}At Alexa: Ana\.\n$/);
  expect(stderr).toMatch(/^\nThere are no credentials for AWS here: .*aws sso login.*\n$/);
});

it('deploy stops with one sentence where it cannot write what it has to keep', () => {
  const here = mkdtempSync(join(home, 'here-'));
  writeFileSync(join(here, 'build'), '');
  const { status, stderr } = type(['deploy'], askCli(LOGGED_IN, '', 0), here);
  expect(status).toBe(1);
  expect(stderr).toMatch(/^\nbuild cannot be read or written here: .*run this again.*\n$/);
});

it('destroy stops with one sentence where nobody has logged in to AWS', () => {
  const { status, stdout, stderr } = type(['destroy'], askCli('', '', 1));
  expect({ status, stdout }).toEqual({ status: 1, stdout: '' });
  expect(stderr).toMatch(/^\nThere are no credentials for AWS here: /);
});

it('what is typed wrong is said before anything is asked of anybody', () => {
  const { status, stdout, stderr } = type(['deploy', '-c', 'region=eu-central-1'], askCli(LOGGED_IN, '', 0));
  expect({ status, stdout }).toEqual({ status: 2, stdout: '' });
  expect(stderr).toMatch(/^\nregion: expected one that Alexa can call/);
});

it('ask runs the ASK CLI, and ends as it does', () => {
  expect(type(['ask', '--version'], askCli('2.30.7\n', '', 0))).toEqual({
    status: 0,
    stdout: '2.30.7\n',
    stderr: '',
  });
  expect(type(['ask', 'nonsense'], askCli('', 'no\n', 1))).toMatchObject({ status: 1, stderr: 'no\n' });
});
