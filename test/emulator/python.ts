/**
 * The Python tools that the tests need, in exact versions. If the machine has these versions, they are used. Otherwise
 * they are installed with pip into a virtual environment of their own. If that fails, the machine's other versions are
 * used.
 */
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, renameSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** The versions that the tests were written with. */
const MOTO = '5.2.1';
const CFN_LINT = '1.51.0';
const PACKAGES = [`moto[server]==${MOTO}`, `cfn-lint==${CFN_LINT}`];

const HOME = join(tmpdir(), 'our-check-in-emulator');
/** The virtual environment. Other versions get another one. */
const ENVIRONMENT = join(HOME, `moto-${MOTO}-cfn-lint-${CFN_LINT}`);

interface Tools {
  readonly path: string;
  readonly moto: string;
  readonly cfnLint: string;
}

/** A Python interpreter that has the tools, or the reason why there is none. */
export type Python = Tools | { readonly path: null; readonly why: string };

/** Finds the tools, or installs them. */
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
    why: `${PACKAGES.join(' and ')} could not be installed with pip`,
  };
}

function toolsOf(path: string): Tools | null {
  const versions =
    'import moto.server, cfnlint.runner\n' +
    'from importlib.metadata import version as of\n' +
    'print(of("moto"), of("cfn-lint"))';
  // Python also looks for modules in its working directory.
  const { status, stdout } = spawnSync(path, ['-c', versions], { encoding: 'utf8', cwd: tmpdir() });
  if (status !== 0) return null;
  const [moto = '', cfnLint = ''] = stdout.trim().split(' ');
  return { path, moto, cfnLint };
}

/**
 * The Python interpreter of the virtual environment, which is created if it does not exist; null if it cannot be
 * created.
 */
function environment(): string | null {
  const python = join(ENVIRONMENT, 'bin', 'python');
  if (existsSync(python)) return python;
  mkdirSync(HOME, { recursive: true });
  // It is created in another folder and then renamed, so that it is complete or absent. Its scripts contain the first
  // path, but only `python -c` and `python -m` are run.
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
