import { Agent, createServer, type IncomingMessage, request, type ServerResponse } from 'node:http';
import { isRecord } from '../json-value.ts';
import { closeServer, listen } from '../local-server.ts';
import { type DatabaseMeter, type DatabaseUse, type Fault, NO_USE } from './database-meter.ts';

/** The operations that take ReturnConsumedCapacity. Source: Amazon DynamoDB API Reference. */
const METERED: ReadonlySet<string> = new Set([
  'BatchGetItem',
  'BatchWriteItem',
  'DeleteItem',
  'GetItem',
  'PutItem',
  'Query',
  'Scan',
  'UpdateItem',
]);

const THROTTLED = JSON.stringify({
  __type: 'com.amazonaws.dynamodb.v20120810#ProvisionedThroughputExceededException',
  message:
    'The level of configured provisioned throughput for the table was exceeded. Consider increasing your provisioning level with the UpdateTable API.',
});

/** A proxy in front of the database: it counts what passes and injects faults. */
export interface DatabaseProxy extends DatabaseMeter {
  /** Its URL, e.g. `http://127.0.0.1:40879`. */
  readonly endpoint: string;
  /** Stops it, and closes every connection, including those of requests that were left unanswered. */
  close(): Promise<void>;
}

/**
 * Starts a proxy on 127.0.0.1 in front of the DynamoDB-compatible server on the given port. It asks the database for
 * the capacity that each request consumes, whether or not the client asked.
 */
export async function startDatabaseProxy(databasePort: number): Promise<DatabaseProxy> {
  const agent = new Agent({ keepAlive: true });
  const faults: Fault[] = [];
  let use: DatabaseUse = NO_USE;
  const count = (operation: string) => {
    use = { ...use, requests: { ...use.requests, [operation]: (use.requests[operation] ?? 0) + 1 } };
  };
  const consume = (units: number) => {
    use = { ...use, capacity: use.capacity + units };
  };

  const server = createServer(async (incoming, outgoing) => {
    try {
      const body = await bodyOf(incoming);
      const operation = operationOf(incoming);
      count(operation);
      const fault = faults.shift();
      if (fault === undefined) {
        await forward({ incoming, outgoing, body, operation, databasePort, agent, consume });
        return;
      }
      fail(fault, incoming, outgoing);
    } catch {
      // The client gave up, or the database is closing: nobody waits for an answer.
      outgoing.destroy();
    }
  });
  const port = await listen(server);

  return {
    endpoint: `http://127.0.0.1:${port}`,
    take: () => {
      const taken = use;
      use = NO_USE;
      return taken;
    },
    fail: (fault, times) => {
      for (let time = 0; time < times; time += 1) faults.push(fault);
    },
    close: async () => {
      await closeServer(server);
      agent.destroy();
    },
  };
}

function fail(fault: Fault, incoming: IncomingMessage, outgoing: ServerResponse): void {
  switch (fault) {
    case 'throttle':
      outgoing.writeHead(400, { 'content-type': 'application/x-amz-json-1.0' }).end(THROTTLED);
      return;
    case 'down':
      incoming.socket.destroy();
      return;
    case 'timeout':
      // The request stays unanswered, so that the client's own timeout ends it.
      return;
  }
}

/** A request on its way to the database. */
interface ForwardedRequest {
  readonly incoming: IncomingMessage;
  readonly outgoing: ServerResponse;
  readonly body: Buffer;
  readonly operation: string;
  readonly databasePort: number;
  readonly agent: Agent;
  readonly consume: (units: number) => void;
}

async function forward(forwarded: ForwardedRequest): Promise<void> {
  const { incoming, outgoing, operation, databasePort, agent, consume } = forwarded;
  const body = METERED.has(operation) ? askForCapacity(forwarded.body) : forwarded.body;
  const headers = { ...incoming.headers, 'content-length': String(body.length) };
  delete headers.expect;
  delete headers['transfer-encoding'];
  const answer = await new Promise<IncomingMessage>((resolve, reject) => {
    const outbound = request(
      { host: '127.0.0.1', port: databasePort, method: incoming.method, path: incoming.url, headers, agent },
      resolve,
    );
    outbound.once('error', reject);
    outbound.end(body);
  });
  const answered = await bodyOf(answer);
  if (METERED.has(operation)) consume(capacityIn(answered));
  outgoing.writeHead(answer.statusCode ?? 500, answer.headers).end(answered);
}

async function bodyOf(message: IncomingMessage): Promise<Buffer> {
  const chunks: Buffer[] = [];
  for await (const chunk of message) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks);
}

const operationOf = (incoming: IncomingMessage): string =>
  String(incoming.headers['x-amz-target'] ?? 'Unknown')
    .split('.')
    .at(-1) ?? 'Unknown';

function askForCapacity(body: Buffer): Buffer {
  const parsed = parse(body);
  if (!isRecord(parsed)) return body;
  return Buffer.from(JSON.stringify({ ...parsed, ReturnConsumedCapacity: 'TOTAL' }));
}

function capacityIn(body: Buffer): number {
  const parsed = parse(body);
  const consumed = isRecord(parsed) ? parsed.ConsumedCapacity : undefined;
  const parts = Array.isArray(consumed) ? consumed : [consumed];
  return parts.reduce((sum: number, part) => sum + (isRecord(part) ? Number(part.CapacityUnits ?? 0) : 0), 0);
}

function parse(body: Buffer): unknown {
  try {
    return JSON.parse(body.toString('utf8'));
  } catch {
    return undefined;
  }
}
