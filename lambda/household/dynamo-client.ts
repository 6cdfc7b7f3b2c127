/**
 * A client for DynamoDB with the operations that the store uses. Loading `@aws-sdk/client-dynamodb` takes most of a cold
 * start, for what the store never needs: other ways to find credentials and endpoints, all other operations, and three
 * ways to retry (docs/decisions/0029-a-client-of-five-operations.md).
 *
 * It speaks the JSON protocol that Amazon documents ("DynamoDB low-level API" and "Error handling with DynamoDB" in the
 * Amazon DynamoDB Developer Guide). Signatures and HTTP are packages of the AWS SDK. A test compares its requests with
 * those of `@aws-sdk/client-dynamodb`, from which the types come.
 */
import { setTimeout as pause } from 'node:timers/promises';
import type * as sdk from '@aws-sdk/client-dynamodb';
import { NodeHttpHandler } from '@smithy/node-http-handler';
import { SignatureV4 } from '@smithy/signature-v4';
import { Sha256 } from './sha256.ts';

/** The operations, with their input and output. Attributes of binary data are left out. */
interface Operations {
  GetItem: [sdk.GetItemCommandInput, sdk.GetItemCommandOutput];
  PutItem: [sdk.PutItemCommandInput, sdk.PutItemCommandOutput];
  DeleteItem: [sdk.DeleteItemCommandInput, sdk.DeleteItemCommandOutput];
  Query: [sdk.QueryCommandInput, sdk.QueryCommandOutput];
  BatchWriteItem: [sdk.BatchWriteItemCommandInput, sdk.BatchWriteItemCommandOutput];
}

/** The name of an operation. */
export type Operation = keyof Operations;

export interface DynamoClient {
  /**
   * Sends a request, and once more if it failed for a reason that passes.
   *
   * @throws Error whose name is the type of DynamoDB's error, such as `ConditionalCheckFailedException`; `TimeoutError`
   *   if there was no response, or a system error if there was no connection
   */
  send<Name extends Operation>(operation: Name, input: Operations[Name][0]): Promise<Operations[Name][1]>;
  /** Closes the connections. */
  close(): void;
}

export interface Credentials {
  accessKeyId: string;
  secretAccessKey: string;
  sessionToken?: string;
}

export interface DynamoClientOptions {
  region: string;
  /** Such as `http://127.0.0.1:8000`; undefined for Amazon's own. */
  endpoint: string | undefined;
  credentials: () => Promise<Credentials>;
  /** Milliseconds for one attempt of a request. */
  requestTimeout: number;
  /** Milliseconds to connect. */
  connectionTimeout: number;
  /** How often a request is sent at most. */
  attempts: number;
}

/** The version of the protocol, in the header that names the operation. */
const TARGET = 'DynamoDB_20120810';

/** Milliseconds before a second attempt, at most: a random part of it is waited. Each further one waits twice as long. */
const PAUSE = 100;
/** The same after too many requests. */
const PAUSE_IF_THROTTLED = 500;

/** The errors that say there were too many requests. */
const THROTTLED: ReadonlySet<string> = new Set([
  'ProvisionedThroughputExceededException',
  'RequestLimitExceeded',
  'ThrottlingException',
  'TooManyRequestsException',
]);

/** The codes of Node.js for a connection that could not be made or broke, besides those that are a TimeoutError. */
const NOT_CONNECTED: ReadonlySet<string> = new Set(['EAI_AGAIN', 'EHOSTUNREACH', 'ENETUNREACH', 'ENOTFOUND']);

/** An error in DynamoDB's answer. Its message is its name: Amazon's own can contain values of an item. */
class DynamoError extends Error {
  /** Of the HTTP response. */
  readonly status: number;
  constructor(name: string, status: number) {
    super(name);
    this.name = name;
    this.status = status;
  }
}

export function createDynamoClient({
  region,
  endpoint,
  credentials,
  requestTimeout,
  connectionTimeout,
  attempts,
}: DynamoClientOptions): DynamoClient {
  const url = new URL(endpoint || `https://dynamodb.${region}.${domainOf(region)}`);
  const http = new NodeHttpHandler({ requestTimeout, connectionTimeout, throwOnRequestTimeout: true });
  const signer = new SignatureV4({ service: 'dynamodb', region, credentials, sha256: Sha256 });

  const sendOnce = async (operation: Operation, input: unknown): Promise<unknown> => {
    const body = JSON.stringify(input);
    const request = await signer.sign({
      method: 'POST',
      protocol: url.protocol,
      hostname: url.hostname,
      ...(url.port === '' ? {} : { port: Number(url.port) }),
      path: url.pathname,
      query: {},
      headers: {
        host: url.host,
        'content-type': 'application/x-amz-json-1.0',
        'content-length': String(Buffer.byteLength(body)),
        'x-amz-target': `${TARGET}.${operation}`,
      },
      body,
    });
    const { response } = await http.handle(request as Parameters<NodeHttpHandler['handle']>[0]);
    const chunks: Buffer[] = [];
    for await (const chunk of response.body) chunks.push(chunk);
    const text = Buffer.concat(chunks).toString();
    if (response.statusCode >= 300) throw new DynamoError(errorTypeIn(text), response.statusCode);
    return JSON.parse(text);
  };

  return {
    async send<Name extends Operation>(operation: Name, input: Operations[Name][0]) {
      for (let attempt = 1; ; attempt += 1)
        try {
          return (await sendOnce(operation, input)) as Operations[Name][1];
        } catch (error) {
          const longest = pauseAfter(error);
          if (longest === null || attempt >= attempts) throw error;
          await pause(Math.random() * longest * 2 ** (attempt - 1));
        }
    },
    close: () => http.destroy(),
  };
}

/** The domain of the services in a region. China has its own. */
const domainOf = (region: string): string =>
  region.startsWith('cn-') ? 'amazonaws.com.cn' : 'amazonaws.com';

/** The type of an error: what is behind the `#` of its `__type`, e.g. `com.amazonaws.dynamodb.v20120810#ThrottlingException`. */
function errorTypeIn(text: string): string {
  try {
    const { __type: type } = JSON.parse(text) as { __type?: unknown };
    return typeof type === 'string' ? type.slice(type.indexOf('#') + 1) : 'UnknownError';
  } catch {
    // Something between here and DynamoDB answered, such as a proxy.
    return 'UnknownError';
  }
}

/** Milliseconds to wait before another attempt, at most; null if it would fail in the same way. */
function pauseAfter(error: unknown): number | null {
  if (!(error instanceof Error)) return null;
  if (THROTTLED.has(error.name)) return PAUSE_IF_THROTTLED;
  if (error instanceof DynamoError) return error.status >= 500 ? PAUSE : null;
  return error.name === 'TimeoutError' || ('code' in error && NOT_CONNECTED.has(String(error.code)))
    ? PAUSE
    : null;
}
