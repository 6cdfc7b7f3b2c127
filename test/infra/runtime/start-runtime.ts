/**
 * A stand-in for Lambda: one execution environment, in which a built asset runs in a process of its own, on any Node.js
 * binary, and gets its invocations through the runtime API.
 *
 * It does not imitate what only Amazon's machines have: the freeze between invocations, CPU in proportion to memory,
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
import { type NextInvocation, type RuntimeError, serveRuntimeApi } from './runtime-api.ts';

const BOOTSTRAP = fileURLToPath(new URL('bootstrap.mjs', import.meta.url));

/**
 * Seconds that a function may take to load ("Lambda execution environment lifecycle" in Amazon's documentation, init
 * phase).
 */
const INIT_SECONDS = 10;

/**
 * Both features are on by default in a newer Node.js. With them, an asset would load here that an older Node.js, or
 * Lambda, cannot load.
 */
const STRICT = ['--no-experimental-require-module', '--no-experimental-detect-module', '--no-warnings'];

export interface RuntimeOptions {
  /** The folder of the asset: its `index.js` exports `handler`. */
  readonly folder: string;
  /** The environment variables of the function. Those that Lambda reserves are added. */
  readonly environment: Readonly<Record<string, string>>;
  /** The path of the Node.js binary to run it on; by default the one that runs this. */
  readonly node?: string;
  /** Seconds after which an invocation is ended, together with the process. */
  readonly timeoutSeconds: number;
}

/** How an invocation ended. */
type Outcome =
  | { readonly ok: true; readonly response: unknown }
  | ({
      readonly ok: false;
      /** `init`: the handler could not be loaded. `invoke`: it threw, took too long, or ended the process. */
      readonly during: 'init' | 'invoke';
    } & RuntimeError);

export type Invocation = Outcome & {
  /** Whether a process was started for it. */
  readonly cold: boolean;
};

export interface Runtime {
  /**
   * Invokes the function with an event, which is passed as JSON. One invocation runs at a time, as in one execution
   * environment of Lambda: the next one waits. A failure of the function is in the result; the promise is rejected only
   * after `close`.
   */
  invoke(event: unknown): Promise<Invocation>;
  /** The lines that the function and its runtime have printed to stdout and stderr, oldest first. */
  logs(): readonly string[];
  /** The number of processes that were started: one for the first invocation, and one after each process that ended. */
  readonly coldStarts: number;
  /** Ends the process, and the invocation that is running. The lines that were printed can still be read. */
  close(): Promise<void>;
}

/** Starts an execution environment. Its process is started with the first invocation. */
export async function startRuntime(options: RuntimeOptions): Promise<Runtime> {
  const { folder, environment, node = process.execPath, timeoutSeconds } = options;
  const home = mkdtempSync(join(tmpdir(), 'our-check-in-runtime-'));
  const logFile = join(home, 'log');
  // A file instead of a pipe: what was printed before a response can be read as soon as the response is there.
  const log = openSync(logFile, 'a');
  const printed = () =>
    readFileSync(logFile, 'utf8')
      .split('\n')
      .filter((line) => line !== '');

  let running: ChildProcess | null = null;
  let loaded = false;
  let coldStarts = 0;
  let takeNext: ((invocation: NextInvocation) => void) | null = null;
  let current: { id: string; body: string; given: boolean; end(how: Outcome): void } | null = null;
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

  /** Gives the invocation to the process, if there is one and the process is ready. */
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

  function endIf(id: string, how: Outcome): void {
    if (current?.id !== id) return;
    clearTimeout(clock);
    const { end } = current;
    current = null;
    end(how);
  }

  /** Ends the process, and the invocation that it was started for or was running. */
  function stop(how: Outcome): void {
    running?.kill('SIGKILL');
    running = null;
    if (current !== null) endIf(current.id, how);
  }

  function died(how: string): void {
    running = null;
    clearTimeout(clock);
    // The process ended because of the invocation before. It was not given this one, so another process runs it.
    if (current !== null && loaded && !current.given) begin();
    else stop(failure(loaded ? 'invoke' : 'init', exit(`Runtime exited with error: ${how}`)));
  }

  async function invokeNow(event: unknown): Promise<Invocation> {
    if (closed !== null) throw new Error('the runtime is closed');
    const before = coldStarts;
    return new Promise((resolve) => {
      const end = (how: Outcome) => resolve({ ...how, cold: coldStarts > before });
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

const failure = (during: 'init' | 'invoke', { errorType, errorMessage }: RuntimeError): Outcome => ({
  ok: false,
  during,
  errorType,
  errorMessage,
});

const exit = (errorMessage: string): RuntimeError => ({ errorType: 'Runtime.ExitError', errorMessage });
