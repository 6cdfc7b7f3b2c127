/** The emulator of AWS: the one that EMULATOR_ENDPOINT names, or else moto's server (https://docs.getmoto.org). */
import { spawn } from 'node:child_process';
import { tmpdir } from 'node:os';
import { answersOn, freePort } from '../household/local-port.ts';
import type { Python } from './python.ts';

export type Emulator =
  | { readonly endpoint: string; readonly name: string; close(): void }
  | { readonly endpoint: null; readonly why: string };

/** Starts the emulator, or says why there is none. @throws Error if moto was started and does not answer */
export async function startEmulator(python: Python): Promise<Emulator> {
  const named = process.env.EMULATOR_ENDPOINT;
  if (named !== undefined) return { endpoint: named, name: `the emulator at ${named}`, close() {} };
  if (python.path === null) return { endpoint: null, why: python.why };
  const port = await freePort();
  const server = spawn(python.path, ['-m', 'moto.server', '-H', '127.0.0.1', '-p', String(port)], {
    stdio: 'ignore',
    // Python also looks for modules in its working directory.
    cwd: tmpdir(),
  });
  try {
    await answersOn(port, 'moto');
  } catch (error) {
    server.kill();
    throw error;
  }
  // The host name has to be localhost: moto then reads a template from its own S3. It would take the 127 of 127.0.0.1
  // for the name of a bucket.
  return { endpoint: `http://localhost:${port}`, name: `moto ${python.moto}`, close: () => server.kill() };
}

/**
 * The environment for programs that call the emulator, without the user's own profile, credentials or metadata service.
 */
export function environmentOf(endpoint: string): NodeJS.ProcessEnv {
  const ours = Object.entries(process.env).filter(([name]) => !/^(AWS|CDK)_/.test(name));
  return {
    ...Object.fromEntries(ours),
    AWS_ENDPOINT_URL: endpoint,
    AWS_REGION: 'us-east-1',
    AWS_ACCESS_KEY_ID: 'test',
    AWS_SECRET_ACCESS_KEY: 'test',
    AWS_CONFIG_FILE: '/dev/null',
    AWS_SHARED_CREDENTIALS_FILE: '/dev/null',
    AWS_EC2_METADATA_DISABLED: 'true',
  };
}
