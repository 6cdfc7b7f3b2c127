import { unexpectedError } from '../../command-line/unexpected-error.ts';
import { packageFaults } from './package-faults.ts';
import { packageFiles, writePackage } from './package-files.ts';
import { HELP, type Parameters, ParametersError, readParameters } from './parameters.ts';

/** Prints to standard output and to standard error. */
export interface Output {
  out(text: string): void;
  err(text: string): void;
}

/**
 * Builds, checks and writes the package for a command line. Nothing is written if the command line or the package has a
 * fault. An error that is not expected is printed as one line, with its stack only with `--verbose`.
 *
 * @returns the exit code: 0 for success, 2 if the command line is wrong, 1 for any other failure
 */
export function runPackage(
  args: readonly string[],
  environment: Readonly<Record<string, string | undefined>>,
  output: Output,
): number {
  try {
    return packageFor(args, environment, output);
  } catch (error) {
    output.err(unexpectedError('npm run package', error, args.includes('--verbose')));
    return 1;
  }
}

function packageFor(
  args: readonly string[],
  environment: Readonly<Record<string, string | undefined>>,
  { out, err }: Output,
): number {
  let parameters: Parameters;
  try {
    parameters = readParameters(args, environment);
  } catch (error) {
    if (!(error instanceof ParametersError)) throw error;
    for (const sentence of error.sentences) err(`${sentence}\n`);
    return 2;
  }
  if (parameters.help) {
    out(HELP);
    return 0;
  }
  const files = packageFiles(parameters.deployment);
  const faults = packageFaults(files);
  if (faults.length > 0) {
    err('The package has faults, and was not written:\n');
    for (const fault of faults) err(`  ${fault}\n`);
    return 1;
  }
  try {
    writePackage(parameters.out, files);
  } catch (cause) {
    err(`${parameters.out} cannot be written: ${cause instanceof Error ? cause.message : String(cause)}.\n`);
    return 1;
  }
  out(`${parameters.out} has no faults, and contains:\n`);
  for (const path of files.keys()) out(`  ${path}\n`);
  if (parameters.examples.length > 0) out('Not to be published:\n');
  for (const example of parameters.examples) out(`  ${example}\n`);
  return 0;
}
