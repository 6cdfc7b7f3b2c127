/** The asset as it is deployed, and what a test needs to ask it. */
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

/** Every Node.js to run on: those that test:runtime names, or the one at hand. */
export const nodes = (process.env.RUNTIME_NODES ?? process.execPath)
  .split(delimiter)
  .map((node) => ({ node, version: versionOf(node) }));

export interface Asset {
  /** A database with an empty table, as long as the tests of this file run. */
  readonly database: Database;
  /** Begins the asset on a Node.js, as deployed unless it is given another environment. */
  on(node: string, environment?: Record<string, string>): Promise<Runtime>;
}

/** Builds the asset once for the tests of a file, in a folder from which no other module can be reached. */
export function anAsset(): Asset {
  let home: string;
  let folder: string;
  let database: Database;
  const begun: Runtime[] = [];
  beforeAll(async () => {
    home = mkdtempSync(join(tmpdir(), 'our-check-in-asset-'));
    // Whatever lies above it: the asset says itself that it is CommonJS.
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

/** What was answered. @throws Error with the type and the message that the function ended with */
export function answered(invocation: Invocation): ResponseEnvelope {
  if (!invocation.ok)
    throw new Error(`${invocation.during}: ${invocation.errorType}: ${invocation.errorMessage}`);
  return invocation.response as ResponseEnvelope;
}

/** The asset as a skill that an Echo can be had with; Alexa's own services are out of reach, without a network. */
export const skillIn =
  (runtime: Runtime): Skill =>
  async (event) =>
    answered(await runtime.invoke(withoutServices(event as RequestEnvelope)));

/** The lines of the log as objects. @throws SyntaxError when one of them is not JSON */
export const logOf = (runtime: Runtime): Record<string, unknown>[] =>
  runtime.logs().map((line) => JSON.parse(line));
