/** The page with a scripted skill, and a page that asks it: each request as it is sent by whoever a test plays. */
import { type IncomingHttpHeaders, type OutgoingHttpHeaders, request } from 'node:http';
import { NO_USE } from '../../../simulator/database/database-meter.ts';
import { createCallLog } from '../../../simulator/device/call-log.ts';
import type { EchoOptions } from '../../../simulator/device/echo-options.ts';
import { shareEcho } from '../../../simulator/device/shared-echo.ts';
import type { DeviceMessage, PageAction, ServerMessage } from '../../../simulator/web/page/messages.ts';
import { startWeb, type Web } from '../../../simulator/web/start-web.ts';
import { echoWith, model, type Script, scripted } from '../scripted-skill.ts';

export const DATABASE = {
  endpoint: '',
  items: async () => [],
  take: () => NO_USE,
  fail: () => {},
  close: async () => {},
};

export interface Served extends Web {
  readonly port: number;
  readonly token: string;
}

/** How the page is served: in memory, for a speaker in the kitchen, unless these say otherwise. */
export interface ServeOptions extends Partial<EchoOptions> {
  readonly data?: string;
  readonly onError?: (error: unknown) => void;
}

/** Serves the page, with a skill that answers from a script. */
export async function serve(
  script: Script,
  { data = 'memory', onError = () => {}, ...options }: ServeOptions = {},
): Promise<Served> {
  const calls = createCallLog();
  const { echo } = echoWith(script, { ...options, observer: calls.observer });
  const { handler } = scripted(script);
  const web = await startWeb({
    ...{ echo: shareEcho(echo), calls, handler, model, data, onError },
    ...{ database: DATABASE, locale: 'en-US', noElicit: false, deviceId: options.deviceId ?? 'kitchen' },
  });
  const [, port = '', token = ''] = /:(\d+)\/#([0-9a-f]+)$/u.exec(web.address) ?? [];
  return { ...web, port: Number(port), token };
}

export interface Answer {
  readonly status: number;
  readonly headers: IncomingHttpHeaders;
  readonly body: string;
}

/** Sends a request with exactly these headers besides the Host. */
export function ask(
  { port }: Pick<Served, 'port'>,
  path: string,
  {
    method = 'GET',
    headers = {},
    body = '',
  }: { method?: string; headers?: OutgoingHttpHeaders; body?: string } = {},
): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const outgoing = request(
      { host: '127.0.0.1', port, path, method, headers: { host: `127.0.0.1:${port}`, ...headers } },
      (incoming) => {
        let text = '';
        incoming.setEncoding('utf8');
        incoming.on('data', (part: string) => {
          text += part;
        });
        incoming.on('end', () =>
          resolve({ status: incoming.statusCode ?? 0, headers: incoming.headers, body: text }),
        );
      },
    );
    outgoing.on('error', reject);
    outgoing.end(body);
  });
}

/** A page that is open. */
export interface OpenPage {
  /** Everything that it was told, in order. */
  readonly told: readonly ServerMessage[];
  /** Its device, as it was last told. */
  device(): DeviceMessage;
  /** Does something after this many seconds of what plays were heard. */
  act(action: PageAction, seconds?: number): Promise<Answer>;
  get(path: string): Promise<Answer>;
  close(): void;
}

/** Opens a page, as a tab of a browser does. */
export function openPage(served: Served, wanted?: string): Promise<OpenPage> {
  const { port, token } = served;
  const authorization = `Bearer ${token}`;
  const told: ServerMessage[] = [];
  const connectionOf = () => {
    const hello = told.find((message) => message.type === 'hello');
    return hello?.connection ?? '';
  };
  const device = () => {
    const last = told.findLast((message) => message.type === 'device');
    if (last === undefined) throw new Error('The page was told of no device.');
    return last;
  };
  return new Promise((resolve, reject) => {
    const path = `/echo/events${wanted === undefined ? '' : `?device=${encodeURIComponent(wanted)}`}`;
    const headers = { host: `127.0.0.1:${port}`, authorization };
    const stream = request({ host: '127.0.0.1', port, path, headers }, (incoming) => {
      if (incoming.statusCode !== 200) {
        reject(new Error(`The page was refused: ${incoming.statusCode}.`));
        stream.destroy();
        return;
      }
      let text = '';
      let isOpen = false;
      incoming.setEncoding('utf8');
      incoming.on('error', () => {});
      incoming.on('data', (part: string) => {
        text += part;
        const events = text.split('\n\n');
        text = events.pop() ?? '';
        for (const event of events) if (event.startsWith('data: ')) told.push(JSON.parse(event.slice(6)));
        if (isOpen || !told.some(({ type }) => type === 'device')) return;
        isOpen = true;
        resolve({
          told,
          device,
          get: (where) =>
            ask(served, `${where}?connection=${connectionOf()}`, { headers: { authorization } }),
          close: () => stream.destroy(),
          act: async (action, seconds) => {
            const { turn } = device();
            const before = told.length;
            const heard = seconds === undefined || turn === null ? null : { turn: turn.id, seconds };
            const answer = await ask(served, '/echo/act', {
              method: 'POST',
              headers: {
                ...{ authorization, origin: `http://127.0.0.1:${port}` },
                'content-type': 'application/json',
              },
              body: JSON.stringify({ connection: connectionOf(), heard, action }),
            });
            // The stream is another connection than that of the answer. Whatever is done, but for time that passes, is
            // told by a message about the device.
            const isTold = () => told.slice(before).some(({ type }) => type === 'device');
            for (let turns = 0; turns < (action.do === 'advance' ? 20 : 2000) && !isTold(); turns += 1)
              await new Promise((done) => setImmediate(done));
            return answer;
          },
        });
      });
    });
    stream.on('error', (error) => (told.length === 0 ? reject(error) : undefined));
    stream.end();
  });
}
