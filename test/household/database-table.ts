/** A table as the stack makes it, on whatever speaks DynamoDB's language. */
import type { Server } from 'node:http';
import type { AddressInfo, Server as SocketServer } from 'node:net';
import {
  type AttributeValue,
  CreateTableCommand,
  DynamoDBClient,
  QueryCommand,
  waitUntilTableExists,
} from '@aws-sdk/client-dynamodb';
import { NodeHttpHandler } from '@smithy/node-http-handler';
import dynalite from 'dynalite';
import { createDynamoStore } from '../../lambda/household/dynamo-store.ts';
import type { HouseholdId, HouseholdStore } from '../../lambda/household/store.ts';
import { TABLE_LAYOUT } from '../../simulator/database/database.ts';

export interface Table {
  name: string;
  client: DynamoDBClient;
  store: HouseholdStore;
  /** Everything kept for a household, as DynamoDB keeps it. */
  items(id: HouseholdId): Promise<Record<string, AttributeValue>[]>;
  close(): Promise<void>;
}

/** A client with no patience: one attempt, and so many milliseconds for the answer. */
export function clientOf(endpoint: string, patience = 5000): DynamoDBClient {
  return new DynamoDBClient({
    region: 'us-east-1',
    endpoint,
    credentials: { accessKeyId: 'test', secretAccessKey: 'test' },
    maxAttempts: 1,
    requestHandler: new NodeHttpHandler({ requestTimeout: patience, throwOnRequestTimeout: true }),
  });
}

/** Makes a new table there. */
export async function tableAt(endpoint: string, name: string): Promise<Table> {
  const client = clientOf(endpoint);
  await client.send(
    new CreateTableCommand({
      TableName: name,
      ...TABLE_LAYOUT,
    }),
  );
  await waitUntilTableExists({ client, maxWaitTime: 10, minDelay: 0.01, maxDelay: 0.1 }, { TableName: name });
  return {
    name,
    client,
    store: createDynamoStore({ client, table: name }),
    async items(id) {
      const found = await client.send(
        new QueryCommand({
          TableName: name,
          KeyConditionExpression: 'pk = :pk',
          ExpressionAttributeValues: { ':pk': { S: `household#${id}` } },
        }),
      );
      return found.Items ?? [];
    },
    async close() {
      client.destroy();
    },
  };
}

/** A table on dynalite, in memory, inside this process. */
export async function tableInMemory(): Promise<Table> {
  const server: Server = dynalite({ createTableMs: 0 });
  const table = await tableAt(`http://127.0.0.1:${await portOf(server)}`, 'households');
  return {
    ...table,
    async close() {
      await table.close();
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

/** Listens on a free port of this machine. */
export function portOf(server: SocketServer): Promise<number> {
  return new Promise((resolve) => {
    server.listen(0, '127.0.0.1', () => resolve((server.address() as AddressInfo).port));
  });
}

/** The size of an item as DynamoDB counts it: UTF-8 bytes of names and values; a number takes half its digits. */
export function sizeOf(item: Record<string, AttributeValue>): number {
  return Object.entries(item).reduce((sum, [name, value]) => {
    const number = value.N === undefined ? 0 : Math.ceil(value.N.length / 2) + 1;
    return sum + Buffer.byteLength(name) + Buffer.byteLength(value.S ?? '') + number;
  }, 0);
}
