import { randomUUID } from 'node:crypto';
import type { ServerResponse } from 'node:http';
import type { SharedEcho } from '../device/shared-echo.ts';
import { SAFETY_HEADERS } from './access.ts';
import type { HelloMessage, ServerMessage } from './page/messages.ts';
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
   */
  open(outgoing: ServerResponse, wanted: string | null): void;
  /** The page with this connection; undefined if it is closed. */
  find(id: string): Connection | undefined;
  all(): Iterable<Connection>;
}

/** Milliseconds between two signs of life. A page that cannot be seen may have no timer that is as quick. */
const BEAT = 1000;

const ROOMS = ['living room', 'bedroom', 'study', 'garden', 'attic', 'hall', 'cellar', 'workshop'] as const;

const isRoom = (name: string): boolean =>
  ROOMS.some((room) => room === name) || /^room [1-9]\d{0,2}$/u.test(name);

/** Creates the list of open pages, which is empty at first. */
export function createConnections(
  shared: SharedEcho,
  household: WebHousehold,
  hello: Omit<HelloMessage, 'connection'>,
): Connections {
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
  const freeRoom = (): string => {
    const room = ROOMS.find(isFree);
    if (room !== undefined) return room;
    for (let number = ROOMS.length + 1; ; number += 1) if (isFree(`room ${number}`)) return `room ${number}`;
  };
  shared.watch(() => {
    for (const { device } of open.values()) device.tell();
  });
  return {
    find: (id) => open.get(id),
    all: () => open.values(),
    open: (outgoing, wanted) => {
      const name = wanted !== null && isRoom(wanted) && isFree(wanted) ? wanted : freeRoom();
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
    },
  };
}
