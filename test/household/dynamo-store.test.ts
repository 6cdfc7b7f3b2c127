import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe } from 'vitest';
import { describeHouseholdStore } from './contract/contract.ts';
import { createTable, type Table, tableInMemory } from './database-table.ts';
import { describeStoredItems } from './stored-items.ts';

const local = process.env.DYNAMODB_ENDPOINT;

/** Amazon's own DynamoDB Local: `npm run test:dynamodb-local` runs it. */
const whyNot =
  local === undefined ? ' (skipped: DYNAMODB_ENDPOINT does not name an endpoint of DynamoDB Local)' : '';

describe('on dynalite', () => {
  describeTable('on dynalite', tableInMemory);
});

describe.skipIf(local === undefined)(`on Amazon's DynamoDB Local${whyNot}`, () => {
  describeTable('on DynamoDB Local', () => createTable(local ?? '', `households-${randomUUID()}`));
});

function describeTable(name: string, open: () => Promise<Table>): void {
  let table: Table | undefined;
  const opened = (): Table => {
    if (table === undefined) throw new Error(`${name}: the table is not open`);
    return table;
  };
  beforeAll(async () => {
    table = await open();
  });
  afterAll(() => table?.close());
  describeHouseholdStore(name, () => opened().store);
  describeStoredItems(name, opened);
}
