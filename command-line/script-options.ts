/** How the scripts of package.json read their options: `--help` prints a page, and a wrong option is one line. */
import { type ParseArgsConfig, parseArgs } from 'node:util';

/** Options as `parseArgs` of Node.js takes them. */
export type Options = NonNullable<ParseArgsConfig['options']>;
type Parsed<T extends Options> = ReturnType<
  typeof parseArgs<{ options: T & { help: { type: 'boolean' } }; strict: true }>
>;

/**
 * The options of the command line of this process. Prints the page and ends the process if they ask for help. Ends it with
 * exit status 2 if one is unknown or lacks its value.
 *
 * @param help the page for `--help`
 * @param words whether words that are no option are taken too
 */
export function scriptOptions<const T extends Options>(help: string, options: T, words = false): Parsed<T> {
  const config = {
    options: { ...options, help: { type: 'boolean' } },
    strict: true,
    allowPositionals: words,
  } satisfies ParseArgsConfig;
  let parsed: Parsed<T>;
  try {
    parsed = parseArgs(config) as Parsed<T>;
  } catch (error) {
    return refuse(optionFault(error));
  }
  if ((parsed.values as { help?: boolean }).help === true) {
    console.log(help);
    process.exit(0);
  }
  return parsed;
}

/** Prints one line that says what is wrong with the command line, and ends the process with exit status 2. */
export function refuse(fault: string): never {
  console.error(`${fault}. See --help.`);
  process.exit(2);
}

/**
 * An option of the command line whose value is a whole number of 1 or more; undefined if it was not given. Any other value
 * ends the process as {@link refuse} does.
 */
export function wholeNumber(option: string, given: string | undefined): number | undefined {
  if (given === undefined) return undefined;
  if (!/^0*[1-9]\d{0,14}$/u.test(given)) return refuse(`${option} needs a whole number of 1 or more`);
  return Number(given);
}

/** One sentence, without its full stop, for what `parseArgs` of Node.js says of a wrong option. */
export function optionFault(error: unknown): string {
  const [sentence = ''] = error instanceof Error ? error.message.split('\n') : [];
  return sentence.replace(/\.? To specify.*$/u, '').replace(/\.$/u, '');
}
