/** Tools written in Python: those pinned here, from the index that pip is configured with, or those of this machine. */
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, renameSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** Exact versions, in one environment of their own. */
const PACKAGES = ['moto[server]==5.2.5', 'cfn-lint==1.58.0'];

const HOME = join(tmpdir(), 'our-check-in-emulator');
/** Named by what is in it: other versions get another. */
const ENVIRONMENT = join(HOME, PACKAGES.join('+').replaceAll(/[^\w.+-]+/g, '-'));

/** A Python that has the tools, and which versions they are; or why there is none. */
export type Python =
  | { readonly path: string; readonly moto: string; readonly cfnLint: string; readonly pinned: boolean }
  | { readonly path: null; readonly why: string };

export function pythonWithTools(): Python {
  const pinned = environment();
  const found = withTools(pinned ?? 'python3', pinned !== null);
  if (found !== null) return found;
  if (spawnSync('python3', ['--version']).status !== 0)
    return { path: null, why: 'there is no Python on this machine' };
  return {
    path: null,
    why: `${PACKAGES.join(' and ')} could not be had from the index that pip is configured with`,
  };
}

function withTools(path: string, pinned: boolean): Python | null {
  const versions =
    'import moto.server, cfnlint.runner\n' +
    'from importlib.metadata import version as of\n' +
    'print(of("moto"), of("cfn-lint"))';
  const { status, stdout } = spawnSync(path, ['-c', versions], { encoding: 'utf8', cwd: tmpdir() });
  if (status !== 0) return null;
  const [moto = '', cfnLint = ''] = stdout.trim().split(' ');
  return { path, moto, cfnLint, pinned };
}

/** The environment's own Python, made if it is not here yet; null when it cannot be made. */
function environment(): string | null {
  const python = join(ENVIRONMENT, 'bin', 'python');
  if (existsSync(python)) return python;
  mkdirSync(HOME, { recursive: true });
  // Its scripts would remember where it was made, but nothing of it is run but `python -c` and `python -m`.
  const aside = mkdtempSync(join(HOME, 'making-'));
  try {
    const made =
      spawnSync('python3', ['-m', 'venv', aside], { stdio: 'ignore' }).status === 0 &&
      spawnSync(
        join(aside, 'bin', 'python'),
        ['-m', 'pip', 'install', '--quiet', '--retries', '0', '--timeout', '15', ...PACKAGES],
        { stdio: 'ignore' },
      ).status === 0;
    if (!made) return null;
    renameSync(aside, ENVIRONMENT);
    return python;
  } finally {
    rmSync(aside, { recursive: true, force: true });
  }
}
