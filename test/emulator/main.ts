/**
 * The stack without an account: `npm run test:emulator`.
 *
 * It synthesises the template once; holds it to cfn-lint; deploys it into an emulator of AWS; makes its table on Amazon's
 * DynamoDB Local; and on both lets the built asset hold a conversation, on a real Node.js 24. What a machine does not
 * offer is named in a line and counts as skipped.
 *
 * EMULATOR_ENDPOINT names an emulator that runs already, CFN_LINT a cfn-lint, DYNAMODB_LOCAL_DIR a DynamoDB Local.
 */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { SKILL_ID } from '../../simulator/cloud/identity.ts';
import { startAmazonDatabase } from '../household/amazon-database.ts';
import { nodeBinary } from '../infra/runtime/node-binaries.ts';
import { startEmulator } from './emulator.ts';
import { pythonWithTools } from './python.ts';

process.exitCode = await main();

async function main(): Promise<number> {
  const node = nodeBinary(24);
  if (node.path === null) {
    console.log(`Skipped: the stack without an account, because ${node.why}.`);
    return 0;
  }
  const folder = mkdtempSync(join(tmpdir(), 'our-check-in-assembly-'));
  const close: (() => void)[] = [() => rmSync(folder, { recursive: true, force: true })];
  try {
    if (!synthesised(folder)) return 1;
    const python = pythonWithTools();
    if (python.path !== null) console.log(`With moto ${python.moto} and cfn-lint ${python.cfnLint}.`);
    const environment: NodeJS.ProcessEnv = { ...process.env, ASSEMBLY: folder, NODE_24: node.path };

    const linter = process.env.CFN_LINT;
    if (linter !== undefined) environment.LINTER = JSON.stringify([linter]);
    else if (python.path !== null)
      environment.LINTER = JSON.stringify([python.path, '-c', 'from cfnlint.runner import main; main()']);
    else console.log(`Skipped: cfn-lint, because ${python.why}.`);

    const emulator = await startEmulator(python);
    if (emulator.endpoint === null)
      console.log(`Skipped: the stack on an emulator of AWS, because ${emulator.why}.`);
    else {
      close.push(emulator.close);
      environment.EMULATOR_ENDPOINT = emulator.endpoint;
    }

    const database = await startAmazonDatabase();
    if (database.endpoint === null)
      console.log(`Skipped: the table of the stack on DynamoDB Local, because ${database.why}.`);
    else {
      close.push(database.close);
      environment.DYNAMODB_ENDPOINT = database.endpoint;
    }

    const run = spawnSync('npx', ['vitest', 'run', 'test/emulator', ...process.argv.slice(2)], {
      stdio: 'inherit',
      env: environment,
    });
    return run.status ?? 1;
  } finally {
    for (const one of close.reverse()) one();
  }
}

/** With the skill id of the simulated Echo, which is the one that the function lets in. */
function synthesised(folder: string): boolean {
  const { status, stdout, stderr } = spawnSync(
    'npx',
    ['cdk', 'synth', '--quiet', '--no-notices', '--output', folder].concat(
      '-c',
      `skillId=${SKILL_ID}`,
      '-c',
      'region=us-east-1',
    ),
    { encoding: 'utf8' },
  );
  if (status !== 0) console.error(`The template could not be synthesised:\n${stdout}${stderr}`);
  return status === 0;
}
