/** Databases that a test starts, with a client, and folders for their data. */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DynamoDBClient, GetItemCommand, PutItemCommand } from '@aws-sdk/client-dynamodb';
import { NodeHttpHandler } from '@smithy/node-http-handler';
import { type Database, startDatabase, TABLE_NAME } from '../../../simulator/database/database.ts';

/** What closes and deletes it, in the order in which it was started. */
export const opened: (() => Promise<unknown> | unknown)[] = [];
/** Closes and deletes all that was started and created. */
export async function closeAll(): Promise<void> {
  for (const close of opened.splice(0).reverse()) await close();
}

export async function started(data = 'memory'): Promise<{ database: Database; client: DynamoDBClient }> {
  const database = await startDatabase(data);
  const client = new DynamoDBClient({
    endpoint: database.endpoint,
    region: 'us-east-1',
    credentials: { accessKeyId: 'simulated', secretAccessKey: 'simulated' },
    maxAttempts: 1,
    requestHandler: new NodeHttpHandler({ requestTimeout: 1_000, throwOnRequestTimeout: true }),
  });
  opened.push(
    () => database.close(),
    () => client.destroy(),
  );
  return { database, client };
}

export async function folder(): Promise<string> {
  const path = await mkdtemp(join(tmpdir(), 'our-check-in-'));
  opened.push(() => rm(path, { recursive: true, force: true }));
  return path;
}

export const key = { pk: { S: 'household#1' }, sk: { S: 'household' } };
export const put = () =>
  new PutItemCommand({ TableName: TABLE_NAME, Item: { ...key, names: { S: 'Alex & Sam' } } });
export const get = () => new GetItemCommand({ TableName: TABLE_NAME, Key: key, ConsistentRead: true });
