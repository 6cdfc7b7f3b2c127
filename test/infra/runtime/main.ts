/**
 * `npm run test:runtime`: runs the built asset, and not the sources, on real Node.js 20, 22 and 24, through a stand-in
 * for Lambda. It prints the size of the asset and the versions that it ran on.
 *
 * The binaries are downloaded from npm once, into the temporary folder of the machine. A version that cannot be
 * downloaded is skipped, and a line says so. If there is none, the asset runs on the Node.js that runs this script.
 */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import type { Metafile } from 'esbuild';
import { bundleInto } from '../../../infra/bundle.ts';
import { vitestWords } from '../../vitest-words.ts';
import { MAJORS, nodeBinary } from './node-binaries.ts';

const LARGEST = 8;

const { words } = vitestWords(
  `npm run test:runtime

Runs the built asset on Node.js 20, 22 and 24, which it downloads once, and prints the size of the asset.`,
  {},
);
process.exitCode = main();

function main(): number {
  const folder = mkdtempSync(join(tmpdir(), 'our-check-in-asset-'));
  try {
    for (const line of sizes(bundleInto(folder))) console.log(line);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
  const nodes: string[] = [];
  for (const major of MAJORS) {
    const binary = nodeBinary(major);
    if (binary.path === null) console.log(`Skipped: the asset on Node.js ${major}, because ${binary.why}.`);
    else {
      console.log(`The asset runs on Node.js ${binary.version}.`);
      nodes.push(binary.path);
    }
  }
  if (nodes.length === 0) {
    console.log(`The asset runs only on Node.js ${process.versions.node}, which runs this script.`);
    nodes.push(process.execPath);
  }
  const run = spawnSync('npx', ['vitest', 'run', 'test/infra/runtime', ...words], {
    stdio: 'inherit',
    env: { ...process.env, RUNTIME_NODES: nodes.join(delimiter) },
  });
  return run.status ?? 1;
}

/** Lines with the size of the asset and of its largest parts, which are packages and folders of the skill. */
function sizes({ outputs }: Metafile): string[] {
  const parts = new Map<string, number>();
  let whole = 0;
  for (const { bytes, inputs } of Object.values(outputs)) {
    whole += bytes;
    for (const [path, { bytesInOutput }] of Object.entries(inputs)) {
      const [, name = path.split('/').slice(0, 2).join('/')] =
        /.*node_modules\/((?:@[^/]+\/)?[^/]+)/.exec(path) ?? [];
      parts.set(name, (parts.get(name) ?? 0) + bytesInOutput);
    }
  }
  const largest = [...parts].sort(([, a], [, b]) => b - a).slice(0, LARGEST);
  const kilobytes = (bytes: number): string => `${Math.round(bytes / 1000)} KB`;
  return [
    `The asset is ${kilobytes(whole)}, in ${parts.size} parts. The largest:`,
    ...largest.map(([name, bytes]) => `  ${kilobytes(bytes).padStart(7)}  ${name}`),
  ];
}
