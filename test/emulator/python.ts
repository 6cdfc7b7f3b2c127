/**
 * Tools written in Python, in exact versions: those of this machine where they are the same, or from the index that pip
 * is configured with, in an environment of their own; or else those of this machine in another version.
 */
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, renameSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** Those that these tests were written with. */
const MOTO = '5.2.1';
const CFN_LINT = '1.51.0';
const PACKAGES = [`moto[server]==${MOTO}`, `cfn-lint==${CFN_LINT}`];

const HOME = join(tmpdir(), 'our-check-in-emulator');
/** Other versions get another environment. */
const ENVIRONMENT = join(HOME, `moto-${MOTO}-cfn-lint-${CFN_LINT}`);

interface Tools {
  readonly path: string;
  readonly moto: string;
  readonly cfnLint: string;
}

/** A Python that has the tools, or why there is none. */
export type Python = Tools | { readonly path: null; readonly why: string };

export function pythonWithTools(): Python {
  const ofThisMachine = toolsOf('python3');
  if (ofThisMachine?.moto === MOTO && ofThisMachine.cfnLint === CFN_LINT) return ofThisMachine;
  const path = environment();
  const found = (path === null ? null : toolsOf(path)) ?? ofThisMachine;
  if (found !== null) return found;
  if (spawnSync('python3', ['--version']).status !== 0)
    return { path: null, why: 'there is no Python on this machine' };
  return {
    path: null,
    why: `${PACKAGES.join(' and ')} could not be had from the index that pip is configured with`,
  };
}

function toolsOf(path: string): Tools | null {
  const versions =
    'import moto.server, cfnlint.runner\n' +
    'from importlib.metadata import version as of\n' +
    'print(of("moto"), of("cfn-lint"))';
  // Python looks for modules in the folder that it is started in.
  const { status, stdout } = spawnSync(path, ['-c', versions], { encoding: 'utf8', cwd: tmpdir() });
  if (status !== 0) return null;
  const [moto = '', cfnLint = ''] = stdout.trim().split(' ');
  return { path, moto, cfnLint };
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
