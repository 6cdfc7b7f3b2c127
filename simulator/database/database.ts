import { mkdir } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import type { CreateTableCommandInput } from '@aws-sdk/client-dynamodb';
import dynalite from 'dynalite';
import { isRecord } from '../json-value.ts';
import { closeServer, listen } from '../local-server.ts';
import { reasonOf, SimulatorError } from '../simulator-error.ts';
import type { DatabaseMeter } from './database-meter.ts';
import { startDatabaseProxy } from './database-proxy.ts';

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
  /** The URL for the skill's client. */
  readonly endpoint: string;
  /** Closes the data and every socket, so that the process can end. */
  close(): Promise<void>;
}

/**
 * Starts a DynamoDB-compatible database with the skill's table, behind a proxy on 127.0.0.1 that counts requests. Data
 * on disk survives the end of the process, even if the process is killed.
 *
 * @param data the folder for the data, created if it does not exist; or `memory`.
 * @throws {SimulatorError} `database-in-use` if another process uses the folder; `database-failed` if the database
 *   cannot be opened or its table cannot be created.
 */
export async function startDatabase(data: string): Promise<Database> {
  const path = data === 'memory' ? undefined : join(data, 'dynamodb');
  if (path !== undefined) await checkFolder(data, path);
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

/** The part of the `level` package that is used here. It is a dependency of dynalite. */
interface LevelPackage {
  readonly Level: new (path: string) => { open(): Promise<void>; close(): Promise<void> };
}

/**
 * Opens and closes the LevelDB store once. If the folder is locked or unusable, dynalite itself would throw where
 * nobody can catch it.
 */
async function checkFolder(data: string, path: string): Promise<void> {
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

/** Calls dynalite directly, without the proxy. Dynalite checks that a request has a signature, but not which. */
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
