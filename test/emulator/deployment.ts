/** The project's own `cdk`, let loose on an emulator. */
import { execFile } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { environmentOf } from './emulator.ts';

const run = promisify(execFile);

/** Prepares the account of the emulator for the CDK: its bucket and its roles. */
export async function bootstrap(assembly: string, endpoint: string): Promise<void> {
  await cdk(['bootstrap', '--app', assembly], endpoint);
}

/**
 * Deploys, and says what the CLI said, and the outputs of the stack. Without a change set: moto forgets the outputs of a
 * stack that comes of one.
 * @throws Error with what the CLI said
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
