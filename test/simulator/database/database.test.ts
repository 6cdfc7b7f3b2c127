import { once } from 'node:events';
import { writeFile } from 'node:fs/promises';
import { createServer, request } from 'node:http';
import { join } from 'node:path';
import { PutItemCommand, QueryCommand, TransactGetItemsCommand } from '@aws-sdk/client-dynamodb';
import { afterEach, describe, expect, test } from 'vitest';
import { startDatabase, TABLE_NAME } from '../../../simulator/database/database.ts';
import { startDatabaseProxy } from '../../../simulator/database/database-proxy.ts';
import { closeServer, listen } from '../../../simulator/local-server.ts';
import { echoWith, say } from '../scripted-skill.ts';
import { closeAll, folder, get, key, opened, put, started } from './started.ts';

afterEach(closeAll);

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

  test('that cannot be reached is reported, and the skill gets the status 500', async () => {
    const closed = createServer();
    const port = await listen(closed);
    await closeServer(closed);
    const proxy = await startDatabaseProxy({ port, secret: 'none' });
    opened.push(() => proxy.close());
    expect((await fetch(proxy.endpoint, { method: 'POST', body: '{}' })).status).toBe(500);
    expect(proxy.reports?.()).toEqual([
      expect.stringMatching(
        /^The simulator failed on POST .*ECONNREFUSED.* The skill got the status 500\.$/u,
      ),
    ]);
    expect(proxy.reports?.()).toEqual([]);
  });

  test('reports nothing if the client gives up', async () => {
    const { database, client } = await started();
    const headers = { 'content-length': 10, expect: '100-continue' };
    const sent = request(database.endpoint, { method: 'POST', headers });
    sent.on('error', () => {});
    sent.flushHeaders();
    await once(sent, 'continue');
    sent.destroy();
    await client.send(get());
    expect(database.reports?.()).toEqual([]);
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
    opened.length = 0;
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

test('an operation that the database does not have is named among the violations', async () => {
  const { database, client } = await started();
  const { echo } = echoWith(
    {
      LaunchRequest: async () => {
        const reading = new TransactGetItemsCommand({
          TransactItems: [{ Get: { TableName: TABLE_NAME, Key: key } }],
        });
        await expect(client.send(reading)).rejects.toThrow();
        return { say: 'Ready?' };
      },
    },
    { database },
  );
  const { violations, database: use } = await say(echo, 'alexa, start our check-in');
  expect(violations).toEqual(["DynamoDB's TransactGetItems is not simulated: the skill got the status 400."]);
  expect(use.requests).toEqual({ TransactGetItems: 1 });
  expect((await say(echo, '(wait 1s)')).violations).toEqual([]);
});
