/**
 * The table that keeps the households (lambda/household), encrypted with a key of its own. It is created here, or
 * exists already.
 */
import { RemovalPolicy } from 'aws-cdk-lib';
import { AttributeType, BillingMode, type ITable, Table, TableEncryption } from 'aws-cdk-lib/aws-dynamodb';
import { type IRole, PolicyStatement } from 'aws-cdk-lib/aws-iam';
import { type IKey, Key } from 'aws-cdk-lib/aws-kms';
import { Construct } from 'constructs';
import type { ExistingTable } from './settings.ts';

/**
 * The operations of the store (lambda/household/dynamo-store.ts): no scan, no update, and nothing that changes the
 * table itself.
 */
export const OPERATIONS = ['GetItem', 'PutItem', 'DeleteItem', 'Query', 'BatchWriteItem'] as const;

/** What DynamoDB does with the key for those who read and write the table. */
const USE_KEY = ['kms:Decrypt', 'kms:GenerateDataKey', 'kms:DescribeKey'];

export class HouseholdTable extends Construct {
  readonly table: ITable;
  readonly key: IKey;

  constructor(scope: Construct, id: string, existing?: ExistingTable) {
    super(scope, id);

    if (existing !== undefined) {
      this.key = Key.fromKeyArn(this, 'Key', existing.key);
      this.table = Table.fromTableAttributes(this, 'Table', {
        tableName: existing.name,
        encryptionKey: this.key,
      });
      return;
    }

    // Without the key the table cannot be read, so the key is kept with the table.
    this.key = new Key(this, 'Key', {
      description: 'Our Check-In: what households keep',
      enableKeyRotation: true,
      removalPolicy: RemovalPolicy.RETAIN,
    });

    // Lost appreciations cannot be recreated. So a mistake during deployment cannot delete the table, and its contents
    // can be restored to any second of the last 35 days (the longest period that DynamoDB offers, and its default).
    // docs/privacy.md says what that means for deletion.
    const table = new Table(this, 'Table', {
      partitionKey: { name: 'pk', type: AttributeType.STRING },
      sortKey: { name: 'sk', type: AttributeType.STRING },
      billingMode: BillingMode.PAY_PER_REQUEST,
      timeToLiveAttribute: 'expiresAt',
      pointInTimeRecoverySpecification: { pointInTimeRecoveryEnabled: true },
      deletionProtection: true,
      removalPolicy: RemovalPolicy.RETAIN,
      encryption: TableEncryption.CUSTOMER_MANAGED,
      encryptionKey: this.key,
    });
    // A Table is an ITable, but the CDK's types are not written for exactOptionalPropertyTypes.
    this.table = table as ITable;
  }

  /** Allows a role the operations of the store on this table, and the use of the key through DynamoDB only. */
  grantStoreTo(role: IRole, region: string): void {
    role.addToPrincipalPolicy(
      new PolicyStatement({
        actions: OPERATIONS.map((operation) => `dynamodb:${operation}`),
        resources: [this.table.tableArn],
      }),
    );
    role.addToPrincipalPolicy(
      new PolicyStatement({
        actions: USE_KEY,
        resources: [this.key.keyArn],
        conditions: { StringEquals: { 'kms:ViaService': `dynamodb.${region}.amazonaws.com` } },
      }),
    );
  }
}
