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
import { storeCodeOf } from './dynamo-errors.ts';
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
   * Sends a request, and again if it failed for a reason that passes: `attempts` times at most.
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
  /** A number from 0 up to 1, for the length of a pause. */
  chance: () => number;
}

/** The version of the protocol, in the header that names the operation. */
const TARGET = 'DynamoDB_20120810';

/** Milliseconds before a second attempt, at most: a random part of it is waited. Each further one waits twice as long. */
const PAUSE = 100;
/** The same after too many requests. */
const PAUSE_IF_THROTTLED = 500;

/** The status of an answer that says there were too many requests. */
const TOO_MANY_REQUESTS = 429;

/**
 * Other errors that pass. A signature is too old if the function was frozen between signing a request and sending it: each
 * attempt is signed again.
 */
const PASSING: ReadonlySet<string> = new Set([
  'InvalidSignatureException',
  'RequestExpired',
  'RequestTimeout',
  'RequestTimeoutException',
]);

/** The codes of Node.js for a connection that could not be made. */
const NOT_CONNECTED: ReadonlySet<string> = new Set([
  'EAI_AGAIN',
  'ECONNREFUSED',
  'EHOSTUNREACH',
  'ENETUNREACH',
  'ENOTFOUND',
]);
/** The same for a connection that broke. */
const BROKEN: ReadonlySet<string> = new Set(['ECONNRESET', 'EPIPE', 'ETIMEDOUT']);

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
  chance,
}: DynamoClientOptions): DynamoClient {
  const url = new URL(endpoint || `https://dynamodb.${region}.amazonaws.com`);
  const http = new NodeHttpHandler({
    requestTimeout,
    connectionTimeout,
    // An answer that has begun, and does not go on.
    socketTimeout: requestTimeout,
    throwOnRequestTimeout: true,
  });
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
    const text = await textOf(response.body);
    if (response.statusCode >= 300) throw new DynamoError(errorTypeIn(text), response.statusCode);
    return answerIn(text, response.statusCode);
  };

  return {
    async send<Name extends Operation>(operation: Name, input: Operations[Name][0]) {
      for (let attempt = 1; ; attempt += 1)
        try {
          return (await sendOnce(operation, input)) as Operations[Name][1];
        } catch (error) {
          const longest = pauseAfter(error);
          if (longest === null || attempt >= attempts) throw error;
          await pause(chance() * longest * 2 ** (attempt - 1));
        }
    },
    close: () => http.destroy(),
  };
}

/**
 * All of an answer.
 *
 * @throws Error a `TimeoutError` if the connection breaks, as before the answer: a write may have happened
 */
async function textOf(body: AsyncIterable<Buffer>): Promise<string> {
  const chunks: Buffer[] = [];
  try {
    for await (const chunk of body) chunks.push(chunk);
  } catch (error) {
    if (error instanceof Error && BROKEN.has(codeIn(error))) error.name = 'TimeoutError';
    throw error;
  }
  return Buffer.concat(chunks).toString();
}

/** @throws DynamoError if it is not JSON. An error of `JSON.parse` would quote it. */
function answerIn(text: string, status: number): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw new DynamoError('UnreadableAnswer', status);
  }
}

/**
 * The type of an error: what is behind the `#` of its `__type`, e.g.
 * `com.amazonaws.dynamodb.v20120810#ThrottlingException`.
 */
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
  const status = error instanceof DynamoError ? error.status : null;
  if (storeCodeOf(error) === 'throttled' || status === TOO_MANY_REQUESTS) return PAUSE_IF_THROTTLED;
  const passes =
    PASSING.has(error.name) ||
    (status === null ? error.name === 'TimeoutError' || NOT_CONNECTED.has(codeIn(error)) : status >= 500);
  return passes ? PAUSE : null;
}

/** The code of an error of Node.js; an empty string if it has none. */
const codeIn = (error: Error): string => ('code' in error ? String(error.code) : '');
