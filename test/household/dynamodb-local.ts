/** Runs the store's contract against Amazon's DynamoDB Local: `npm run test:dynamodb-local`. */
import { spawnSync } from 'node:child_process';
import { vitestWords } from '../vitest-words.ts';
import { startAmazonDatabase } from './amazon-database.ts';

const { words } = vitestWords(
  `npm run test:dynamodb-local

Tests the store of the skill against Amazon's DynamoDB Local. It needs Java; without it the tests are skipped.`,
  {},
);
process.exitCode = await main();

async function main(): Promise<number> {
  const database = await startAmazonDatabase();
  if (database.endpoint === null) {
    console.log(`Skipped: the store's contract on DynamoDB Local, because ${database.why}.`);
    return 0;
  }
  try {
    const run = spawnSync('npx', ['vitest', 'run', 'test/household/dynamo-store.test.ts', ...words], {
      stdio: 'inherit',
      env: { ...process.env, DYNAMODB_ENDPOINT: database.endpoint },
    });
    return run.status ?? 1;
  } finally {
    database.close();
  }
}
