/**
 * `npm run bench:cold-start`: measures a cold start of the asset and of a handler that does nothing.
 *
 * A cold start is the time from an invocation to its response if a process has to be started for it. It includes the
 * start of Node.js, loading the code, and the first request: a launch that reads the table once. It does not include
 * Lambda's own work before Node.js starts, TLS, and the network to the table. The two are measured alternately, so that
 * other load on the machine affects both alike. Only their ratio can be compared between machines; the milliseconds
 * cannot.
 */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { arch, platform, tmpdir } from 'node:os';
import { join } from 'node:path';
import type { RequestEnvelope } from 'ask-sdk-model';
import { bundleInto } from '../infra/bundle.ts';
import { TIMEOUT_SECONDS } from '../infra/skill-function.ts';
import { startDatabase } from '../simulator/database/database.ts';
import { anEnvelope } from '../test/alexa/envelopes.ts';
import { asDeployed } from '../test/infra/runtime/as-deployed.ts';
import { nodeBinary, versionOf } from '../test/infra/runtime/node-binaries.ts';
import { startRuntime } from '../test/infra/runtime/start-runtime.ts';
import { withoutServices } from '../test/infra/runtime/without-services.ts';

const EMPTY = 'exports.handler = async () => ({ version: "1.0", response: {} });\n';
const RUNS = 20;

const runs = Number(process.argv[2] ?? RUNS);
if (!Number.isInteger(runs) || runs < 1)
  throw new Error(`the number of runs: expected a whole number, 1 or more, found ${process.argv[2]}`);

const home = mkdtempSync(join(tmpdir(), 'our-check-in-bench-'));
const database = await startDatabase('memory');
try {
  await measure();
} finally {
  await database.close();
  rmSync(home, { recursive: true, force: true });
}

async function measure(): Promise<void> {
  // The version that the asset is deployed on, if it can be downloaded.
  const node = nodeBinary(24).path ?? process.execPath;
  const asset = join(home, 'asset');
  bundleInto(asset);
  const empty = mkdtempSync(join(home, 'empty-'));
  writeFileSync(join(empty, 'index.js'), EMPTY);
  writeFileSync(join(empty, 'package.json'), '{"type":"commonjs"}\n');

  // The first run of each fills the cache of the disk, and is not counted.
  const times: { empty: Start[]; asset: Start[] } = { empty: [], asset: [] };
  for (let run = 0; run <= runs; run += 1)
    for (const [name, folder] of [['empty', empty] as const, ['asset', asset] as const]) {
      const start = await startOf(node, folder, run);
      if (run > 0) times[name].push(start);
    }

  const cold = { empty: median(times.empty, 'cold'), asset: median(times.asset, 'cold') };
  console.log(`$ npm run bench:cold-start -- ${runs}`);
  console.log(
    `Node.js ${versionOf(node)}, ${platform()} ${arch()}, ${runs} starts of each, alternately; medians.`,
  );
  console.log('                     cold start   next request');
  console.log(`  an empty handler ${cells(cold.empty, median(times.empty, 'warm'))}`);
  console.log(`  the asset        ${cells(cold.asset, median(times.asset, 'warm'))}`);
  console.log(`  ratio            ${(cold.asset / cold.empty).toFixed(2).padStart(9)}`);
}

/** Milliseconds until the first response of a process, and until its second. */
interface Start {
  readonly cold: number;
  readonly warm: number;
}

/** Measures one process. @throws Error if an invocation fails, or if more than one process was started */
async function startOf(node: string, folder: string, run: number): Promise<Start> {
  const environment = asDeployed(database.endpoint);
  const runtime = await startRuntime({ node, folder, environment, timeoutSeconds: TIMEOUT_SECONDS });
  const timed = async (): Promise<number> => {
    const begun = performance.now();
    const invocation = await runtime.invoke(launch(run));
    if (!invocation.ok) throw new Error(`${invocation.errorType}: ${invocation.errorMessage}`);
    return performance.now() - begun;
  };
  try {
    const start = { cold: await timed(), warm: await timed() };
    if (runtime.coldStarts !== 1) throw new Error(`expected one process, found ${runtime.coldStarts}`);
    return start;
  } finally {
    await runtime.close();
  }
}

/** A launch by a new user. Alexa's own services cannot be reached. */
function launch(run: number): RequestEnvelope {
  return withoutServices(
    anEnvelope({
      request: {
        type: 'LaunchRequest',
        requestId: `request-${run}`,
        timestamp: new Date().toISOString(),
        locale: 'en-US',
      },
      session: { id: `session-${run}`, isNew: true, attributes: {} },
      user: `bench-${run}`,
      device: 'kitchen',
    }),
  );
}

function median(starts: readonly Start[], which: keyof Start): number {
  const sorted = starts.map((start) => start[which]).sort((a, b) => a - b);
  const middle = sorted.length / 2;
  const [low = 0, high = low] = sorted.slice(Math.ceil(middle) - 1, Math.floor(middle) + 1);
  return (low + high) / 2;
}

function cells(...milliseconds: number[]): string {
  return milliseconds.map((one) => `${one.toFixed(1)} ms`.padStart(12)).join('   ');
}
