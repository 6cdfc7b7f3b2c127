import { randomBytes, timingSafeEqual } from 'node:crypto';
import type { IncomingMessage, RequestListener, Server, ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { reasonOf } from './simulator-error.ts';

/**
 * Starts listening on 127.0.0.1.
 *
 * @param port a free one if it is 0.
 * @returns the port. Rejects if the server cannot listen.
 */
export const listen = (server: Server, port = 0): Promise<number> =>
  new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, '127.0.0.1', () => resolve((server.address() as AddressInfo).port));
  });

/** Closes a server and every connection to it, including those that still wait for an answer. */
export const closeServer = (server: Server): Promise<void> =>
  new Promise((resolve) => {
    server.close(() => resolve());
    server.closeAllConnections();
  });

/** A secret of this run, as the first part of a path. */
export const newSecret = (): string => randomBytes(16).toString('hex');

/**
 * Keeps web pages away from a server. A request is refused before anything of it is read if it has an Origin, as those
 * of a page in a browser have, preflight included; or if it is for another Host, as it is if a page has a name of its
 * own point to this machine.
 *
 * @param secret the first part that the path of every other request has to have, if it is given. The server sees the
 *   path without it.
 */
export function guard(server: Server, secret?: string): void {
  const listeners = server.listeners('request') as RequestListener[];
  server.removeAllListeners('request');
  server.on('request', (incoming: IncomingMessage, outgoing: ServerResponse) => {
    const path = isOurs(incoming) ? pathWithout(secret, incoming.url ?? '') : null;
    if (path === null) return refuse(incoming, outgoing);
    incoming.url = path;
    for (const listener of listeners) listener.call(server, incoming as never, outgoing as never);
  });
}

function isOurs({ headers, socket }: IncomingMessage): boolean {
  return headers.origin === undefined && headers.host === `127.0.0.1:${socket.localPort}`;
}

/** The path after the secret; null if it does not begin with the secret. */
function pathWithout(secret: string | undefined, url: string): string | null {
  if (secret === undefined) return url;
  const [, given = '', rest = ''] = /^\/([^/?]*)(.*)$/u.exec(url) ?? [];
  const [one, other] = [Buffer.from(given), Buffer.from(secret)];
  if (one.length !== other.length || !timingSafeEqual(one, other)) return null;
  return rest.startsWith('/') ? rest : `/${rest}`;
}

function refuse(incoming: IncomingMessage, outgoing: ServerResponse): void {
  // What is still being sent is not waited for.
  incoming.resume();
  outgoing.writeHead(403, { 'content-type': 'application/x-amz-json-1.0', connection: 'close' });
  outgoing.end(
    JSON.stringify({
      __type: 'AccessDeniedException',
      message: 'Only the skill of this run is answered here.',
    }),
  );
}

/**
 * Answers a request on which the server itself failed with the status 500.
 *
 * @returns one sentence about it; null if nobody waits for an answer, because the client gave
 *   up or the server is closing, or if an answer has begun.
 */
export function answerFailure(
  incoming: IncomingMessage,
  outgoing: ServerResponse,
  error: unknown,
): string | null {
  if (incoming.socket.destroyed || outgoing.headersSent) {
    outgoing.destroy();
    return null;
  }
  const message = `The simulator failed on ${incoming.method} ${incoming.url}: ${reasonOf(error)}.`;
  outgoing.writeHead(500, { 'content-type': 'application/json' }).end(JSON.stringify({ message }));
  return `${message} The skill got the status 500.`;
}
