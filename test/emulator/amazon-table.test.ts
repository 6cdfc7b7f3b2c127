/** The table of the template on Amazon's DynamoDB Local, with the built asset using it: `npm run test:emulator`. */
import { randomUUID } from 'node:crypto';
import {
  CreateTableCommand,
  DescribeTableCommand,
  DescribeTimeToLiveCommand,
  type DynamoDBClient,
  UpdateTimeToLiveCommand,
  waitUntilTableExists,
} from '@aws-sdk/client-dynamodb';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { clientOf } from '../household/database-table.ts';
import { assetIn, environmentIn, tableIn, templateIn } from './assembly.ts';
import { itHoldsAConversation } from './conversation.ts';

const { ASSEMBLY: assembly = '', DYNAMODB_ENDPOINT: endpoint = '', NODE_24: node = '' } = process.env;
const here = assembly !== '' && endpoint !== '';
const whyNot = here ? '' : ' (skipped: npm run test:emulator gives it a template and a database)';

describe.skipIf(!here)(`the table of the template on Amazon's DynamoDB Local${whyNot}`, () => {
  const tableName = `stack-${randomUUID()}`;
  let client: DynamoDBClient;

  beforeAll(async () => {
    client = clientOf(endpoint);
    const { layout, TimeToLiveSpecification } = tableIn(templateIn(assembly));
    await client.send(new CreateTableCommand({ TableName: tableName, ...layout }));
    await waitUntilTableExists(
      { client, maxWaitTime: 10, minDelay: 0.1, maxDelay: 1 },
      { TableName: tableName },
    );
    await client.send(new UpdateTimeToLiveCommand({ TableName: tableName, TimeToLiveSpecification }));
  });

  afterAll(() => client.destroy());

  it('has the keys that the store uses, on-demand capacity, and a time to live', async () => {
    const { Table } = await client.send(new DescribeTableCommand({ TableName: tableName }));
    expect(Table).toMatchObject({
      TableStatus: 'ACTIVE',
      KeySchema: [
        { AttributeName: 'pk', KeyType: 'HASH' },
        { AttributeName: 'sk', KeyType: 'RANGE' },
      ],
      BillingModeSummary: { BillingMode: 'PAY_PER_REQUEST' },
    });
    const { TimeToLiveDescription } = await client.send(
      new DescribeTimeToLiveCommand({ TableName: tableName }),
    );
    expect(TimeToLiveDescription).toMatchObject({ AttributeName: 'expiresAt', TimeToLiveStatus: 'ENABLED' });
  });

  itHoldsAConversation(node, () => ({
    folder: assetIn(assembly),
    environment: {
      ...environmentIn(templateIn(assembly), tableName),
      AWS_ENDPOINT_URL_DYNAMODB: endpoint,
    },
    client,
    tableName,
  }));
});
