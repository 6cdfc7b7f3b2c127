import { unexpectedError } from '../../command-line/unexpected-error.ts';
import type { Dependencies } from './dependencies.ts';
import { deploy } from './deploy.ts';
import { DeployError } from './deploy-error.ts';
import { destroy } from './destroy.ts';
import { DEPLOY_HELP, DESTROY_HELP } from './help.ts';
import { type Command, readOptions } from './options.ts';

const COMMANDS = {
  deploy: { run: deploy, help: DEPLOY_HELP },
  destroy: { run: destroy, help: DESTROY_HELP },
};

/**
 * Runs a command line: `deploy`, `destroy`, or `ask` (the ASK CLI in the version that the other two use), with their
 * arguments. An error that a person can do something about is printed as sentences; any other as one line, with its stack
 * only with `--verbose`.
 *
 * @param printError prints a text to standard error
 * @returns the exit code: 0 for success, 2 if the options or the settings are wrong, 1 for any other failure; for
 *   `ask` the exit code of the ASK CLI
 */
export async function runCommand(
  [name, ...args]: readonly string[],
  dependencies: Dependencies,
  printError: (text: string) => void,
): Promise<number> {
  if (name === 'ask') return (await dependencies.programs.askInteractive(args, '.')) ?? 1;
  const typed: Command = name === 'destroy' ? 'destroy' : 'deploy';
  const { run, help } = COMMANDS[typed];
  try {
    const options = readOptions(typed, args, dependencies.environment);
    if (options.help) dependencies.say(help);
    else await run(options, dependencies);
    return 0;
  } catch (error) {
    const deployError = error instanceof DeployError ? error : fileErrorOf(error);
    if (deployError === null) {
      printError(`\n${unexpectedError(`npm run ${typed}`, error, args.includes('--verbose'))}`);
      return 1;
    }
    printError(`\n${deployError.message}\n`);
    return deployError.code === 'settings' ? 2 : 1;
  }
}

/** The error to show if a file could not be read or written. Returns null for any other error. */
function fileErrorOf(cause: unknown): DeployError | null {
  if (!(cause instanceof Error && 'syscall' in cause && 'path' in cause)) return null;
  return new DeployError(
    'failed',
    `${cause.path} cannot be read or written here: ${cause.message}. Correct that, and run this again: what is in ` +
      'place is kept.',
    { cause },
  );
}
