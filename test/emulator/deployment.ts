/** Runs the project's own `cdk` against an emulator. */
import { execFile } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { toPrepare } from '../../infra/deploy/deploy.ts';
import { environmentOf } from './emulator.ts';

const run = promisify(execFile);

/**
 * Creates the bucket and the roles of the CDK in the emulator, as `npm run deploy` does.
 *
 * @throws Error with the output of the CLI
 */
export async function bootstrap(account: string, region: string, endpoint: string): Promise<void> {
  await cdk(toPrepare({ account, region }), endpoint);
}

/**
 * Deploys without a change set, because moto loses the outputs of a stack that was deployed with one.
 *
 * @returns the output of the CLI, and the outputs of the stack
 * @throws Error with the output of the CLI
 */
export async function deploy(
  assembly: string,
  endpoint: string,
): Promise<{ said: string; outputs: Record<string, string> }> {
  const file = join(assembly, 'outputs.json');
  const said = await cdk(
    [
      'deploy',
      '--app',
      assembly,
      '--method',
      'direct',
      '--require-approval',
      'never',
      '--outputs-file',
      file,
    ],
    endpoint,
  );
  return { said, outputs: JSON.parse(readFileSync(file, 'utf8')).OurCheckIn ?? {} };
}

async function cdk(words: string[], endpoint: string): Promise<string> {
  const { stdout, stderr } = await run('npx', ['cdk', ...words, '--no-notices', '--no-color', '--ci'], {
    env: environmentOf(endpoint),
  });
  return stdout + stderr;
}
