/**
 * A server of Lambda's runtime API on 127.0.0.1: a runtime asks it for invocations, and reports responses and errors.
 */
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { text } from 'node:stream/consumers';
import { listen } from '../../../simulator/local-server.ts';

/** An error as a runtime reports it. */
export interface RuntimeError {
  readonly errorType: string;
  readonly errorMessage: string;
}

/** An invocation as the API returns it. */
export interface NextInvocation {
  /** The names as Amazon writes them. In HTTP their case does not matter. */
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
}

/** What to do for each call of the runtime. */
export interface RuntimeCalls {
  /** The runtime is ready. Resolves when there is an invocation for it. */
  next(): Promise<NextInvocation>;
  answered(requestId: string, response: unknown): void;
  failed(requestId: string, error: RuntimeError): void;
  initFailed(error: RuntimeError): void;
}

/**
 * Serves version 2018-06-01 of the API on 127.0.0.1 ("Using the Lambda runtime API for custom runtimes" in Amazon's
 * documentation).
 *
 * @returns `address`: host and port, in the form of the variable AWS_LAMBDA_RUNTIME_API
 */
export async function serveRuntimeApi(
  calls: RuntimeCalls,
): Promise<{ readonly address: string; close(): Promise<void> }> {
  const server = createServer((incoming, outgoing) => {
    answer(incoming, outgoing, calls).catch(() => outgoing.destroy());
  });
  const port = await listen(server);
  return {
    address: `127.0.0.1:${port}`,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

async function answer(incoming: IncomingMessage, outgoing: ServerResponse, calls: RuntimeCalls) {
  const asked = `${incoming.method} ${incoming.url}`;
  if (asked === 'GET /2018-06-01/runtime/invocation/next') {
    const { headers, body } = await calls.next();
    outgoing.writeHead(200, { ...headers, 'Content-Type': 'application/json' }).end(body);
    return;
  }
  const [, requestId, end] =
    /^POST \/2018-06-01\/runtime\/(?:invocation\/([^/]+)|init)\/(response|error)$/.exec(asked) ?? [];
  if (end === undefined || (end === 'response' && requestId === undefined)) {
    outgoing.writeHead(404).end();
    return;
  }
  const body: unknown = JSON.parse(await text(incoming));
  if (requestId === undefined) calls.initFailed(body as RuntimeError);
  else if (end === 'error') calls.failed(requestId, body as RuntimeError);
  else calls.answered(requestId, body);
  outgoing.writeHead(202, { 'Content-Type': 'application/json' }).end('{"status":"OK"}');
}
