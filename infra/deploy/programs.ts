/** The programs that a deployment runs: the CDK CLI, which is installed with this project, and the ASK CLI. */
import { spawn } from 'node:child_process';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';

/** What a program printed and its exit code, which is null if the program could not be started or was killed. */
export interface ProgramResult {
  readonly status: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

export interface Programs {
  /**
   * Runs the CDK CLI in the terminal, where its output and its questions appear.
   *
   * @returns its exit code, null if it has none
   */
  cdk(args: readonly string[]): Promise<number | null>;
  /** Runs the ASK CLI and collects its output. `folder` is its project. */
  ask(args: readonly string[], folder: string): Promise<ProgramResult>;
  /**
   * Runs the ASK CLI in the terminal, where its output and its questions appear.
   *
   * @returns its exit code, null if it has none
   */
  askInteractive(args: readonly string[], folder: string): Promise<number | null>;
}

/**
 * The ASK CLI is downloaded when it is first needed, because it is over 200 MB and only a deployment uses it. Its
 * parser for Alexa Conversations accepts any newer version of `antlr4ts`, and with the newest one the ASK CLI does not
 * start. So that version is pinned as well.
 */
const ASK_PACKAGES = ['ask-cli@2.30.7', 'antlr4ts@0.5.0-alpha.4'];

const CDK = join(dirname(createRequire(import.meta.url).resolve('aws-cdk/package.json')), 'bin', 'cdk');

/** The real programs, run with an environment. */
export function realPrograms(environment: NodeJS.ProcessEnv): Programs {
  // `npm run` tells the path of npm's script. A program called `npm` need not be on the PATH, and on Windows it cannot
  // be spawned.
  const npm = environment.npm_execpath;
  const exec = ['exec', '--yes', ...ASK_PACKAGES.map((name) => `--package=${name}`), '--', 'ask'];
  const quiet = {
    ...environment,
    ASK_SKIP_NEW_VERSION_REMINDER: 'true',
    NO_UPDATE_NOTIFIER: '1',
    npm_config_update_notifier: 'false',
  };
  const ask = (args: readonly string[]): [string, string[]] =>
    npm === undefined ? ['npm', [...exec, ...args]] : [process.execPath, [npm, ...exec, ...args]];
  return {
    cdk: async (args) => (await run(process.execPath, [CDK, ...args], environment, null, 'seen')).status,
    ask: async (args, folder) => run(...ask(args), quiet, folder, 'read'),
    askInteractive: async (args, folder) => (await run(...ask(args), quiet, folder, 'seen')).status,
  };
}

function run(
  command: string,
  args: readonly string[],
  environment: NodeJS.ProcessEnv,
  folder: string | null,
  output: 'seen' | 'read',
): Promise<ProgramResult> {
  return new Promise((resolve) => {
    const child = spawn(command, args, {
      env: environment,
      ...(folder === null ? {} : { cwd: folder }),
      stdio: output === 'seen' ? 'inherit' : ['ignore', 'pipe', 'pipe'],
    });
    let stdout = '';
    let stderr = '';
    child.stdout?.setEncoding('utf8').on('data', (text: string) => {
      stdout += text;
    });
    child.stderr?.setEncoding('utf8').on('data', (text: string) => {
      stderr += text;
    });
    child.on('error', ({ message }) => resolve({ status: null, stdout, stderr: message }));
    child.on('close', (status) => resolve({ status, stdout, stderr }));
  });
}
