import type { Interface } from 'node:readline';

/** What came first: a line, the end of the input, or the end of the wait. */
export type NextLine =
  | { readonly kind: 'line'; readonly line: string }
  | { readonly kind: 'end' }
  | { readonly kind: 'late' };

/** The lines of an input in their order, for a reader that takes one at a time. */
export interface LineQueue {
  /**
   * Waits for the next line.
   *
   * @param timeout milliseconds after which the result is `late`; without it there is no limit.
   */
  next(timeout?: number): Promise<NextLine>;
}

/**
 * Starts to collect the lines of a readline interface.
 *
 * @param isTaken is asked about each line, and takes those that are for somebody else.
 */
export function queueLines(lines: Interface, isTaken: (line: string) => boolean = () => false): LineQueue {
  const waiting: string[] = [];
  let ended = false;
  let wake = () => {};
  lines.on('line', (line) => {
    if (isTaken(line)) return;
    waiting.push(line);
    wake();
  });
  lines.on('close', () => {
    ended = true;
    wake();
  });
  const ready = (): NextLine | null => {
    const line = waiting.shift();
    if (line !== undefined) return { kind: 'line', line };
    return ended ? { kind: 'end' } : null;
  };
  return {
    next: (timeout) =>
      new Promise((resolve) => {
        const now = ready();
        if (now !== null) {
          resolve(now);
          return;
        }
        const timer = timeout === undefined ? undefined : setTimeout(() => settle({ kind: 'late' }), timeout);
        const settle = (next: NextLine) => {
          clearTimeout(timer);
          wake = () => {};
          resolve(next);
        };
        wake = () => {
          const next = ready();
          if (next !== null) settle(next);
        };
      }),
  };
}
