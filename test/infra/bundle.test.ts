import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Metafile } from 'esbuild';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { bundleInto } from '../../infra/bundle.ts';

/**
 * Kilobytes. A cold start parses the whole bundle, and unpacks the content. Together they were 496 when this was written
 * (docs/performance.md).
 */
const LIMIT = 500;

let folder: string;
let metafile: Metafile;
let inputs: string[];

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'our-check-in-bundle-'));
  metafile = bundleInto(folder);
  inputs = Object.keys(metafile.inputs);
});

afterAll(() => rmSync(folder, { recursive: true, force: true }));

it('the bundle is one small file of code, and the content beside it', () => {
  expect(readdirSync(folder).sort()).toEqual(['hearing.br', 'index.js', 'package.json', 'spoken.br']);
  const sizes = readdirSync(folder).map((name) => statSync(join(folder, name)).size);
  expect(sizes.reduce((sum, size) => sum + size, 0) / 1000).toBeLessThan(LIMIT);
});

it('is the same each time it is built, so that nothing is deployed without a change', () => {
  const first = readFileSync(join(folder, 'index.js'), 'utf8');
  bundleInto(folder);
  expect(readFileSync(join(folder, 'index.js'), 'utf8')).toBe(first);
});

it('contains the skill and its dependencies, and no development dependency', () => {
  const { dependencies, devDependencies } = JSON.parse(readFileSync('package.json', 'utf8'));
  const packages = new Set(
    inputs.flatMap((path) => /.*node_modules\/((?:@[^/]+\/)?[^/]+)/.exec(path)?.[1] ?? []),
  );
  const ours = new Set(
    inputs.filter((path) => !path.includes('node_modules/')).map((path) => path.split('/')[0]),
  );

  expect([...ours]).toEqual(['lambda']);
  for (const name of Object.keys(devDependencies)) expect(packages).not.toContain(name);
  for (const name of ['@smithy/signature-v4', 'ask-sdk-core']) {
    expect(packages).toContain(name);
    expect(Object.keys(dependencies)).toContain(name);
  }
});

it('contains of the AWS SDK what signs and sends, and nothing else', () => {
  const aws = inputs.flatMap(
    (path) =>
      /node_modules\/((?:@aws-sdk|@smithy|aws-sdk|ask-sdk-dynamodb)[^/]*\/?[^/]*)\//.exec(path)?.[1] ?? [],
  );
  expect([...new Set(aws)].sort()).toEqual([
    '@smithy/core',
    '@smithy/node-http-handler',
    '@smithy/signature-v4',
    '@smithy/types',
  ]);
});

it('loads nothing at run time but modules of Node.js', () => {
  const outside = Object.values(metafile.outputs).flatMap((output) => output.imports.map(({ path }) => path));
  const code = readFileSync(join(folder, 'index.js'), 'utf8');
  expect(outside.filter((path) => /^[.@]|aws|smithy/.test(path))).toEqual([]);
  expect(code).not.toMatch(/[^.\w$]import\(/);
});
