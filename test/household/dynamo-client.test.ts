/** The store's client beside the client of the AWS SDK: what both send, and what becomes of the answers. */
import { createServer, type IncomingHttpHeaders, type Server } from 'node:http';
import {
  BatchWriteItemCommand,
  DeleteItemCommand,
  DynamoDBClient,
  GetItemCommand,
  PutItemCommand,
  QueryCommand,
} from '@aws-sdk/client-dynamodb';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { createDynamoClient, type DynamoClient } from '../../lambda/household/dynamo-client.ts';
import { portOf } from './database-table.ts';

interface Answer {
  status: number;
  body: string;
  /** The connection breaks in the middle of the body, or stays open without the rest of it. */
  ends?: 'broken' | 'never';
}

interface Received {
  method: string | undefined;
  path: string | undefined;
  headers: IncomingHttpHeaders;
  body: unknown;
}

const credentials = async () => ({ accessKeyId: 'key', secretAccessKey: 'secret', sessionToken: 'token' });
const OK: Answer = { status: 200, body: '{}' };
const Key = { pk: { S: 'household#1' }, sk: { S: 'häusliches "Wort"' } };

let server: Server;
let endpoint: string;
let received: Received[];
let answers: Answer[];
let sdk: DynamoDBClient;
let client: DynamoClient;

beforeAll(async () => {
  server = createServer(async (incoming, outgoing) => {
    const chunks: Buffer[] = [];
    for await (const chunk of incoming) chunks.push(chunk);
    const { method, url: path, headers } = incoming;
    received.push({ method, path, headers, body: JSON.parse(Buffer.concat(chunks).toString()) });
    const { status, body, ends } = answers.shift() ?? OK;
    outgoing.writeHead(status, { 'content-type': 'application/x-amz-json-1.0' });
    if (ends === undefined) outgoing.end(body);
    else outgoing.write(body, () => ends === 'broken' && outgoing.destroy());
  });
  endpoint = `http://127.0.0.1:${await portOf(server)}`;
});

beforeEach(() => {
  [received, answers] = [[], []];
  sdk = new DynamoDBClient({ region: 'eu-west-1', endpoint, credentials, maxAttempts: 1 });
  client = clientWith(2);
});

afterEach(() => {
  sdk.destroy();
  client.close();
});

afterAll(() => {
  server.closeAllConnections();
  server.close();
});

function clientWith(
  attempts: number,
  more: { endpoint?: string; requestTimeout?: number } = {},
): DynamoClient {
  return createDynamoClient({
    region: 'eu-west-1',
    endpoint,
    credentials,
    requestTimeout: 5000,
    connectionTimeout: 5000,
    attempts,
    chance: () => 0,
    ...more,
  });
}

const failing = (status: number, type: string): Answer => ({
  status,
  body: JSON.stringify({ __type: `com.amazonaws.dynamodb.v20120810#${type}`, message: 'zebra-marker' }),
});

const TableName = 'households';
const operations: [string, send: () => Promise<unknown>, asSdk: () => Promise<unknown>][] = [
  [
    'GetItem',
    () => client.send('GetItem', { TableName, Key, ConsistentRead: true }),
    () => sdk.send(new GetItemCommand({ TableName, Key, ConsistentRead: true })),
  ],
  [
    'PutItem',
    () => client.send('PutItem', { TableName, Item: { ...Key, version: { N: '7' }, gone: { NULL: true } } }),
    () =>
      sdk.send(
        new PutItemCommand({ TableName, Item: { ...Key, version: { N: '7' }, gone: { NULL: true } } }),
      ),
  ],
  [
    'DeleteItem',
    () => client.send('DeleteItem', { TableName, Key }),
    () => sdk.send(new DeleteItemCommand({ TableName, Key })),
  ],
  [
    'Query',
    () =>
      client.send('Query', {
        TableName,
        KeyConditionExpression: 'pk = :pk',
        Limit: 3,
        ScanIndexForward: false,
      }),
    () =>
      sdk.send(
        new QueryCommand({
          TableName,
          KeyConditionExpression: 'pk = :pk',
          Limit: 3,
          ScanIndexForward: false,
        }),
      ),
  ],
  [
    'BatchWriteItem',
    () => client.send('BatchWriteItem', { RequestItems: { [TableName]: [{ DeleteRequest: { Key } }] } }),
    () =>
      sdk.send(new BatchWriteItemCommand({ RequestItems: { [TableName]: [{ DeleteRequest: { Key } }] } })),
  ],
];

describe("the store's client", () => {
  it.each(operations)('sends %s as the AWS SDK does', async (operation, send, asSdk) => {
    await send();
    await asSdk();
    const [ours, theirs] = received.map(({ headers, ...rest }) => ({
      ...rest,
      host: headers.host,
      type: headers['content-type'],
      length: headers['content-length'],
      target: headers['x-amz-target'],
      token: headers['x-amz-security-token'],
      connection: headers.connection,
      // The key, the day, the region and the service.
      credential: /Credential=([^,]+)/.exec(headers.authorization ?? '')?.[1],
    }));
    expect(ours).toEqual(theirs);
    expect(ours?.target).toBe(`DynamoDB_20120810.${operation}`);
  });

  it('signs every header that it sends itself', async () => {
    await client.send('GetItem', { TableName, Key });
    const authorization = received[0]?.headers.authorization ?? '';
    expect(authorization).toMatch(
      /^AWS4-HMAC-SHA256 Credential=key\/\d{8}\/eu-west-1\/dynamodb\/aws4_request, /,
    );
    expect(/SignedHeaders=([^,]+)/.exec(authorization)?.[1]?.split(';')).toEqual([
      'content-length',
      'content-type',
      'host',
      'x-amz-content-sha256',
      'x-amz-date',
      'x-amz-security-token',
      'x-amz-target',
    ]);
    expect(authorization).toMatch(/Signature=[0-9a-f]{64}$/);
  });

  it('reads an answer as the AWS SDK does', async () => {
    const body = JSON.stringify({ Item: { ...Key, counts: { M: { all: { N: '12' } } } } });
    answers = [
      { status: 200, body },
      { status: 200, body },
    ];
    const { Item: ours } = await client.send('GetItem', { TableName, Key });
    const { Item: theirs } = await sdk.send(new GetItemCommand({ TableName, Key }));
    expect(ours).toEqual(theirs);
  });

  it.each([
    [400, 'ConditionalCheckFailedException'],
    [400, 'ValidationException'],
    [400, 'ThrottlingException'],
    [500, 'InternalServerError'],
  ])('names the error of a status %i as the AWS SDK does: %s', async (status, type) => {
    answers = [failing(status, type), failing(status, type)];
    const once = clientWith(1);
    const [ours, theirs] = (
      await Promise.allSettled([
        once.send('GetItem', { TableName, Key }),
        sdk.send(new GetItemCommand({ TableName, Key })),
      ])
    ).map((settled) => (settled.status === 'rejected' ? settled.reason : null));
    once.close();
    expect(ours.name).toBe(theirs.name);
    expect(ours.name).toBe(type);
    expect(ours.message).not.toContain('zebra-marker');
  });

  it.each([
    ['too many requests', failing(400, 'ProvisionedThroughputExceededException')],
    ['an error inside of DynamoDB', failing(500, 'InternalServerError')],
    ['an answer from something else than DynamoDB', { status: 503, body: '<html></html>' }],
    ['too many requests, without a type', { status: 429, body: '' }],
    ['a signature that has become too old', failing(400, 'InvalidSignatureException')],
    [
      'a connection that breaks in the middle of an answer',
      { status: 200, body: '{"It', ends: 'broken' as const },
    ],
  ])('tries again after %s', async (_what, failed) => {
    answers = [failed, { status: 200, body: '{"Item":{"pk":{"S":"x"}}}' }];
    expect((await client.send('GetItem', { TableName, Key })).Item).toEqual({ pk: { S: 'x' } });
    expect(received).toHaveLength(2);
  });

  it('gives up waiting for the rest of an answer, and says that it was too late', async () => {
    const hasty = clientWith(1, { requestTimeout: 50 });
    answers = [{ status: 200, body: '{"It', ends: 'never' }];
    await expect(hasty.send('GetItem', { TableName, Key })).rejects.toMatchObject({ name: 'TimeoutError' });
    hasty.close();
  });

  it('tries again if nothing listens yet', async () => {
    const later = createServer((_incoming, outgoing) => outgoing.end('{"Item":{"pk":{"S":"x"}}}'));
    const port = await portOf(later);
    await new Promise((closed) => later.close(closed));
    const patient = createDynamoClient({
      region: 'eu-west-1',
      endpoint: `http://127.0.0.1:${port}`,
      credentials,
      requestTimeout: 5000,
      connectionTimeout: 5000,
      attempts: 2,
      // The pause before the second attempt: meanwhile somebody listens.
      chance: () => {
        later.listen(port, '127.0.0.1');
        return 1;
      },
    });
    expect((await patient.send('GetItem', { TableName, Key })).Item).toEqual({ pk: { S: 'x' } });
    patient.close();
    later.closeAllConnections();
    later.close();
  });

  it('quotes nothing of an answer that cannot be read', async () => {
    answers = [{ status: 200, body: '<html>zebra-marker</html>' }];
    await expect(client.send('GetItem', { TableName, Key })).rejects.toThrow(/^UnreadableAnswer$/u);
  });

  it('gives up after the attempts that it has', async () => {
    answers = [1, 2, 3].map(() => failing(500, 'InternalServerError'));
    await expect(client.send('GetItem', { TableName, Key })).rejects.toThrow('InternalServerError');
    expect(received).toHaveLength(2);
  });

  it.each(['ConditionalCheckFailedException', 'AccessDeniedException', 'ValidationException'])(
    'does not try again after %s',
    async (type) => {
      answers = [failing(400, type), OK];
      await expect(client.send('GetItem', { TableName, Key })).rejects.toThrow(type);
      expect(received).toHaveLength(1);
    },
  );
});
