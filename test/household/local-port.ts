/** Local ports, for servers that tests start. */
import { connect, createServer } from 'node:net';
import { setTimeout as wait } from 'node:timers/promises';

const START_SECONDS = 60;

/** Finds a free port on 127.0.0.1. @throws Error if there is none */
export async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  await new Promise((resolve) => server.close(resolve));
  if (address === null || typeof address === 'string') throw new Error('no free port on 127.0.0.1');
  return address.port;
}

/** Waits until something listens on a port. @throws Error, naming what should, if nothing does within a minute */
export async function answersOn(port: number, name: string): Promise<void> {
  for (let tries = 0; tries < START_SECONDS * 5; tries += 1) {
    const open = await new Promise<boolean>((resolve) => {
      const socket = connect(port, '127.0.0.1', () => {
        socket.end();
        resolve(true);
      });
      socket.on('error', () => resolve(false));
    });
    if (open) return;
    await wait(200);
  }
  throw new Error(`${name} did not answer on port ${port} within ${START_SECONDS} s`);
}
