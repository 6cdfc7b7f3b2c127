/** The commands as they are typed, up to the first call that needs an account. */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { realDependencies } from '../../../infra/deploy/real-dependencies.ts';
import { runCommand } from '../../../infra/deploy/run-command.ts';
import { fakeAmazon } from './fake-amazon.ts';

let home: string;
beforeAll(() => {
  home = mkdtempSync(join(tmpdir(), 'our-check-in-main-'));
});
afterAll(() => rmSync(home, { recursive: true, force: true }));

/** No account: neither the environment nor a file holds credentials for AWS, and there is no metadata service. */
const WITHOUT_ACCOUNT = {
  AWS_EC2_METADATA_DISABLED: 'true',
  AWS_CONFIG_FILE: '/none',
  AWS_SHARED_CREDENTIALS_FILE: '/none',
};

// The SDK reads the environment of this process.
beforeEach(() => {
  for (const name of Object.keys(process.env)) if (/^AWS_(?!SDK_JS_)/.test(name)) vi.stubEnv(name, undefined);
  for (const [name, value] of Object.entries(WITHOUT_ACCOUNT)) vi.stubEnv(name, value);
});
afterEach(() => vi.unstubAllEnvs());

/**
 * Writes a script that takes the place of npm, which would fetch the ASK CLI: it prints this and ends with this exit
 * code.
 */
function fakeAskCli(stdout: string, stderr: string, status: number): string {
  const path = join(home, 'npm.cjs');
  writeFileSync(
    path,
    `process.stdout.write(${JSON.stringify(stdout)});\nprocess.stderr.write(${JSON.stringify(stderr)});\nprocess.exitCode = ${status};\n`,
  );
  return path;
}

/** Runs a command line in this process, without a terminal. */
async function run(words: string[], npm: string, project = join(home, 'build')) {
  let stdout = '';
  let stderr = '';
  const dependencies = {
    ...realDependencies({ PATH: '', HOME: home, npm_execpath: npm }),
    interactive: false,
    say: (line: string) => {
      stdout += `${line}\n`;
    },
    project,
  };
  const status = await runCommand(words, dependencies, (text) => {
    stderr += text;
  });
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

it.each(['deploy', 'destroy'])('%s --help says what it does and which options it takes', async (name) => {
  const { status, stdout, stderr } = await run([name, '--help'], fakeAskCli('', '', 1));
  expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
  expect(stdout).toContain(`npm run ${name}`);
  expect(stdout).toContain('--yes');
});

it('deploy stops with one sentence if nobody has logged in to Alexa', async () => {
  const { status, stdout, stderr } = await run(['deploy', '--yes'], fakeAskCli('', NO_LOGIN, 1));
  expect(status).toBe(1);
  expect(stdout).toMatch(/^1 of 6: Checking who deploys\..*\n$/);
  expect(stderr).toMatch(
    /^\nThere is no login to Alexa for the profile "default" here\. .*npm run ask -- configure.*\n$/,
  );
});

it('deploy stops with one sentence if nobody has logged in to AWS', async () => {
  const { status, stdout, stderr } = await run(['deploy', '--yes'], fakeAskCli(LOGGED_IN, '', 0));
  expect(status).toBe(1);
  expect(stdout).toMatch(/^1 of 6: Checking who deploys\..*\n {2}At Alexa: Ana\.\n$/);
  expect(stderr).toMatch(/^\nThere are no credentials for AWS here: .*aws sso login.*\n$/);
});

it('deploy stops with one sentence if it cannot write to its folder', async () => {
  const file = join(mkdtempSync(join(home, 'here-')), 'build');
  writeFileSync(file, '');
  const { status, stderr } = await run(['deploy', '--yes'], fakeAskCli(LOGGED_IN, '', 0), file);
  expect(status).toBe(1);
  expect(stderr).toMatch(/^\n\S+build cannot be read or written here: .*run this again.*\n$/);
});

it('destroy stops with one sentence if nobody has logged in to AWS', async () => {
  const { status, stdout, stderr } = await run(['destroy'], fakeAskCli('', '', 1));
  expect({ status, stdout }).toEqual({ status: 1, stdout: '' });
  expect(stderr).toMatch(/^\nThere are no credentials for AWS here: /);
});

it('a setting that is wrong is reported before Alexa or AWS is asked anything', async () => {
  const { status, stdout, stderr } = await run(
    ['deploy', '-c', 'region=eu-central-1'],
    fakeAskCli(LOGGED_IN, '', 0),
  );
  expect({ status, stdout }).toEqual({ status: 2, stdout: '' });
  expect(stderr).toMatch(/^\nregion: expected one that Alexa can call/);
});

describe('an error that nobody foresaw', () => {
  /** Runs a command line that fails with this error as soon as it asks for the region. */
  async function runFailing(words: string[], error: unknown) {
    let stderr = '';
    const { dependencies } = fakeAmazon();
    const regionOfProfile = () => Promise.reject(error);
    const status = await runCommand(words, { ...dependencies, regionOfProfile }, (text) => {
      stderr += text;
    });
    return { status, stderr };
  }
  const error = Object.assign(new Error('connect failed.\nMore of it.'), { code: 'EPIPE' });

  it.each(['deploy', 'destroy'])('ends %s in one line with its message and its code', async (name) => {
    expect(await runFailing([name], error)).toEqual({
      status: 1,
      stderr: `\nnpm run ${name} failed: connect failed (EPIPE). Add --verbose to see where.\n`,
    });
  });

  it('shows its stack with --verbose', async () => {
    const { status, stderr } = await runFailing(['deploy', '--verbose'], error);
    expect(status).toBe(1);
    expect(stderr).toMatch(/^\nnpm run deploy failed: connect failed \(EPIPE\)\.\n/);
    expect(stderr).toContain('main.test.ts:');
  });
});

it('ask runs the ASK CLI, and ends with its output and its exit code', { timeout: 60_000 }, () => {
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    ['--import', import.meta.resolve('tsx'), 'infra/deploy/main.ts', 'ask', '--version'],
    {
      env: { PATH: '', HOME: home, npm_execpath: fakeAskCli('2.30.7\n', 'a warning\n', 3) },
      encoding: 'utf8',
    },
  );
  expect({ status, stdout, stderr }).toEqual({ status: 3, stdout: '2.30.7\n', stderr: 'a warning\n' });
});
