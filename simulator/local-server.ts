import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';

/**
 * Starts listening on a free port of 127.0.0.1.
 *
 * @returns the port. Rejects if the server cannot listen.
 */
export const listen = (server: Server): Promise<number> =>
  new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(0, '127.0.0.1', () => resolve((server.address() as AddressInfo).port));
  });

/** Closes a server and every connection to it, including those that still wait for an answer. */
export const closeServer = (server: Server): Promise<void> =>
  new Promise((resolve) => {
    server.close(() => resolve());
    server.closeAllConnections();
  });
