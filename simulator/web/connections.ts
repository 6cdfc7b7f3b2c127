import { randomUUID } from 'node:crypto';
import type { ServerResponse } from 'node:http';
import type { SharedEcho } from '../device/shared-echo.ts';
import { SAFETY_HEADERS } from './access.ts';
import { type HelloMessage, MOST_TABS, type ServerMessage } from './page/messages.ts';
import { createWebDevice, type WebDevice } from './web-device.ts';
import type { WebHousehold } from './web-household.ts';

/** A page that is open, with its device. */
export interface Connection {
  readonly device: WebDevice;
  send(message: ServerMessage): void;
}

/** All pages that are open. */
export interface Connections {
  /**
   * Opens the stream of server-sent events for a page.
   *
   * @param wanted the name of the device that the page had before; another one if that is in use or not one of ours.
   * @returns false if as many pages are open as a browser can connect. Then nothing was answered.
   */
  open(outgoing: ServerResponse, wanted: string | null): boolean;
  /** The page with this connection; undefined if it is closed. */
  find(id: string): Connection | undefined;
  all(): Iterable<Connection>;
}

/** Milliseconds between two signs of life. A page that cannot be seen may have no timer that is as quick. */
const BEAT = 1000;

/** The names of the devices: one more than pages can be open, because the terminal may have one of them. */
const ROOMS = ['living room', 'bedroom', 'study', 'garden', 'attic', 'hall'] as const;

/**
 * Creates the list of open pages, which is empty at first.
 *
 * @param terminal the name of the terminal's device, which no page has.
 */
export function createConnections(
  shared: SharedEcho,
  household: WebHousehold,
  hello: Omit<HelloMessage, 'connection'>,
  terminal: string,
): Connections {
  // The Echo does not tell devices apart by the case of their names.
  const rooms: readonly string[] = ROOMS.filter((room) => room !== terminal.toLowerCase());
  const open = new Map<string, Connection>();
  const devices = new Map<string, WebDevice>();
  /** The page that shows a device now. */
  const senders = new Map<string, (message: ServerMessage) => void>();
  /** A page that comes back finds its device as it left it. */
  const deviceNamed = (name: string): WebDevice => {
    const known = devices.get(name);
    if (known !== undefined) return known;
    const device = createWebDevice(shared, name, household, (message) => senders.get(name)?.(message));
    devices.set(name, device);
    return device;
  };
  const isFree = (name: string) => [...open.values()].every(({ device }) => device.name !== name);
  shared.watch(() => {
    for (const { device } of open.values()) device.tell();
  });
  return {
    find: (id) => open.get(id),
    all: () => open.values(),
    open: (outgoing, wanted) => {
      const free = rooms.filter(isFree);
      const name = free.find((room) => room === wanted) ?? free[0];
      if (open.size >= MOST_TABS || name === undefined) return false;
      const id = randomUUID();
      outgoing.writeHead(200, { ...SAFETY_HEADERS, 'content-type': 'text/event-stream' });
      const send = (message: ServerMessage) => {
        outgoing.write(`data: ${JSON.stringify(message)}\n\n`);
      };
      const device = deviceNamed(name);
      senders.set(name, send);
      open.set(id, { device, send });
      const beat = setInterval(() => outgoing.write(': still here\n\n'), BEAT);
      outgoing.on('close', () => {
        clearInterval(beat);
        open.delete(id);
        if (senders.get(name) === send) senders.delete(name);
      });
      send({ ...hello, connection: id });
      device.tell(true);
      return true;
    },
  };
}
