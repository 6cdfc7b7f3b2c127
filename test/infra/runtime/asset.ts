/** Builds the asset as it is deployed, and runs it for tests. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import type { RequestEnvelope, ResponseEnvelope } from 'ask-sdk-model';
import { afterAll, beforeAll } from 'vitest';
import { bundleInto } from '../../../infra/bundle.ts';
import { TIMEOUT_SECONDS } from '../../../infra/skill-function.ts';
import type { Skill } from '../../../lambda/alexa/skill.ts';
import { type Database, startDatabase } from '../../../simulator/database/database.ts';
import { asDeployed } from './as-deployed.ts';
import { versionOf } from './node-binaries.ts';
import { type Invocation, type Runtime, startRuntime } from './start-runtime.ts';
import { withoutServices } from './without-services.ts';

const { RUNTIME_NODES } = process.env;

/**
 * The Node.js binaries to run the asset on: those that `npm run test:runtime` names, or else the one that runs the
 * tests.
 */
export const nodes = (RUNTIME_NODES ?? process.execPath)
  .split(delimiter)
  .map((node) => ({ node, version: versionOf(node) }));

/** True in `npm test`, which skips what is exhaustive and takes seconds. */
export const quick = RUNTIME_NODES === undefined;
/** Says in the title of a test why it is skipped. */
export const whySkipped = quick ? ' (skipped: npm run test:runtime runs it)' : '';

export interface Asset {
  /** A database with an empty table. It is closed after the tests of the file. */
  readonly database: Database;
  /** Starts the asset on a Node.js binary. It is closed after the tests of the file. */
  on(node: string, environment?: Record<string, string>): Promise<Runtime>;
}

/** Builds the asset once for the tests of a file, in a folder from which it cannot load any other module. */
export function anAsset(): Asset {
  let home: string;
  let folder: string;
  let database: Database;
  const begun: Runtime[] = [];
  beforeAll(async () => {
    home = mkdtempSync(join(tmpdir(), 'our-check-in-asset-'));
    // The folder above says ES module, so the asset itself has to say that it is CommonJS.
    writeFileSync(join(home, 'package.json'), '{"type":"module"}');
    folder = join(home, 'asset');
    bundleInto(folder);
    database = await startDatabase('memory');
  });
  afterAll(async () => {
    await Promise.all(begun.map((runtime) => runtime.close()));
    await database.close();
    rmSync(home, { recursive: true, force: true });
  });
  return {
    get database() {
      return database;
    },
    async on(node, environment = asDeployed(database.endpoint)) {
      const runtime = await startRuntime({ node, folder, environment, timeoutSeconds: TIMEOUT_SECONDS });
      begun.push(runtime);
      return runtime;
    },
  };
}

/** The response of an invocation. @throws Error with the type and message of the error, if it failed */
export function answered(invocation: Invocation): ResponseEnvelope {
  if (!invocation.ok)
    throw new Error(`${invocation.during}: ${invocation.errorType}: ${invocation.errorMessage}`);
  return invocation.response as ResponseEnvelope;
}

/** The asset as a skill for the test's Echo. Alexa's own services cannot be reached, and no network is needed. */
export const skillIn =
  (runtime: Runtime): Skill =>
  async (event) =>
    answered(await runtime.invoke(withoutServices(event as RequestEnvelope)));

/** The log lines as objects. @throws SyntaxError if one of them is not JSON */
export const logOf = (runtime: Runtime): Record<string, unknown>[] =>
  runtime.logs().map((line) => JSON.parse(line));
