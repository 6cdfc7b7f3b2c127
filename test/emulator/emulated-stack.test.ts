/** The stack on an emulator of AWS, and the asset that was deployed to it: `npm run test:emulator`. */
import { createHash } from 'node:crypto';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import {
  CloudFormationClient,
  DescribeStackResourcesCommand,
  DescribeStacksCommand,
  GetTemplateCommand,
} from '@aws-sdk/client-cloudformation';
import {
  DescribeContinuousBackupsCommand,
  DescribeTableCommand,
  DescribeTimeToLiveCommand,
  type DynamoDBClient,
  UpdateContinuousBackupsCommand,
  UpdateTimeToLiveCommand,
} from '@aws-sdk/client-dynamodb';
import { GetFunctionCommand, GetPolicyCommand, LambdaClient } from '@aws-sdk/client-lambda';
import { GetObjectCommand, S3Client } from '@aws-sdk/client-s3';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { SKILL_ID } from '../../simulator/cloud/identity.ts';
import { clientOf } from '../household/database-table.ts';
import {
  assetIn,
  forTheEmulator,
  NOT_EMULATED,
  only,
  type Template,
  tableIn,
  templateIn,
} from './assembly.ts';
import { itHoldsAConversation } from './conversation.ts';
import { bootstrap, deploy } from './deployment.ts';
import { unzipInto } from './unzipped.ts';

const { ASSEMBLY: assembly = '', EMULATOR_ENDPOINT: endpoint = '', NODE_24: node = '' } = process.env;
const here = assembly !== '' && endpoint !== '';
const whyNot = here ? '' : ' (skipped: npm run test:emulator gives it a template and an emulator)';

const clientSettings = {
  region: 'us-east-1',
  endpoint,
  credentials: { accessKeyId: 'test', secretAccessKey: 'test' },
};

describe.skipIf(!here)(`the stack on an emulator of AWS${whyNot}`, () => {
  let folder: string;
  let emulated: string;
  let code: string;
  let outputs: Record<string, string>;
  let environment: Record<string, string>;
  let cloudFormation: CloudFormationClient;
  let lambda: LambdaClient;
  let database: DynamoDBClient;
  let storage: S3Client;

  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'our-check-in-emulated-'));
    emulated = join(folder, 'assembly');
    code = join(folder, 'code');
    forTheEmulator(assembly, emulated);
    cloudFormation = new CloudFormationClient(clientSettings);
    lambda = new LambdaClient(clientSettings);
    database = clientOf(endpoint);
    storage = new S3Client({ ...clientSettings, forcePathStyle: true });
    // The account that moto's credentials belong to.
    await bootstrap('123456789012', 'us-east-1', endpoint);
    ({ outputs } = await deploy(emulated, endpoint));
  }, 180_000);

  afterAll(() => {
    for (const client of [cloudFormation, lambda, database, storage]) client.destroy();
    rmSync(folder, { recursive: true, force: true });
  });

  const tableName = () => outputs.TableName ?? '';
  const functionName = () => outputs.SkillEndpoint ?? '';
  const stack = async () =>
    (await cloudFormation.send(new DescribeStacksCommand({ StackName: 'OurCheckIn' }))).Stacks?.[0];
  const resources = async () => {
    const asked = new DescribeStackResourcesCommand({ StackName: 'OurCheckIn' });
    const { StackResources = [] } = await cloudFormation.send(asked);
    // moto also lists resources that it has not created, without an id.
    return StackResources.filter(({ LogicalResourceId }) => LogicalResourceId !== undefined).map(
      ({ LogicalResourceId: id, PhysicalResourceId: name }) => ({ id, name }),
    );
  };

  it('is created with its outputs, and with each resource that the emulator supports', async () => {
    expect((await stack())?.StackStatus).toBe('CREATE_COMPLETE');
    const wanted = Object.entries(templateIn(assembly).Resources)
      .filter(([, { Type }]) => !NOT_EMULATED.includes(Type))
      .map(([id]) => id);
    expect((await resources()).map(({ id }) => id).toSorted()).toEqual(wanted.toSorted());
    expect(Object.keys(outputs).toSorted()).toEqual([
      'AlarmTopic',
      'DashboardName',
      'LogGroupName',
      'SettingsGiven',
      'SkillEndpoint',
      'SkillId',
      'TableKey',
      'TableMadeHere',
      'TableName',
    ]);
    for (const value of Object.values(outputs)) expect(value).toMatch(/^\S+$/);
  });

  it('has a table with the keys of the store, on-demand capacity, and deletion protection', async () => {
    const { Table } = await database.send(new DescribeTableCommand({ TableName: tableName() }));
    expect(Table).toMatchObject({
      KeySchema: [
        { AttributeName: 'pk', KeyType: 'HASH' },
        { AttributeName: 'sk', KeyType: 'RANGE' },
      ],
      BillingModeSummary: { BillingMode: 'PAY_PER_REQUEST' },
      DeletionProtectionEnabled: true,
    });
  });

  it('has a time to live on the table, and point-in-time recovery', async () => {
    const name = { TableName: tableName() };
    // moto's CloudFormation ignores both, so the settings of the template are applied through DynamoDB's API.
    const { TimeToLiveSpecification, PointInTimeRecoverySpecification } = tableIn(templateIn(assembly));
    await database.send(new UpdateTimeToLiveCommand({ ...name, TimeToLiveSpecification }));
    await database.send(new UpdateContinuousBackupsCommand({ ...name, PointInTimeRecoverySpecification }));
    const { TimeToLiveDescription } = await database.send(new DescribeTimeToLiveCommand(name));
    expect(TimeToLiveDescription).toEqual({ AttributeName: 'expiresAt', TimeToLiveStatus: 'ENABLED' });
    const { ContinuousBackupsDescription } = await database.send(new DescribeContinuousBackupsCommand(name));
    expect(ContinuousBackupsDescription?.PointInTimeRecoveryDescription).toMatchObject({
      PointInTimeRecoveryStatus: 'ENABLED',
    });
  });

  it('has a function with the built asset, byte for byte, on Node.js 24', async () => {
    const { Configuration } = await lambda.send(new GetFunctionCommand({ FunctionName: functionName() }));
    expect(Configuration).toMatchObject({
      Runtime: 'nodejs24.x',
      Handler: 'index.handler',
      Environment: { Variables: { SKILL_ID, TABLE_NAME: tableName() } },
    });
    environment = Configuration?.Environment?.Variables ?? {};

    const { S3Key } = only(templateIn(assembly), 'AWS::Lambda::Function').Properties.Code as {
      S3Key: string;
    };
    const account = (await stack())?.StackId?.split(':')[4];
    const Bucket = `cdk-hnb659fds-assets-${account}-us-east-1`;
    const { Body } = await storage.send(new GetObjectCommand({ Bucket, Key: S3Key }));
    const bytes = Buffer.from((await Body?.transformToByteArray()) ?? []);
    expect(Configuration?.CodeSha256).toBe(createHash('sha256').update(bytes).digest('base64'));
    unzipInto(code, bytes);

    const built = assetIn(assembly);
    expect(readdirSync(code).toSorted()).toEqual(readdirSync(built).toSorted());
    for (const name of readdirSync(built))
      expect(readFileSync(join(code, name)).equals(readFileSync(join(built, name)))).toBe(true);
  });

  it('lets only Alexa call it, and only for this skill', async () => {
    const { Policy } = await lambda.send(new GetPolicyCommand({ FunctionName: functionName() }));
    expect(JSON.parse(Policy ?? '{}').Statement).toEqual([
      expect.objectContaining({
        Effect: 'Allow',
        Action: 'lambda:InvokeFunction',
        Principal: 'alexa-appkit.amazon.com',
      }),
    ]);
    // moto leaves the skill id out of the policy, so the template of the deployed stack is checked for it.
    const made = await cloudFormation.send(new GetTemplateCommand({ StackName: 'OurCheckIn' }));
    const template = JSON.parse(made.TemplateBody ?? '{}') as Template;
    expect(only(template, 'AWS::Lambda::Permission').Properties).toMatchObject({
      EventSourceToken: SKILL_ID,
    });
  });

  itHoldsAConversation(node, () => ({
    folder: code,
    environment: { ...environment, AWS_ENDPOINT_URL_DYNAMODB: endpoint },
    client: database,
    tableName: tableName(),
  }));

  it('changes nothing if it is deployed again', { timeout: 120_000 }, async () => {
    const before = await resources();
    expect((await deploy(emulated, endpoint)).said).toContain('no changes');
    expect(await resources()).toEqual(before);
    expect((await stack())?.StackStatus).toBe('CREATE_COMPLETE');
  });
});
