import { type IncomingHttpHeaders, request } from 'node:http';
import { type AddressInfo, Server } from 'node:net';
import { crc32 } from 'node:zlib';
import { GetItemCommand } from '@aws-sdk/client-dynamodb';
import { afterEach, describe, expect, test, vi } from 'vitest';
import { TABLE_NAME } from '../../../simulator/database/database.ts';
import { closeAll, get, key, put, started } from './started.ts';

afterEach(closeAll);

const { listen } = Server.prototype;

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
