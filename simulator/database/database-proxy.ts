import {
  Agent,
  createServer,
  type IncomingMessage,
  type OutgoingHttpHeaders,
  request,
  type ServerResponse,
} from 'node:http';
import { buffer } from 'node:stream/consumers';
import { crc32 } from 'node:zlib';
import { isRecord } from '../json-value.ts';
import { answerFailure, closeServer, guard, listen, newSecret } from '../local-server.ts';
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
  /** Its URL, with the secret of this run, e.g. `http://127.0.0.1:40879/5f...`. */
  readonly endpoint: string;
  /** Stops it, and closes every connection, including those of requests that were left unanswered. */
  close(): Promise<void>;
}

/** Where the database is. */
export interface DatabaseAddress {
  readonly port: number;
  /** The first part of the path of every request to it. */
  readonly secret: string;
}

/**
 * Starts a proxy on 127.0.0.1 in front of a DynamoDB-compatible server. It asks the database for the capacity that each
 * request consumes; a client that did not ask does not get that. Only who knows its endpoint is answered.
 */
export async function startDatabaseProxy(address: DatabaseAddress): Promise<DatabaseProxy> {
  const agent = new Agent({ keepAlive: true });
  const faults: Fault[] = [];
  let use: DatabaseUse = NO_USE;
  const reports = new Set<string>();
  const count = (operation: string) => {
    use = { ...use, requests: { ...use.requests, [operation]: (use.requests[operation] ?? 0) + 1 } };
  };
  const consume = (units: number) => {
    use = { ...use, capacity: use.capacity + units };
  };

  const server = createServer(async (incoming, outgoing) => {
    try {
      const body = await buffer(incoming);
      const operation = operationOf(incoming);
      count(operation);
      const fault = faults.shift();
      if (fault === undefined) {
        const isKnown = await forward({ incoming, outgoing, body, operation, address, agent, consume });
        if (!isKnown) reports.add(`DynamoDB's ${operation} is not simulated: the skill got the status 400.`);
        return;
      }
      fail(fault, incoming, outgoing);
    } catch (error) {
      const report = answerFailure(incoming, outgoing, error);
      if (report !== null) reports.add(report);
    }
  });
  const secret = newSecret();
  guard(server, secret);
  const port = await listen(server);

  return {
    endpoint: `http://127.0.0.1:${port}/${secret}`,
    take: () => {
      const taken = use;
      use = NO_USE;
      return taken;
    },
    reports: () => {
      const taken = [...reports];
      reports.clear();
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
  readonly address: DatabaseAddress;
  readonly agent: Agent;
  readonly consume: (units: number) => void;
}

/** Returns whether the database has the operation. */
async function forward(forwarded: ForwardedRequest): Promise<boolean> {
  const { incoming, outgoing, operation, address, agent, consume } = forwarded;
  const asked = parse(forwarded.body);
  const metered = METERED.has(operation);
  const unasked = metered && isRecord(asked) && (asked.ReturnConsumedCapacity ?? 'NONE') === 'NONE';
  const body = unasked
    ? Buffer.from(JSON.stringify({ ...asked, ReturnConsumedCapacity: 'TOTAL' }))
    : forwarded.body;
  const { port } = address;
  const headers = {
    ...incoming.headers,
    host: `127.0.0.1:${port}`,
    'content-length': String(body.length),
  } satisfies OutgoingHttpHeaders;
  delete headers.expect;
  delete headers['transfer-encoding'];
  const path = `/${address.secret}${incoming.url}`;
  const answer = await new Promise<IncomingMessage>((resolve, reject) => {
    const outbound = request(
      { host: '127.0.0.1', port, method: incoming.method, path, headers, agent },
      resolve,
    );
    outbound.once('error', reject);
    outbound.end(body);
  });
  const answered = await buffer(answer);
  if (metered) consume(capacityIn(answered));
  const status = answer.statusCode ?? 500;
  const bare = unasked ? withoutCapacity(answered) : answered;
  const measures = bare === answered ? {} : measuresOf(bare);
  outgoing.writeHead(status, { ...answer.headers, ...measures }).end(bare);
  return status !== 400 || !answered.includes('UnknownOperationException');
}

/** An answer as DynamoDB gives it to who did not ask for the capacity. */
function withoutCapacity(answered: Buffer): Buffer {
  const parsed = parse(answered);
  if (!isRecord(parsed) || parsed.ConsumedCapacity === undefined) return answered;
  const { ConsumedCapacity: _consumed, ...rest } = parsed;
  return Buffer.from(JSON.stringify(rest));
}

/** The headers that depend on the bytes of an answer: some clients check the sum. */
const measuresOf = (body: Buffer): OutgoingHttpHeaders => ({
  'content-length': String(body.length),
  'x-amz-crc32': String(crc32(body)),
});

const operationOf = (incoming: IncomingMessage): string =>
  String(incoming.headers['x-amz-target'] ?? 'Unknown')
    .split('.')
    .at(-1) ?? 'Unknown';

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
