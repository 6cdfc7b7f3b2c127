/** The options of a script that runs some of the tests: its own, and what it gives on to Vitest. */
import { type Options, scriptOptions } from '../command-line/script-options.ts';

const OF_VITEST = {
  testNamePattern: { type: 'string', short: 't' },
  reporter: { type: 'string', multiple: true },
  outputFile: { type: 'string' },
  bail: { type: 'string' },
} as const;

const HELP_OF_VITEST = `
What else goes to Vitest: a part of the name of a file, -t PATTERN (a part of the name of a test), --reporter NAME,
--outputFile FILE, --bail N.`;

/**
 * The values of the script's own options, and the words of the command line that Vitest is given. Prints help, or refuses
 * a wrong option, as {@link scriptOptions} does.
 *
 * @param help the page of the script, without what goes to Vitest
 */
export function vitestWords<const T extends Options>(help: string, own: T) {
  const { values, positionals } = scriptOptions(`${help}\n${HELP_OF_VITEST}`, { ...own, ...OF_VITEST }, true);
  const given: Readonly<Record<string, unknown>> = values;
  const options = Object.keys(OF_VITEST).flatMap((name) =>
    [given[name] ?? []].flat().map((value) => `--${name}=${value}`),
  );
  return { values, words: [...positionals, ...options] };
}
