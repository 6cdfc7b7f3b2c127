import { chmod, mkdir, readdir } from 'node:fs/promises';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import type { CreateTableCommandInput } from '@aws-sdk/client-dynamodb';
import dynalite from 'dynalite';
import { asArray, isRecord, type JsonRecord } from '../json-value.ts';
import { closeServer, guard, listen, newSecret } from '../local-server.ts';
import { reasonOf, SimulatorError } from '../simulator-error.ts';
import type { DatabaseMeter } from './database-meter.ts';
import { type DatabaseAddress, startDatabaseProxy } from './database-proxy.ts';

/** The name of the skill's table. */
export const TABLE_NAME = 'our-check-in';

/** The keys and the billing mode of the table. */
export const TABLE_LAYOUT: Pick<
  CreateTableCommandInput,
  'AttributeDefinitions' | 'KeySchema' | 'BillingMode'
> = {
  AttributeDefinitions: [
    { AttributeName: 'pk', AttributeType: 'S' },
    { AttributeName: 'sk', AttributeType: 'S' },
  ],
  KeySchema: [
    { AttributeName: 'pk', KeyType: 'HASH' },
    { AttributeName: 'sk', KeyType: 'RANGE' },
  ],
  BillingMode: 'PAY_PER_REQUEST',
};

/** A running database, with its meter. */
export interface Database extends DatabaseMeter {
  /** The URL for the skill's client. It contains a secret: nobody else is answered. */
  readonly endpoint: string;
  /** All that is stored, each item as DynamoDB writes it. It is not counted as a use of the database. */
  items(): Promise<JsonRecord[]>;
  /** Closes the data and every socket, so that the process can end. */
  close(): Promise<void>;
}

/**
 * Starts a DynamoDB-compatible database with the skill's table, behind a proxy on 127.0.0.1 that counts requests. Data
 * on disk survives the end of the process, even if the process is killed. Only its owner can read it.
 *
 * @param data the folder for the data, created if it does not exist; or `memory`.
 * @throws {SimulatorError} `database-in-use` if another process uses the folder; `database-failed` if the database
 *   cannot be opened or its table cannot be created.
 */
export async function startDatabase(data: string): Promise<Database> {
  const path = data === 'memory' ? undefined : join(data, 'dynamodb');
  const release = path === undefined ? async () => {} : await takeFolder(data, path);
  const server = dynalite({ ...(path === undefined ? {} : { path }), createTableMs: 0 });
  const secret = newSecret();
  server.prependListener('request', answerWhatThrows);
  guard(server, secret);
  const address = { port: await listen(server), secret };
  try {
    await createTable(address);
    const proxy = await startDatabaseProxy(address);
    return {
      ...proxy,
      items: async () => {
        const { Items: items } = await call(address, 'Scan', { TableName: TABLE_NAME });
        return asArray(items).filter(isRecord);
      },
      close: async () => {
        await proxy.close();
        await closeServer(server);
        await release();
      },
    };
  } catch (error) {
    await closeServer(server);
    await release();
    throw error;
  }
}

const MALFORMED = JSON.stringify({ __type: 'com.amazon.coral.service#SerializationException' });

/**
 * Dynalite throws on some malformed requests, such as a null instead of a value, and nobody can catch that error: when it
 * has read a request to its end. Such a request is answered as malformed.
 */
function answerWhatThrows(incoming: IncomingMessage, outgoing: ServerResponse): void {
  const emit = incoming.emit.bind(incoming);
  incoming.emit = (event: string | symbol, ...args: unknown[]) => {
    if (event !== 'end') return emit(event, ...args);
    try {
      return emit(event, ...args);
    } catch {
      outgoing.writeHead(400, { 'content-type': 'application/x-amz-json-1.0' }).end(MALFORMED);
      return true;
    }
  };
}

/** The part of the `level` package that is used here. It is a dependency of dynalite. */
interface LevelStore {
  open(): Promise<void>;
  close(): Promise<void>;
}
interface LevelPackage {
  readonly Level: new (path: string) => LevelStore;
}

/**
 * Takes a data folder for this process, and opens and closes its LevelDB store once. If the store is locked or unusable,
 * dynalite itself would throw where nobody can catch it. A second, empty store is the lock: it stays open all the time,
 * so that of two processes that start together only one comes to open the first. Its lock is the operating system's,
 * which releases it whatever ends the process.
 *
 * @returns a function that releases the folder.
 */
async function takeFolder(data: string, path: string): Promise<() => Promise<void>> {
  const here = createRequire(import.meta.url);
  const { Level } = createRequire(here.resolve('dynalite'))('level') as LevelPackage;
  let lock: LevelStore | undefined;
  try {
    lock = await opened(Level, join(data, 'lock'));
    await (await opened(Level, path)).close();
    for (const file of await readdir(path)) await chmod(join(path, file), 0o600);
    const { close } = lock;
    return close.bind(lock);
  } catch (error) {
    await lock?.close();
    const cause = error instanceof Error ? error.cause : undefined;
    if (isRecord(cause) && cause.code === 'LEVEL_LOCKED') {
      throw new SimulatorError(
        'database-in-use',
        `The data folder ${data} is in use by another process: end that one, or choose another with --data DIR.`,
        error,
      );
    }
    const reason = cause === undefined ? error : cause;
    throw new SimulatorError(
      'database-failed',
      `The data folder ${data} cannot be opened: ${reasonOf(reason)}.`,
      error,
    );
  }
}

/** Opens a LevelDB store in a folder of its own, which only its owner can read. */
async function opened(Level: LevelPackage['Level'], path: string): Promise<LevelStore> {
  await mkdir(path, { recursive: true, mode: 0o700 });
  // It can be from before.
  await chmod(path, 0o700);
  const store = new Level(path);
  await store.open();
  return store;
}

async function createTable(address: DatabaseAddress): Promise<void> {
  const created = await call(address, 'CreateTable', {
    TableName: TABLE_NAME,
    ...TABLE_LAYOUT,
  });
  const exists = String(created.__type).endsWith('#ResourceInUseException');
  if (created.__type !== undefined && !exists) {
    throw new SimulatorError(
      'database-failed',
      `The table ${TABLE_NAME} cannot be made: ${created.message}.`,
    );
  }
  for (let attempt = 0; attempt < 200; attempt += 1) {
    const { Table: table } = await call(address, 'DescribeTable', { TableName: TABLE_NAME });
    if (isRecord(table) && table.TableStatus === 'ACTIVE') return;
    await new Promise((resolve) => setTimeout(resolve, 10));
  }
  throw new SimulatorError(
    'database-failed',
    `The table ${TABLE_NAME} did not become active within two seconds.`,
  );
}

/** Calls dynalite directly, without the proxy. Dynalite checks that a request has a signature, but not which. */
async function call(
  { port, secret }: DatabaseAddress,
  operation: string,
  body: object,
): Promise<Record<string, unknown>> {
  const response = await fetch(`http://127.0.0.1:${port}/${secret}`, {
    method: 'POST',
    headers: {
      'content-type': 'application/x-amz-json-1.0',
      'x-amz-target': `DynamoDB_20120810.${operation}`,
      'x-amz-date': '20260101T000000Z',
      authorization:
        'AWS4-HMAC-SHA256 Credential=local/20260101/us-east-1/dynamodb/aws4_request, SignedHeaders=host, Signature=none',
      connection: 'close',
    },
    body: JSON.stringify(body),
  });
  const answer: unknown = await response.json();
  return isRecord(answer) ? answer : {};
}
