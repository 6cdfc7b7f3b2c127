import type { Interface } from 'node:readline';

/** What came first: a line, the end of the input, or the end of the patience. */
export type NextLine =
  | { readonly kind: 'line'; readonly line: string }
  | { readonly kind: 'end' }
  | { readonly kind: 'late' };

/** Lines in the order they were typed, to be waited for one at a time. */
export interface LineQueue {
  /** The next line. @param patience milliseconds to wait for it; for ever when left out. */
  next(patience?: number): Promise<NextLine>;
}

/** Collects the lines of a readline interface from now on. */
export function queueLines(lines: Interface): LineQueue {
  const waiting: string[] = [];
  let ended = false;
  let wake = () => {};
  lines.on('line', (line) => {
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
    next: (patience) =>
      new Promise((resolve) => {
        const now = ready();
        if (now !== null) {
          resolve(now);
          return;
        }
        const timer =
          patience === undefined ? undefined : setTimeout(() => settle({ kind: 'late' }), patience);
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
