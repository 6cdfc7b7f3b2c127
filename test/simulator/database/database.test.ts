import { chmod, mkdir, mkdtemp, rm, stat, writeFile } from 'node:fs/promises';
import { type IncomingHttpHeaders, request } from 'node:http';
import { type AddressInfo, Server } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { crc32 } from 'node:zlib';
import {
  DynamoDBClient,
  GetItemCommand,
  PutItemCommand,
  QueryCommand,
  TransactGetItemsCommand,
} from '@aws-sdk/client-dynamodb';
import { NodeHttpHandler } from '@smithy/node-http-handler';
import { afterEach, describe, expect, test, vi } from 'vitest';
import { type Database, startDatabase, TABLE_NAME } from '../../../simulator/database/database.ts';
import { echoWith, say } from '../scripted-skill.ts';

const { listen } = Server.prototype;

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
    requestHandler: new NodeHttpHandler({ requestTimeout: 1_000, throwOnRequestTimeout: true }),
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

interface Answer {
  status: number | undefined;
  headers: IncomingHttpHeaders;
  body: string;
}

/** A request as it goes over the wire: `fetch` does not let anybody set an Origin or a Host. */
function post(
  url: string,
  body: string,
  headers: Record<string, string> = {},
  { operation = 'GetItem', method = 'POST' } = {},
): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const sent = request(
      url,
      {
        method,
        headers: {
          'content-type': 'application/x-amz-json-1.0',
          'x-amz-target': `DynamoDB_20120810.${operation}`,
          'x-amz-date': '20260101T000000Z',
          authorization: 'AWS4-HMAC-SHA256 Credential=a, SignedHeaders=host, Signature=none',
          ...headers,
        },
      },
      async (answer) => {
        const chunks: Buffer[] = [];
        for await (const chunk of answer) chunks.push(chunk as Buffer);
        const { statusCode: status, headers: given } = answer;
        resolve({ status, headers: given, body: Buffer.concat(chunks).toString() });
      },
    );
    sent.once('error', reject);
    sent.end(body);
  });
}

const GET = JSON.stringify({ TableName: TABLE_NAME, Key: key });

describe('a port of this machine', () => {
  const strangers: [who: string, headers: Record<string, string>, method: string][] = [
    ['a page of the web', { origin: 'https://example.com' }, 'POST'],
    ['a page of this machine', { origin: 'http://127.0.0.1:3000' }, 'POST'],
    ['a page that is a file', { origin: 'null' }, 'POST'],
    ['a preflight', { origin: 'https://example.com', 'access-control-request-method': 'POST' }, 'OPTIONS'],
    ['a page whose name points here', { host: 'example.com' }, 'POST'],
    ['a page whose name points here, on this port', { host: 'example.com:PORT' }, 'POST'],
    ['who asks for another port', { host: '127.0.0.1:1' }, 'GET'],
  ];

  test.each(strangers)('is closed to %s, even with the secret', async (_who, headers, method) => {
    const { database } = await started();
    const { port } = new URL(database.endpoint);
    const asked = Object.fromEntries(
      Object.entries(headers).map(([name, value]) => [name, value.replace('PORT', port)]),
    );
    const answer = await post(database.endpoint, GET, asked, { method });
    expect(answer.status).toBe(403);
    expect(Object.keys(answer.headers).filter((name) => name.startsWith('access-control'))).toEqual([]);
    // It was not even counted.
    expect(database.take().requests).toEqual({});
  });

  test('is closed to who does not know the secret of this run', async () => {
    const { database } = await started();
    const { origin, pathname } = new URL(database.endpoint);
    expect(pathname.length).toBeGreaterThan(32);
    const wrong = ['', '/', `${pathname}0`, pathname.slice(0, -1), `/x${pathname}`, '/?a=b'];
    for (const path of wrong) {
      expect((await post(`${origin}${path}`, GET)).status).toBe(403);
      expect((await post(`${origin}${path}`, '{}', {}, { operation: 'ListTables' })).status).toBe(403);
    }
    expect((await post(`${database.endpoint}/`, GET)).status).toBe(200);
    expect((await started()).database.endpoint).not.toContain(pathname);
  });

  test('behind the proxy is closed too', async () => {
    const ports: number[] = [];
    const spied = vi.spyOn(Server.prototype, 'listen').mockImplementation(function (this: Server, ...given) {
      this.once('listening', () => ports.push((this.address() as AddressInfo).port));
      return listen.apply(this, given as never) as Server;
    });
    const { database } = await started();
    spied.mockRestore();
    expect(ports).toHaveLength(2);
    const { pathname } = new URL(database.endpoint);
    for (const port of ports)
      for (const path of port === Number(new URL(database.endpoint).port) ? ['/'] : ['/', pathname])
        expect((await post(`http://127.0.0.1:${port}${path}`, GET)).status).toBe(403);
  });

  test.each([
    ['GetItem', 'null'],
    ['GetItem', '[null]'],
    ['GetItem', '5'],
    ['GetItem', '{"TableName":"our-check-in","Key":{"pk":null}}'],
    ['PutItem', '{"TableName":"our-check-in","Item":{"pk":{"L":[null]}}}'],
    ['Query', '{"TableName":"our-check-in","ExpressionAttributeValues":{":a":null}}'],
    ['BatchGetItem', '{"RequestItems":{"our-check-in":null}}'],
    ['BatchWriteItem', '{"RequestItems":{"our-check-in":[null]}}'],
  ])('answers a malformed %s, and goes on: %s', async (operation, body) => {
    const { database, client } = await started();
    const answer = await post(database.endpoint, body, {}, { operation });
    expect(answer.status).toBe(400);
    expect(answer.body).toContain('__type');
    await client.send(get());
  });
});

describe('what the skill gets', () => {
  test.each([undefined, 'NONE'] as const)('has no capacity if it asked for %s', async (asked) => {
    const { database, client } = await started();
    await client.send(put());
    const input = { ...get().input, ReturnConsumedCapacity: asked };
    expect(await client.send(new GetItemCommand(input))).not.toHaveProperty('ConsumedCapacity');
    const { body, headers } = await post(database.endpoint, JSON.stringify(input));
    expect(JSON.parse(body)).toEqual({ Item: put().input.Item });
    expect(headers['content-length']).toBe(String(Buffer.byteLength(body)));
    expect(headers['x-amz-crc32']).toBe(String(crc32(body)));
    expect(database.take()).toEqual({ requests: { PutItem: 1, GetItem: 2 }, capacity: 3 });
  });

  test.each(['TOTAL', 'INDEXES'] as const)('has the capacity if it asked for %s', async (asked) => {
    const { database, client } = await started();
    const { ConsumedCapacity: consumed } = await client.send(
      new GetItemCommand({ ...get().input, ReturnConsumedCapacity: asked }),
    );
    expect(consumed).toMatchObject({ TableName: TABLE_NAME, CapacityUnits: 1 });
    expect(consumed?.Table === undefined).toBe(asked === 'TOTAL');
    expect(database.take().capacity).toBe(1);
  });

  test('is refused if it asked for something that there is not', async () => {
    const { client } = await started();
    const wrong = new GetItemCommand({ ...get().input, ReturnConsumedCapacity: 'ALL' as never });
    await expect(client.send(wrong)).rejects.toMatchObject({ name: 'ValidationException' });
  });
});

describe('the data folder', () => {
  const modeOf = async (...path: string[]): Promise<string> =>
    ((await stat(join(...path))).mode & 0o777).toString(8);

  test('is for its owner alone, and so is what was there before', async () => {
    const data = join(await folder(), 'new', 'data');
    await (await started(data)).database.close();
    expect(await modeOf(data)).toBe('700');
    expect(await modeOf(data, 'dynamodb')).toBe('700');
    await chmod(join(data, 'dynamodb'), 0o755);
    await chmod(join(data, 'dynamodb', 'CURRENT'), 0o644);
    await (await started(data)).database.close();
    expect(await modeOf(data, 'dynamodb')).toBe('700');
    expect(await modeOf(data, 'dynamodb', 'LOCK')).toBe('600');
  });

  test('that is somebody’s own keeps its mode', async () => {
    const data = join(await folder(), 'mine');
    await mkdir(data);
    await chmod(data, 0o755);
    await started(data);
    expect(await modeOf(data)).toBe('755');
    expect(await modeOf(data, 'dynamodb')).toBe('700');
  });
});

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
