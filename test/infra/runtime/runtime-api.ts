/** Lambda's runtime API on loopback: what a runtime asks for and reports, over HTTP. */
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { text } from 'node:stream/consumers';
import { listen } from '../../../simulator/local-server.ts';

/** An error as a runtime reports it. */
export interface Reported {
  readonly errorType: string;
  readonly errorMessage: string;
}

export interface Offered {
  /** Names as Amazon writes them; HTTP does not mind the case. */
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
}

/** What is done with each call of the runtime. */
export interface RuntimeCalls {
  /** It is ready; the call is answered when there is an invocation for it. */
  next(): Promise<Offered>;
  answered(requestId: string, response: unknown): void;
  failed(requestId: string, error: Reported): void;
  initFailed(error: Reported): void;
}

/**
 * Serves the API, version 2018-06-01, on 127.0.0.1: "Using the Lambda runtime API for custom runtimes" in Amazon's
 * documentation.
 *
 * @returns `address`, host and port as AWS_LAMBDA_RUNTIME_API holds them
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
  if (requestId === undefined) calls.initFailed(body as Reported);
  else if (end === 'error') calls.failed(requestId, body as Reported);
  else calls.answered(requestId, body);
  outgoing.writeHead(202, { 'Content-Type': 'application/json' }).end('{"status":"OK"}');
}
