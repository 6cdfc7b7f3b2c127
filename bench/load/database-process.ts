/**
 * The database of a load run, in a process of its own: a DynamoDB-compatible one in memory, with the skill's table. It sends
 * its address, and then, whenever it is asked, the milliseconds of CPU that it has used.
 */
import type { createServer } from 'node:http';
import { CreateTableCommand, DynamoDBClient } from '@aws-sdk/client-dynamodb';
import dynalite from 'dynalite';
import { TABLE_LAYOUT, TABLE_NAME } from '../../simulator/database/database.ts';
import { listen } from '../../simulator/local-server.ts';

/** What the process sends. */
export type Told = { endpoint: string } | { cpu: number };

const server: ReturnType<typeof createServer> = dynalite({ createTableMs: 0 });
const endpoint = `http://127.0.0.1:${await listen(server)}`;
const client = new DynamoDBClient({
  endpoint,
  region: 'us-east-1',
  credentials: { accessKeyId: 'load', secretAccessKey: 'load' },
});
await client.send(new CreateTableCommand({ TableName: TABLE_NAME, ...TABLE_LAYOUT }));
client.destroy();

const tell = (told: Told): void => {
  process.send?.(told);
};
process.on('message', () => {
  const { user, system } = process.cpuUsage();
  tell({ cpu: (user + system) / 1000 });
});
process.on('disconnect', () => process.exit(0));
tell({ endpoint });
