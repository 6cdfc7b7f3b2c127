import { mkdir } from 'node:fs/promises';
import type { Server } from 'node:http';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import type { CreateTableCommandInput } from '@aws-sdk/client-dynamodb';
import dynalite from 'dynalite';
import { isRecord } from '../json-value.ts';
import { reasonOf, SimulatorError } from '../simulator-error.ts';
import type { DatabaseMeter } from './database-meter.ts';
import { listen, startDatabaseProxy } from './database-proxy.ts';

/** The table the skill finds. */
export const TABLE_NAME = 'our-check-in';

/** The keys of the table, and that it is paid for by the request. */
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

/** A running database with its meter. */
export interface Database extends DatabaseMeter {
  /** Where the skill's client reaches it. */
  readonly endpoint: string;
  /** Closes the store and every socket, so that the process can end. */
  close(): Promise<void>;
}

/**
 * Starts a DynamoDB-compatible database with the skill's table, behind a metering proxy on 127.0.0.1.
 * What is written survives the end of the process, however it ends.
 * @param data the folder the data lives in, made if missing, or `memory`.
 * @throws SimulatorError `database-in-use` when another process holds the folder; `database-failed` when it cannot
 * be opened.
 */
export async function startDatabase(data: string): Promise<Database> {
  const path = data === 'memory' ? undefined : join(data, 'dynamodb');
  if (path !== undefined) await prepare(data, path);
  const server = dynalite({ ...(path === undefined ? {} : { path }), createTableMs: 0 });
  const port = await listen(server);
  try {
    await createTable(port);
    const proxy = await startDatabaseProxy(port);
    return {
      ...proxy,
      close: async () => {
        await proxy.close();
        await closeServer(server);
      },
    };
  } catch (error) {
    await closeServer(server);
    throw error;
  }
}

/** What of the `level` package is used here; dynalite brings it along. */
interface LevelPackage {
  readonly Level: new (path: string) => { open(): Promise<void>; close(): Promise<void> };
}

/** Opens the store once by itself: dynalite would meet a locked folder with an exception nobody can catch. */
async function prepare(data: string, path: string): Promise<void> {
  const here = createRequire(import.meta.url);
  const { Level } = createRequire(here.resolve('dynalite'))('level') as LevelPackage;
  try {
    await mkdir(path, { recursive: true });
    const level = new Level(path);
    await level.open();
    await level.close();
  } catch (error) {
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

async function createTable(port: number): Promise<void> {
  const created = await call(port, 'CreateTable', {
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
    const { Table: table } = await call(port, 'DescribeTable', { TableName: TABLE_NAME });
    if (isRecord(table) && table.TableStatus === 'ACTIVE') return;
    await new Promise((resolve) => setTimeout(resolve, 10));
  }
  throw new SimulatorError(
    'database-failed',
    `The table ${TABLE_NAME} did not become active within two seconds.`,
  );
}

/** Calls dynalite directly, past the meter. It checks that a request is signed, not the signature. */
async function call(port: number, operation: string, body: object): Promise<Record<string, unknown>> {
  const response = await fetch(`http://127.0.0.1:${port}`, {
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

const closeServer = (server: Server): Promise<void> =>
  new Promise((resolve) => {
    server.close(() => resolve());
    server.closeAllConnections();
  });
