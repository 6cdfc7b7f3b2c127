import { randomUUID } from 'node:crypto';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { InteractionModel } from '../../interaction-models/interaction-model.ts';
import { invocationNameOf, spokenName } from '../../interaction-models/model-facts.ts';
import type { SkillHandler } from '../cloud/lambda-handler.ts';
import type { Database } from '../database/database.ts';
import type { CallLog } from '../device/call-log.ts';
import type { SharedEcho } from '../device/shared-echo.ts';
import { closeServer, listen, newSecret } from '../local-server.ts';
import {
  hasToken,
  refusalOf,
  SAFETY_HEADERS,
  SCREEN_FILE_HEADERS,
  SCREEN_FILES,
  SCREEN_HEADERS,
  tokenIn,
} from './access.ts';
import { hashOf, openAddressFile } from './address-file.ts';
import { type Connections, createConnections } from './connections.ts';
import { createConversationRecorder, transcriptOf } from './conversation-recorder.ts';
import { insightOf } from './insight.ts';
import { type PageRequest, TOO_MANY_TABS } from './page/messages.ts';
import { buildPage, type PageFiles, SCREEN_PAGE } from './page-files.ts';
import { readPageRequest } from './page-request.ts';
import type { WebHousehold } from './web-household.ts';

/** What the page needs. */
export interface WebOptions {
  readonly echo: SharedEcho;
  readonly calls: CallLog;
  readonly handler: SkillHandler;
  readonly model: InteractionModel;
  readonly database: Database;
  readonly locale: string;
  readonly noElicit: boolean;
  /** The name of the terminal's device. */
  readonly deviceId: string;
  /** The data folder, or `memory`. */
  readonly data: string;
  /** Takes what made an answer to the page fail. The page is told only that it failed. */
  readonly onError: (error: unknown) => void;
}

/** The page, while it is served. */
export interface Web {
  /** The address of the page. The part after the # is a secret of this run, which browsers send to no server. */
  readonly address: string;
  /** Stops serving it, and closes every connection. */
  close(): Promise<void>;
}

/**
 * Serves the Echo as a page on 127.0.0.1, to whoever has its address and to nobody else. Rejects if it cannot listen, or if
 * its address cannot be stored in the data folder; then it listens no more.
 */
export async function startWeb(options: WebOptions): Promise<Web> {
  const token = newSecret();
  const file = openAddressFile(options.data);
  const household: WebHousehold = { speed: 1, recorder: null };
  const hello = {
    type: 'hello',
    run: randomUUID(),
    invocation: `start ${spokenName(invocationNameOf(options.model))}`,
    locale: options.locale,
  } as const;
  const connections = createConnections(options.echo, household, hello, options.deviceId);
  const served = {
    ...options,
    token,
    household,
    connections,
    lastToken: file.last?.token ?? null,
    began: Date.now(),
  };
  const server = createServer();
  const port = await listenAgain(server, file.last?.port ?? null);
  server.on('request', (incoming: IncomingMessage, outgoing: ServerResponse) => {
    answer(served, port, incoming, outgoing).catch((error: unknown) => {
      options.onError(error);
      if (outgoing.headersSent) outgoing.destroy();
      else say(outgoing, 500, 'That did not work. Try it again.');
    });
  });
  try {
    file.save(port, token);
  } catch (error) {
    await closeServer(server);
    throw error;
  }
  return { address: `http://127.0.0.1:${port}/#${token}`, close: () => closeServer(server) };
}

/** Listens on the port of the last run, so that a page that is still open finds it; if it is taken, on a free one. */
async function listenAgain(server: Server, last: number | null): Promise<number> {
  if (last === null) return listen(server);
  return listen(server, last).catch(() => listen(server));
}

interface Served extends WebOptions {
  readonly token: string;
  readonly household: WebHousehold;
  readonly connections: Connections;
  /** The hash of the token of the run before. */
  readonly lastToken: string | null;
  /** When this run began, in milliseconds. */
  readonly began: number;
}

/** How long after the start a page of the run before is let in. It tries again every four seconds. */
const REJOIN_MINUTES = 10;

let page: Promise<PageFiles> | undefined;

async function answer(
  served: Served,
  port: number,
  incoming: IncomingMessage,
  outgoing: ServerResponse,
): Promise<void> {
  const { method = '', headers } = incoming;
  const [path = '', query = ''] = (incoming.url ?? '').split('?', 2);
  const refusal = refusalOf({ method, path, headers, port });
  if (refusal !== null) return refuse(incoming, outgoing, refusal.status, refusal.sentence);
  if (method === 'GET' && !path.startsWith('/echo/')) {
    page ??= buildPage().catch((error: unknown) => {
      page = undefined;
      throw error;
    });
    const file = (await page).get(path);
    if (file === undefined) return say(outgoing, 404, 'There is no such page.');
    outgoing.writeHead(200, { ...headersOf(path), 'content-type': file.type }).end(file.body);
    return;
  }
  // A page of the run before is let in with the token of that run, while it can still be looking for this one. That may be
  // more than one page, so the token of the last run opens this one as often as it is shown, until then.
  if (method === 'POST' && path === '/echo/rejoin') {
    const isInTime = Date.now() - served.began < REJOIN_MINUTES * 60_000;
    const known = isInTime && served.lastToken === hashOf(tokenIn(headers));
    incoming.resume();
    return known ? tell(outgoing, { token: served.token }) : say(outgoing, 401, WRONG_TOKEN);
  }
  if (!hasToken(headers, served.token)) return refuse(incoming, outgoing, 401, WRONG_TOKEN);
  const route = `${method} ${path}`;
  if (route === 'GET /echo/events') {
    const isOpen = served.connections.open(outgoing, new URLSearchParams(query).get('device'));
    return isOpen ? undefined : refuse(incoming, outgoing, 409, TOO_MANY_TABS);
  }
  if (route === 'GET /echo/insight') return insight(served, new URLSearchParams(query), outgoing);
  if (route === 'GET /echo/transcript') return transcript(served, new URLSearchParams(query), outgoing);
  if (route !== 'POST /echo/act') return refuse(incoming, outgoing, 404, 'There is no such page.');
  const read = await readPageRequest(incoming);
  if ('status' in read) return refuse(incoming, outgoing, read.status, read.sentence);
  return act(served, read, outgoing);
}

function headersOf(path: string): Readonly<Record<string, string>> {
  if (path === SCREEN_PAGE) return SCREEN_HEADERS;
  return SCREEN_FILES.some((file) => file === path) ? SCREEN_FILE_HEADERS : SAFETY_HEADERS;
}

const WRONG_TOKEN = 'This Echo was started again: open the address that it prints.';
const CLOSED = 'This page is not connected.';

async function act(served: Served, { connection, heard, action }: PageRequest, outgoing: ServerResponse) {
  const { household, connections } = served;
  const here = connections.find(connection);
  if (here === undefined) return say(outgoing, 409, CLOSED);
  if (action.do === 'speed') household.speed = action.speed;
  if (action.do === 'record')
    household.recorder = household.recorder === null ? createConversationRecorder() : null;
  const done = await here.device.act(heard, action);
  if (action.do === 'reset' && done) {
    served.calls.clear();
    for (const { device, send } of connections.all()) {
      device.forget();
      send({ type: 'reset' });
    }
  }
  outgoing.writeHead(204, SAFETY_HEADERS).end();
}

const MIXED_KINDS =
  'A transcript has one kind of Echo, and more than one was used: record again, with speakers or screens alone.';

async function insight(served: Served, query: URLSearchParams, outgoing: ServerResponse) {
  const device = served.connections.find(query.get('connection') ?? '')?.device;
  if (device === undefined) return say(outgoing, 409, CLOSED);
  const { calls, model, database } = served;
  const { state } = device.view();
  const around = { model, state, violations: device.violations(), items: await database.items() };
  tell(outgoing, insightOf(calls.last(device.name), around));
}

/** The recorded conversation as a transcript. The recording goes on. */
async function transcript(served: Served, query: URLSearchParams, outgoing: ServerResponse) {
  const { echo, household, connections, ...stage } = served;
  const device = connections.find(query.get('connection') ?? '')?.device;
  if (device === undefined) return say(outgoing, 409, CLOSED);
  const lines = household.recorder?.lines() ?? [];
  const [kind, another] = household.recorder?.kinds() ?? [];
  if (kind === undefined || lines.length === 0) return say(outgoing, 409, 'Nothing was recorded yet.');
  if (another !== undefined) return say(outgoing, 409, MIXED_KINDS);
  const text = await echo.alone(() => transcriptOf(lines, { ...stage, kind }));
  outgoing.writeHead(200, { ...SAFETY_HEADERS, 'content-type': 'text/plain; charset=utf-8' }).end(text);
}

const tell = (outgoing: ServerResponse, value: unknown): void => {
  outgoing
    .writeHead(200, { ...SAFETY_HEADERS, 'content-type': 'application/json; charset=utf-8' })
    .end(JSON.stringify(value));
};

const say = (outgoing: ServerResponse, status: number, sentence: string): void => {
  outgoing
    .writeHead(status, { ...SAFETY_HEADERS, 'content-type': 'text/plain; charset=utf-8' })
    .end(`${sentence}\n`);
};

function refuse(incoming: IncomingMessage, outgoing: ServerResponse, status: number, sentence: string): void {
  // What is still being sent is not waited for.
  incoming.resume();
  outgoing.setHeader('connection', 'close');
  say(outgoing, status, sentence);
}
