/** Where households are kept (lambda/household): one table, encrypted with a key of its own, made here or there before. */
import { RemovalPolicy } from 'aws-cdk-lib';
import { AttributeType, BillingMode, type ITable, Table, TableEncryption } from 'aws-cdk-lib/aws-dynamodb';
import { type IRole, PolicyStatement } from 'aws-cdk-lib/aws-iam';
import { type IKey, Key } from 'aws-cdk-lib/aws-kms';
import { Construct } from 'constructs';
import type { ExistingTable } from './settings.ts';

/** All that the store does (lambda/household/dynamo-store.ts): no scan, no update, nothing about the table itself. */
const READ_AND_WRITE = [
  'dynamodb:GetItem',
  'dynamodb:PutItem',
  'dynamodb:DeleteItem',
  'dynamodb:Query',
  'dynamodb:BatchWriteItem',
];

/** What DynamoDB does with the key on behalf of whoever reads and writes the table. */
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

    // Without the key the table cannot be read: it stays where the table stays.
    this.key = new Key(this, 'Key', {
      description: 'Our Check-In: what households keep',
      enableKeyRotation: true,
      removalPolicy: RemovalPolicy.RETAIN,
    });

    // A couple's appreciations cannot be had again: no slip of the deployer deletes them, and for 35 days (the longest
    // that DynamoDB offers, and its default) a mistake can be undone. docs/privacy.md says what that means for deletion.
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
    // The types of the CDK are not written for exactOptionalPropertyTypes: a Table is an ITable.
    this.table = table as ITable;
  }

  /** Lets a role do what the store does, on this table, and use the key through DynamoDB alone. */
  grantStoreTo(role: IRole, region: string): void {
    role.addToPrincipalPolicy(
      new PolicyStatement({ actions: READ_AND_WRITE, resources: [this.table.tableArn] }),
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
