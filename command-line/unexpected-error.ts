/**
 * Text for an error that a command did not expect: one line, and below it the stack if that is asked for.
 *
 * @param command what failed, such as `npm run deploy`
 * @param verbose whether the stack is shown, and that of each cause
 */
export function unexpectedError(command: string, error: unknown, verbose: boolean): string {
  const line = `${command} failed: ${[messageOf(error), codeOf(error)].filter(Boolean).join(' ')}.`;
  if (!verbose) return `${line} Add --verbose to see where.\n`;
  return `${[line, ...stacksOf(error)].join('\n')}\n`;
}

/** The first line of its message, without a full stop. An error without one, as of several addresses, has its first cause's. */
function messageOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  const [line = ''] = error.message.trim().split('\n');
  if (line !== '') return line.replace(/[.:]$/u, '');
  const [first] = error instanceof AggregateError ? error.errors : [];
  return first === undefined ? error.name : messageOf(first);
}

/** Its code, or else its name if that tells more than that it is an error, in brackets; otherwise empty. */
function codeOf(error: unknown): string {
  if (!(error instanceof Error)) return '';
  const code = 'code' in error && error.code !== undefined ? String(error.code) : error.name;
  return code === 'Error' || messageOf(error).includes(code) ? '' : `(${code})`;
}

function stacksOf(error: unknown): string[] {
  if (!(error instanceof Error)) return [];
  const { stack = '', cause } = error;
  if (cause === undefined) return [stack];
  return [stack, 'Caused by:', ...(cause instanceof Error ? stacksOf(cause) : [String(cause)])];
}
