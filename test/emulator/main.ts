/**
 * `npm run test:emulator`: checks and deploys the stack without an account.
 *
 * It synthesises the template once, checks it with cfn-lint, deploys it into an emulator of AWS, and creates its table
 * on Amazon's DynamoDB Local. On both databases the built asset runs a conversation, on a real Node.js 24. A line names
 * what this machine lacks, and the tests that need it are skipped.
 *
 * These variables are optional: EMULATOR_ENDPOINT is the address of an emulator that is running, CFN_LINT the path of
 * cfn-lint, DYNAMODB_LOCAL_DIR the folder of DynamoDB Local.
 */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { SKILL_ID } from '../../simulator/cloud/identity.ts';
import { startAmazonDatabase } from '../household/amazon-database.ts';
import { nodeBinary } from '../infra/runtime/node-binaries.ts';
import { vitestWords } from '../vitest-words.ts';
import { startEmulator } from './emulator.ts';
import { pythonWithTools } from './python.ts';

const { words } = vitestWords(
  `npm run test:emulator

Checks the template, deploys it into an emulator of AWS, and runs a conversation on it. What this machine lacks is skipped.

Variables: EMULATOR_ENDPOINT (the address of an emulator that is running), CFN_LINT (the path of cfn-lint),
DYNAMODB_LOCAL_DIR (the folder of DynamoDB Local)`,
  {},
);
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
    if (python.path !== null) console.log(`Using moto ${python.moto} and cfn-lint ${python.cfnLint}.`);
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

    const run = spawnSync('npx', ['vitest', 'run', 'test/emulator', ...words], {
      stdio: 'inherit',
      env: environment,
    });
    return run.status ?? 1;
  } finally {
    for (const one of close.reverse()) one();
  }
}

/** Synthesises the template with the skill id of the simulated Echo. Returns false if that fails. */
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
