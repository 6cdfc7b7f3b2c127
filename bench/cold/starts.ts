/** Cold starts of several candidates, each in fresh processes, in turn, so that other load on the machine affects all alike. */
import { spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';

const CHILD = fileURLToPath(new URL('child.cjs', import.meta.url));

/** What one process took, in milliseconds. */
export interface Start {
  /** To load the code, and to answer the first request. */
  load: number;
  first: number;
  /** Of CPU for both, in all threads of the process. */
  cpu: number;
}

/** What is started: a folder with a handler, and a file with the event that it answers. */
export interface Launchable {
  name: string;
  folder: string;
  event: string;
  environment: Readonly<Record<string, string>>;
  /** What has to be done before each start. */
  before?: () => Promise<void>;
}

/** Starts one process. @throws Error if it answers nothing, or with an apology */
export function startOnce(node: string, { name, folder, event, environment }: Launchable): Promise<Start> {
  return new Promise((resolve, reject) => {
    let printed = '';
    const child = spawn(node, [CHILD, folder, event], {
      env: environment,
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    child.stdout.on('data', (chunk) => {
      printed += chunk;
    });
    let complaint = '';
    child.stderr.on('data', (chunk) => {
      complaint += chunk;
    });
    child.on('error', reject);
    child.on('close', () => {
      const [, measured] = /^@(.*)$/m.exec(printed) ?? [];
      if (measured === undefined) return reject(new Error(`${name}: no answer. ${complaint.slice(-1000)}`));
      const { failed, ...start } = JSON.parse(measured) as Start & { failed: boolean };
      // The skill apologises and closes if it cannot reach the table.
      if (failed) reject(new Error(`${name}: answered with an apology.`));
      else resolve(start);
    });
  });
}

/** Starts each of them several times, in turn. The first start of each fills the cache of the disk, and is not counted. */
export async function startsOf(node: string, all: readonly Launchable[], runs: number): Promise<Start[]> {
  const starts = all.map((): Start[] => []);
  for (let run = 0; run <= runs; run += 1)
    for (const [index, one] of all.entries()) {
      await one.before?.();
      const start = await startOnce(node, one);
      if (run > 0) starts[index]?.push(start);
    }
  return starts.map((those) => ({
    load: median(those.map(({ load }) => load)),
    first: median(those.map(({ first }) => first)),
    cpu: median(those.map(({ cpu }) => cpu)),
  }));
}

export function median(numbers: readonly number[]): number {
  const sorted = numbers.toSorted((one, two) => one - two);
  const middle = sorted.length / 2;
  const [low = Number.NaN, high = low] = sorted.slice(Math.ceil(middle) - 1, Math.floor(middle) + 1);
  return (low + high) / 2;
}
