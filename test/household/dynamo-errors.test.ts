/** Which code each failure of the database gets. */
import { createServer } from 'node:http';
import { createServer as createSocket, type Server } from 'node:net';
import { afterEach, describe, expect, it } from 'vitest';
import { createDynamoStore } from '../../lambda/household/dynamo-store.ts';
import { StoreError } from '../../lambda/household/errors.ts';
import type { HouseholdStore } from '../../lambda/household/store.ts';
import { codeOf } from './contract/stored.ts';
import { portOf, storeClientOf, tableInMemory } from './database-table.ts';
import { anAppreciation, aQuestion, aRecord, aStranger, NOW, ofDays } from './records.ts';

const open: (() => Promise<void>)[] = [];
afterEach(async () => {
  for (const close of open.splice(0)) await close();
});

function storeAt(port: number, timeout?: number): HouseholdStore {
  const client = storeClientOf(`http://127.0.0.1:${port}`, timeout);
  open.push(async () => client.close());
  return createDynamoStore({ client, table: 'households' });
}

const closing = (server: Server): Promise<void> =>
  new Promise((resolve) => {
    server.close(() => resolve());
  });

/** A store whose database answers every request with this error. */
async function answering(status: number, type: string): Promise<HouseholdStore> {
  const server = createServer((incoming, outgoing) => {
    incoming.resume();
    outgoing.writeHead(status, { 'content-type': 'application/x-amz-json-1.0', connection: 'close' });
    outgoing.end(JSON.stringify({ __type: `com.amazonaws.dynamodb.v20120810#${type}`, message: 'no' }));
  });
  const port = await portOf(server);
  open.push(() => closing(server));
  return storeAt(port);
}

/** Every operation there is: one that is missing here does not compile. */
const every: Record<keyof HouseholdStore, (store: HouseholdStore) => Promise<unknown>> = {
  load: (store) => store.load(aStranger(), NOW),
  save: (store) => store.save(aStranger(), aRecord(), 1, NOW),
  keep: (store) => store.keep(aStranger(), anAppreciation()),
  keepQuestion: (store) => store.keepQuestion(aStranger(), aQuestion()),
  takeBack: (store) => store.takeBack(aStranger(), anAppreciation()),
  questions: (store) => store.questions(aStranger(), NOW),
  appreciations: (store) => store.appreciations(aStranger(), ofDays('2026-01-01', '2026-12-31')),
  erase: (store) => store.erase(aStranger(), 'a', NOW),
  forget: (store) => store.forget(aStranger(), NOW),
};
const operations = Object.entries(every);

describe('the DynamoDB store', () => {
  it.each([
    [400, 'ProvisionedThroughputExceededException', 'throttled'],
    [400, 'ThrottlingException', 'throttled'],
    [400, 'RequestLimitExceeded', 'throttled'],
    [400, 'ConditionalCheckFailedException', 'conflict'],
    [500, 'InternalServerError', 'unreachable'],
    [503, 'ServiceUnavailable', 'unreachable'],
    [400, 'AccessDeniedException', 'refused'],
    [400, 'UnrecognizedClientException', 'refused'],
    [400, 'ValidationException', 'refused'],
    [400, 'ResourceNotFoundException', 'refused'],
    [400, 'SomethingNewException', 'unreachable'],
  ])('reports %i %s as %s', async (status, type, code) => {
    const store = await answering(status, type);
    expect(await codeOf(store.save(aStranger(), aRecord(), 1, NOW))).toBe(code);
  });

  it.each(operations)('reports a missing response as a timeout: %s', async (_name, run) => {
    const sockets = new Set<{ destroy(): void }>();
    const server = createSocket((socket) => sockets.add(socket));
    const port = await portOf(server);
    open.push(() => {
      for (const socket of sockets) socket.destroy();
      return closing(server);
    });
    expect(await codeOf(run(storeAt(port, 50)))).toBe('timeout');
  });

  it.each(operations)('reports a port that nothing listens on as unreachable: %s', async (_name, run) => {
    const server = createSocket();
    const port = await portOf(server);
    await closing(server);
    expect(await codeOf(run(storeAt(port)))).toBe('unreachable');
  });

  it('reports a broken connection as a timeout, since a write may have happened', async () => {
    const server = createSocket((socket) => socket.destroy());
    const port = await portOf(server);
    open.push(() => closing(server));
    expect(await codeOf(storeAt(port).load(aStranger(), NOW))).toBe('timeout');
  });

  it('reports a missing table as refused', async () => {
    const table = await tableInMemory();
    open.push(() => table.close());
    const store = createDynamoStore({ client: table.storeClient, table: 'not-there' });
    for (const [, run] of operations) expect(await codeOf(run(store))).toBe('refused');
  });

  it('names the operation, the failure and the cause in its error, and no stored data', async () => {
    const store = await answering(400, 'ThrottlingException');
    const words = anAppreciation({ text: 'zebra-marker', id: 'zebra-marker' });
    const error: unknown = await store.keep(aStranger(), words).catch((thrown: unknown) => thrown);
    expect(error).toBeInstanceOf(StoreError);
    if (!(error instanceof StoreError)) return;
    expect(error.message).toBe('keep: ThrottlingException');
    expect(error.cause).toBeInstanceOf(Error);
  });
});
