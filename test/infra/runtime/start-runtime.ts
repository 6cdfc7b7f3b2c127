/**
 * A stand-in for Lambda: one execution environment, in which a built asset runs as it would there, in a process of
 * its own, on any Node.js, asked through the runtime API.
 *
 * It cannot tell what only Amazon's machines have: the freeze between invocations, the CPU that comes with the memory,
 * roles, and the network.
 */
import { type ChildProcess, spawn } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { closeSync, mkdtempSync, openSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { headersOf, reserved } from './lambda-environment.ts';
import { type Offered, type Reported, serveRuntimeApi } from './runtime-api.ts';

const BOOTSTRAP = fileURLToPath(new URL('bootstrap.mjs', import.meta.url));

/** Seconds that Lambda gives a function on demand to load ("Lambda execution environment lifecycle", init phase). */
const INIT_SECONDS = 10;

/** Both are on by default in a newer Node.js, and would let pass what an older one, or Lambda, cannot load. */
const STRICT = ['--no-experimental-require-module', '--no-experimental-detect-module', '--no-warnings'];

export interface RuntimeOptions {
  /** The folder of the asset: its `index.js` exports `handler`. */
  readonly folder: string;
  /** What the function is given. The variables that Lambda reserves are added. */
  readonly environment: Readonly<Record<string, string>>;
  /** The binary of the Node.js to run it on; otherwise the one at hand. */
  readonly node?: string;
  /** Seconds after which an invocation, and the process with it, is ended. */
  readonly timeoutSeconds: number;
}

/** How an invocation ended. */
type Ended =
  | { readonly ok: true; readonly response: unknown }
  | ({
      readonly ok: false;
      /** `init`: the handler could not be loaded. `invoke`: it threw, came too late, or took the process with it. */
      readonly during: 'init' | 'invoke';
    } & Reported);

export type Invocation = Ended & {
  /** Whether a process was begun for it. */
  readonly cold: boolean;
};

export interface Runtime {
  /**
   * Invokes the function with an event, through JSON. One at a time, as in one environment of Lambda: another call
   * waits. What the function does wrong is in the answer; it rejects only after `close`.
   */
  invoke(event: unknown): Promise<Invocation>;
  /** Every line that the function and its runtime have printed, to stdout and stderr, oldest first. */
  logs(): readonly string[];
  /** How many processes have been begun: one with the first invocation, another after each that died. */
  readonly coldStarts: number;
  /** Ends the process, and an invocation that is under way with it. What was printed stays. */
  close(): Promise<void>;
}

/** Begins an environment. The process begins with the first invocation. */
export async function startRuntime(options: RuntimeOptions): Promise<Runtime> {
  const { folder, environment, node = process.execPath, timeoutSeconds } = options;
  const home = mkdtempSync(join(tmpdir(), 'our-check-in-runtime-'));
  const logFile = join(home, 'log');
  // A file, and no pipe: what was printed before an answer is there when the answer is.
  const log = openSync(logFile, 'a');
  const printed = () =>
    readFileSync(logFile, 'utf8')
      .split('\n')
      .filter((line) => line !== '');

  let running: ChildProcess | null = null;
  let loaded = false;
  let coldStarts = 0;
  let takeNext: ((offered: Offered) => void) | null = null;
  let current: { id: string; body: string; given: boolean; end(how: Ended): void } | null = null;
  let clock: NodeJS.Timeout | undefined;
  let last: Promise<unknown> = Promise.resolve();
  let closed: readonly string[] | null = null;

  const api = await serveRuntimeApi({
    next() {
      loaded = true;
      clearTimeout(clock);
      return new Promise((resolve) => {
        takeNext = resolve;
        give();
      });
    },
    answered: (id, response) => endIf(id, { ok: true, response }),
    failed: (id, error) => endIf(id, failure('invoke', error)),
    initFailed: (error) => stop(failure('init', error)),
  });

  function begin(): void {
    coldStarts += 1;
    loaded = false;
    takeNext = null;
    const child = spawn(node, [...STRICT, BOOTSTRAP], {
      cwd: folder,
      env: { ...environment, ...reserved(folder, api.address) },
      stdio: ['ignore', log, log],
    });
    running = child;
    child.once('error', (error) => stop(failure('init', exit(error.message))));
    child.once('exit', (code, signal) => {
      if (running === child) died(String(code === null ? signal : `exit status ${code}`));
    });
    limit(INIT_SECONDS, 'init');
  }

  /** Hands the invocation to the process, when both are there. */
  function give(): void {
    if (current === null || takeNext === null) return;
    current.given = true;
    limit(timeoutSeconds, 'invoke');
    takeNext({ headers: headersOf(current.id, Date.now() + timeoutSeconds * 1000), body: current.body });
    takeNext = null;
  }

  function limit(seconds: number, during: 'init' | 'invoke'): void {
    clearTimeout(clock);
    clock = setTimeout(() => {
      const errorMessage = `Task timed out after ${seconds.toFixed(2)} seconds`;
      stop(failure(during, { errorType: 'Sandbox.Timedout', errorMessage }));
    }, seconds * 1000);
  }

  function endIf(id: string, how: Ended): void {
    if (current?.id !== id) return;
    clearTimeout(clock);
    const { end } = current;
    current = null;
    end(how);
  }

  /** Ends the process, and the invocation that it was begun for or had. */
  function stop(how: Ended): void {
    running?.kill('SIGKILL');
    running = null;
    if (current !== null) endIf(current.id, how);
  }

  function died(how: string): void {
    running = null;
    clearTimeout(clock);
    // It was dying of the invocation before: this one has not been given to it.
    if (current !== null && loaded && !current.given) begin();
    else stop(failure(loaded ? 'invoke' : 'init', exit(`Runtime exited with error: ${how}`)));
  }

  async function invokeNow(event: unknown): Promise<Invocation> {
    if (closed !== null) throw new Error('the runtime is closed');
    const before = coldStarts;
    return new Promise((resolve) => {
      const end = (how: Ended) => resolve({ ...how, cold: coldStarts > before });
      current = { id: randomUUID(), body: JSON.stringify(event ?? null), given: false, end };
      if (running === null) begin();
      else give();
    });
  }

  return {
    invoke(event) {
      const invocation = last.then(() => invokeNow(event));
      last = invocation.catch(() => {});
      return invocation;
    },
    logs: () => closed ?? printed(),
    get coldStarts() {
      return coldStarts;
    },
    async close() {
      if (closed !== null) return;
      const child = running;
      const gone = child === null ? null : once(child, 'exit');
      stop(failure('invoke', exit('the runtime was closed')));
      clearTimeout(clock);
      await gone;
      await api.close();
      closed = printed();
      closeSync(log);
      rmSync(home, { recursive: true, force: true });
    },
  };
}

const failure = (during: 'init' | 'invoke', { errorType, errorMessage }: Reported): Ended => ({
  ok: false,
  during,
  errorType,
  errorMessage,
});

const exit = (errorMessage: string): Reported => ({ errorType: 'Runtime.ExitError', errorMessage });
