/** A table with the layout of the deployed one, on anything with DynamoDB's API. */
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
import { createDynamoClient, type DynamoClient } from '../../lambda/household/dynamo-client.ts';
import { createDynamoStore } from '../../lambda/household/dynamo-store.ts';
import type { HouseholdId, HouseholdStore } from '../../lambda/household/store.ts';
import { TABLE_LAYOUT } from '../../simulator/database/database.ts';

export interface Table {
  name: string;
  /** For tests: it has every operation. */
  client: DynamoDBClient;
  /** The one of the store. */
  storeClient: DynamoClient;
  store: HouseholdStore;
  /** Every item of a household, as DynamoDB stores it. */
  items(id: HouseholdId): Promise<Record<string, AttributeValue>[]>;
  close(): Promise<void>;
}

/** A client that makes one attempt. @param timeout - for the response, in milliseconds */
export function clientOf(endpoint: string, timeout = 5000): DynamoDBClient {
  return new DynamoDBClient({
    region: 'us-east-1',
    endpoint,
    credentials: { accessKeyId: 'test', secretAccessKey: 'test' },
    maxAttempts: 1,
    requestHandler: new NodeHttpHandler({ requestTimeout: timeout, throwOnRequestTimeout: true }),
  });
}

/** The store's client, which makes one attempt. @param requestTimeout - for the response, in milliseconds */
export function storeClientOf(endpoint: string, requestTimeout = 5000): DynamoClient {
  return createDynamoClient({
    region: 'us-east-1',
    endpoint,
    credentials: async () => ({ accessKeyId: 'test', secretAccessKey: 'test' }),
    requestTimeout,
    connectionTimeout: 5000,
    attempts: 1,
    chance: Math.random,
  });
}

/** Creates a table at an endpoint. */
export async function createTable(endpoint: string, name: string): Promise<Table> {
  const table = openTable(endpoint, name);
  const { client } = table;
  await client.send(
    new CreateTableCommand({
      TableName: name,
      ...TABLE_LAYOUT,
    }),
  );
  await waitUntilTableExists({ client, maxWaitTime: 10, minDelay: 0.01, maxDelay: 0.1 }, { TableName: name });
  return table;
}

/** A table that is there at an endpoint. */
export function openTable(endpoint: string, name: string): Table {
  const client = clientOf(endpoint);
  const storeClient = storeClientOf(endpoint);
  return {
    name,
    client,
    storeClient,
    store: createDynamoStore({ client: storeClient, table: name }),
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
      storeClient.close();
      client.destroy();
    },
  };
}

/** Creates a table on dynalite, in memory and inside this process. */
export async function tableInMemory(): Promise<Table> {
  const server: Server = dynalite({ createTableMs: 0 });
  const table = await createTable(`http://127.0.0.1:${await portOf(server)}`, 'households');
  return {
    ...table,
    async close() {
      await table.close();
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

/** Makes a server listen on a free port. @returns the port */
export function portOf(server: SocketServer): Promise<number> {
  return new Promise((resolve) => {
    server.listen(0, '127.0.0.1', () => resolve((server.address() as AddressInfo).port));
  });
}

/**
 * The size of an item in bytes, as DynamoDB counts it: names and strings in UTF-8, and a number by half of its digits
 * and one byte more (Amazon: DynamoDB item sizes and formats).
 */
export function sizeOf(item: Record<string, AttributeValue>): number {
  return Object.entries(item).reduce((sum, [name, value]) => {
    const number = value.N === undefined ? 0 : Math.ceil(value.N.length / 2) + 1;
    return sum + Buffer.byteLength(name) + Buffer.byteLength(value.S ?? '') + number;
  }, 0);
}
