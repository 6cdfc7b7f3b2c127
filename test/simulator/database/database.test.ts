import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DynamoDBClient, GetItemCommand, PutItemCommand, QueryCommand } from '@aws-sdk/client-dynamodb';
import { NodeHttpHandler } from '@smithy/node-http-handler';
import { afterEach, describe, expect, test } from 'vitest';
import { type Database, startDatabase, TABLE_NAME } from '../../../simulator/database/database.ts';
import { echoWith, say } from '../scripted-skill.ts';

const open: (() => Promise<unknown> | unknown)[] = [];
afterEach(async () => {
  for (const close of open.splice(0).reverse()) await close();
});

async function started(data = 'memory'): Promise<{ database: Database; client: DynamoDBClient }> {
  const database = await startDatabase(data);
  const client = new DynamoDBClient({
    endpoint: database.endpoint,
    region: 'us-east-1',
    credentials: { accessKeyId: 'simulated', secretAccessKey: 'simulated' },
    maxAttempts: 1,
    requestHandler: new NodeHttpHandler({ requestTimeout: 200, throwOnRequestTimeout: true }),
  });
  open.push(
    () => database.close(),
    () => client.destroy(),
  );
  return { database, client };
}

async function folder(): Promise<string> {
  const path = await mkdtemp(join(tmpdir(), 'our-check-in-'));
  open.push(() => rm(path, { recursive: true, force: true }));
  return path;
}

const key = { pk: { S: 'household#1' }, sk: { S: 'household' } };
const put = () => new PutItemCommand({ TableName: TABLE_NAME, Item: { ...key, names: { S: 'Alex & Sam' } } });
const get = () => new GetItemCommand({ TableName: TABLE_NAME, Key: key, ConsistentRead: true });

describe('the database', () => {
  test('counts requests by operation and adds up the capacity they consume', async () => {
    const { database, client } = await started();
    expect(database.take()).toEqual({ requests: {}, capacity: 0 });
    await client.send(put());
    await client.send(get());
    await client.send(get());
    expect(database.take()).toEqual({ requests: { PutItem: 1, GetItem: 2 }, capacity: 3 });
    expect(database.take()).toEqual({ requests: {}, capacity: 0 });
  });

  test('answers queries over the sort key', async () => {
    const { client } = await started();
    await client.send(put());
    const { Items: items } = await client.send(
      new QueryCommand({
        TableName: TABLE_NAME,
        KeyConditionExpression: 'pk = :pk AND begins_with(sk, :sk)',
        ExpressionAttributeValues: { ':pk': key.pk, ':sk': { S: 'house' } },
      }),
    );
    expect(items).toHaveLength(1);
  });

  test('refuses a write whose condition fails', async () => {
    const { client } = await started();
    await client.send(put());
    const again = new PutItemCommand({ ...put().input, ConditionExpression: 'attribute_not_exists(pk)' });
    await expect(client.send(again)).rejects.toMatchObject({ name: 'ConditionalCheckFailedException' });
  });

  test('throttles the requested number of requests, and counts them', async () => {
    const { database, client } = await started();
    database.fail('throttle', 2);
    for (let time = 0; time < 2; time += 1) {
      await expect(client.send(get())).rejects.toMatchObject({
        name: 'ProvisionedThroughputExceededException',
        $metadata: { httpStatusCode: 400 },
      });
    }
    await client.send(get());
    expect(database.take().requests).toEqual({ GetItem: 3 });
  });

  test('leaves a request unanswered until the client gives up', async () => {
    const { database, client } = await started();
    database.fail('timeout', 1);
    await expect(client.send(get())).rejects.toMatchObject({ name: 'TimeoutError' });
    await client.send(get());
  });

  test('closes the connection if it is down', async () => {
    const { database, client } = await started();
    database.fail('down', 1);
    await expect(client.send(get())).rejects.toMatchObject({ code: 'ECONNRESET' });
    await client.send(get());
  });

  test('closes although a request is still unanswered', async () => {
    const { database, client } = await started();
    database.fail('timeout', 1);
    const unanswered = client.send(get()).catch((error: Error) => error);
    await new Promise((resolve) => setTimeout(resolve, 50));
    await database.close();
    expect(await unanswered).toBeInstanceOf(Error);
    open.length = 0;
  });

  test('keeps data on disk', async () => {
    const data = await folder();
    const first = await started(data);
    await first.client.send(put());
    await first.database.close();
    const second = await started(data);
    expect((await second.client.send(get())).Item?.names).toEqual({ S: 'Alex & Sam' });
  });

  test('reports a folder that is in use', async () => {
    const data = await folder();
    await started(data);
    await expect(startDatabase(data)).rejects.toMatchObject({
      code: 'database-in-use',
      message: `The data folder ${data} is in use by another process: end that one, or choose another with --data DIR.`,
    });
  });

  test('reports a folder that cannot be created', async () => {
    const data = join(await folder(), 'file');
    await writeFile(data, '');
    await expect(startDatabase(data)).rejects.toMatchObject({ code: 'database-failed' });
  });

  test('is metered in the exchange of a line, and its faults reach the next request of the skill', async () => {
    const { database, client } = await started();
    const { echo } = echoWith(
      {
        LaunchRequest: async () => {
          const outcome = await client.send(get()).then(
            () => 'Read.',
            (error: Error) => `${error.name}.`,
          );
          return { say: outcome, end: true };
        },
      },
      { database },
    );
    await say(echo, '(fault throttle 1)');
    const failed = await say(echo, 'alexa, start our check-in');
    expect(failed).toMatchObject({
      spoken: 'ProvisionedThroughputExceededException.',
      database: { requests: { GetItem: 1 }, capacity: 0 },
    });
    const read = await say(echo, 'alexa, start our check-in');
    expect(read).toMatchObject({ spoken: 'Read.', database: { requests: { GetItem: 1 }, capacity: 1 } });
  });
});
