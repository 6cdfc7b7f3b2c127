import { readFileSync } from 'node:fs';
import { Validations } from 'aws-cdk-lib';
import { Match } from 'aws-cdk-lib/assertions';
import { AwsSolutionsChecks } from 'cdk-nag';
import { describe, expect, it } from 'vitest';
import { TIMEOUT_SECONDS } from '../../infra/skill-function.ts';
import { onlyIn, SETTINGS, stackOf } from './stack-of.ts';

const { app, stack, template } = stackOf(SETTINGS);

const only = onlyIn(template);
const [tableId, table] = only('AWS::DynamoDB::Table');
const [functionId] = only('AWS::Lambda::Function');
const [aliasId, alias] = only('AWS::Lambda::Alias');
const [topicId] = only('AWS::SNS::Topic');
const [logId] = only('AWS::Logs::LogGroup');
const [keyId, key] = only('AWS::KMS::Key', {
  Properties: { Description: Match.stringLikeRegexp('households') },
});
const tableArn = { 'Fn::GetAtt': [tableId, 'Arn'] };

describe('the table', () => {
  it('has the keys of the store, on-demand capacity, and a time to live', () => {
    expect(table.Properties).toMatchObject({
      KeySchema: [
        { AttributeName: 'pk', KeyType: 'HASH' },
        { AttributeName: 'sk', KeyType: 'RANGE' },
      ],
      AttributeDefinitions: [
        { AttributeName: 'pk', AttributeType: 'S' },
        { AttributeName: 'sk', AttributeType: 'S' },
      ],
      BillingMode: 'PAY_PER_REQUEST',
      TimeToLiveSpecification: { AttributeName: 'expiresAt', Enabled: true },
    });
  });

  it('is protected against deletion by mistake, and so is its key', () => {
    expect(table).toMatchObject({ DeletionPolicy: 'Retain', UpdateReplacePolicy: 'Retain' });
    expect(table.Properties).toMatchObject({
      DeletionProtectionEnabled: true,
      PointInTimeRecoverySpecification: { PointInTimeRecoveryEnabled: true },
    });
    const { SSESpecification } = table.Properties as {
      SSESpecification: { KMSMasterKeyId: { 'Fn::GetAtt': [string, string] } };
    };
    const keys = template.findResources('AWS::KMS::Key');
    expect(keys[SSESpecification.KMSMasterKeyId['Fn::GetAtt'][0]]).toMatchObject({
      DeletionPolicy: 'Retain',
      UpdateReplacePolicy: 'Retain',
    });
    expect(stack.terminationProtection).toBe(true);
  });

  it('is encrypted with a key of its own, which rotates and which no other account can use', () => {
    expect(table.Properties).toMatchObject({ SSESpecification: { SSEEnabled: true, SSEType: 'KMS' } });
    expect(key.Properties).toMatchObject({
      EnableKeyRotation: true,
      KeyPolicy: {
        Statement: [
          {
            Action: 'kms:*',
            Principal: { AWS: { 'Fn::Join': ['', ['arn:aws:iam::', { Ref: 'AWS::AccountId' }, ':root']] } },
          },
        ],
      },
    });
    expect((key.Properties as { KeyPolicy: { Statement: unknown[] } }).KeyPolicy.Statement).toHaveLength(1);
  });
});

describe('the function', () => {
  it('runs on Node.js 24 and arm64, with 512 MB', () => {
    template.hasResourceProperties('AWS::Lambda::Function', {
      Runtime: 'nodejs24.x',
      Architectures: ['arm64'],
      MemorySize: 512,
      Handler: 'index.handler',
    });
  });

  it('is ended before Alexa gives up at 8 s, and apologizes before it is ended', () => {
    template.hasResourceProperties('AWS::Lambda::Function', { Timeout: TIMEOUT_SECONDS });
    expect(TIMEOUT_SECONDS).toBeLessThan(8);
    const answerWithin = /ANSWER_WITHIN = ([\d_]+);/.exec(readFileSync('lambda/index.ts', 'utf8'))?.[1] ?? '';
    expect(Number(answerWithin.replace('_', ''))).toBeGreaterThan(0);
    expect(Number(answerWithin.replace('_', ''))).toBeLessThan(TIMEOUT_SECONDS * 1000);
  });

  it('gets the name of its table and the id of its skill, and never logs an event', () => {
    const [, { Properties }] = only('AWS::Lambda::Function');
    expect(Properties.Environment).toEqual({
      Variables: {
        TABLE_NAME: { Ref: tableId },
        SKILL_ID: SETTINGS.skillId,
      },
    });
  });

  it('writes structured logs to a log group of its own, kept for 30 days', () => {
    template.hasResourceProperties('AWS::Lambda::Function', {
      LoggingConfig: { LogFormat: 'JSON', LogGroup: { Ref: logId } },
    });
    template.hasResourceProperties('AWS::Logs::LogGroup', { RetentionInDays: 30 });
  });

  it('has permission only for the operations of the store on its table, for the key through DynamoDB, and for its log', () => {
    const [, role] = only('AWS::IAM::Role', {
      Properties: {
        AssumeRolePolicyDocument: { Statement: [{ Principal: { Service: 'lambda.amazonaws.com' } }] },
      },
    });
    expect(role.Properties).not.toHaveProperty('ManagedPolicyArns');
    expect(role.Properties).not.toHaveProperty('Policies');
    const [, policy] = only('AWS::IAM::Policy');
    expect((policy.Properties.PolicyDocument as { Statement: unknown }).Statement).toEqual([
      {
        Effect: 'Allow',
        Action: ['logs:CreateLogStream', 'logs:PutLogEvents'],
        Resource: { 'Fn::GetAtt': [logId, 'Arn'] },
      },
      {
        Effect: 'Allow',
        Action: [
          'dynamodb:BatchWriteItem',
          'dynamodb:DeleteItem',
          'dynamodb:GetItem',
          'dynamodb:PutItem',
          'dynamodb:Query',
        ],
        Resource: tableArn,
      },
      {
        Effect: 'Allow',
        Action: ['kms:Decrypt', 'kms:DescribeKey', 'kms:GenerateDataKey'],
        Resource: { 'Fn::GetAtt': [keyId, 'Arn'] },
        Condition: { StringEquals: { 'kms:ViaService': 'dynamodb.eu-west-1.amazonaws.com' } },
      },
    ]);
  });

  it('has permission for exactly the operations of DynamoDB that the store calls', () => {
    const store = readFileSync('lambda/household/dynamo-store.ts', 'utf8');
    const asked = new Set([...store.matchAll(/\.send\(\s*'(\w+)'/g)].map(([, name]) => `dynamodb:${name}`));
    const policy = JSON.stringify(only('AWS::IAM::Policy')[1]);
    const allowed = new Set([...policy.matchAll(/dynamodb:[A-Z]\w+/g)].map(([action]) => action));
    expect(allowed).toEqual(asked);
  });
});

describe('the alias', () => {
  it('can be called only by Alexa, and only for this skill', () => {
    const [, permission] = only('AWS::Lambda::Permission');
    expect(permission.Properties).toEqual({
      Action: 'lambda:InvokeFunction',
      Principal: 'alexa-appkit.amazon.com',
      EventSourceToken: SETTINGS.skillId,
      FunctionName: { Ref: aliasId },
    });
    expect(alias.Properties).toMatchObject({ Name: 'live', FunctionName: { Ref: functionId } });
    expect(template.findResources('AWS::Lambda::Url')).toEqual({});
  });

  it('is named in the outputs, as are the table and its key', () => {
    template.hasOutput('SkillEndpoint', { Value: { Ref: aliasId } });
    template.hasOutput('TableName', { Value: { Ref: tableId } });
    template.hasOutput('TableKey', { Value: { 'Fn::GetAtt': [keyId, 'Arn'] } });
    template.hasOutput('TableMadeHere', { Value: 'yes' });
    template.hasOutput('SettingsGiven', { Value: 'none' });
    template.hasOutput('LogGroupName', { Value: { Ref: logId } });
    template.hasOutput('AlarmTopic', { Value: { Ref: topicId } });
    template.hasOutput('SkillId', { Value: SETTINGS.skillId });
  });

  it('sends a tenth of the requests to a new version first, and goes back if an alarm of the code sounds', () => {
    const [groupId, group] = only('AWS::CodeDeploy::DeploymentGroup');
    expect(alias.UpdatePolicy).toMatchObject({
      CodeDeployLambdaAliasUpdate: { DeploymentGroupName: { Ref: groupId } },
    });
    expect(group.Properties).toMatchObject({
      DeploymentConfigName: 'CodeDeployDefault.LambdaCanary10Percent5Minutes',
      AutoRollbackConfiguration: {
        Enabled: true,
        Events: ['DEPLOYMENT_FAILURE', 'DEPLOYMENT_STOP_ON_REQUEST', 'DEPLOYMENT_STOP_ON_ALARM'],
      },
      AlarmConfiguration: {
        Enabled: true,
        Alarms: ['Errors', 'Failures', 'Refusals', 'Sounds', 'Services', 'Slow'].map((name) => ({
          Name: { Ref: expect.stringMatching(`^Alarms${name}`) },
        })),
      },
    });
  });

  it('goes on while an alarm sounds if that was asked for: a fix is not rolled back for what it mends', () => {
    const fix = onlyIn(stackOf({ ...SETTINGS, ignoreAlarms: true }).template);
    const [groupId, group] = fix('AWS::CodeDeploy::DeploymentGroup');
    const [, alias] = fix('AWS::Lambda::Alias');
    expect(group.Properties).toMatchObject({ AlarmConfiguration: { Enabled: false } });
    // This is a property of the group, so the alias waits until the group is updated.
    expect(alias.DependsOn).toEqual(expect.arrayContaining([groupId]));
  });

  it('keeps earlier versions, so that it can be pointed back at one by hand, and none that was rolled back', () => {
    expect(only('AWS::Lambda::Version')[1]).toMatchObject({
      DeletionPolicy: 'RetainExceptOnCreate',
      UpdateReplacePolicy: 'Retain',
    });
  });
});

it('is deployed to the region of the settings, and leaves out what is not set', () => {
  expect(stack.region).toBe('eu-west-1');
  expect(only('AWS::Lambda::Function')[1].Properties).not.toHaveProperty('ReservedConcurrentExecutions');
  expect(template.findResources('AWS::SNS::Subscription')).toEqual({});
});

it('uses a reserved concurrency, a log retention and an address for alarms if they are set', () => {
  const { template: other } = stackOf({
    ...SETTINGS,
    reservedConcurrency: 20,
    logRetentionDays: 7,
    alarmEmail: 'ops@example.org',
  });
  other.hasResourceProperties('AWS::Lambda::Function', { ReservedConcurrentExecutions: 20 });
  other.hasResourceProperties('AWS::Logs::LogGroup', { RetentionInDays: 7 });
  other.hasOutput('SettingsGiven', {
    Value: '-c alarmEmail=ops@example.org -c logRetentionDays=7 -c reservedConcurrency=20',
  });
  other.hasResourceProperties('AWS::SNS::Subscription', { Protocol: 'email', Endpoint: 'ops@example.org' });
});

it('uses an existing table with its key, and creates none', () => {
  const existing = {
    name: 'Households-1',
    key: 'arn:aws:kms:eu-west-1:210987654321:key/12345678-90ab-cdef-1234-567890abcdef',
  };
  const { template: other } = stackOf({ ...SETTINGS, existing });
  expect(other.findResources('AWS::DynamoDB::Table')).toEqual({});
  other.hasResourceProperties('AWS::Lambda::Function', {
    Environment: { Variables: Match.objectLike({ TABLE_NAME: existing.name }) },
  });
  other.hasOutput('TableName', { Value: existing.name });
  other.hasOutput('TableKey', { Value: existing.key });
  other.hasOutput('TableMadeHere', { Value: 'no' });
  const [policy] = Object.values(other.findResources('AWS::IAM::Policy'));
  const allowed = JSON.stringify(policy);
  expect(allowed).toContain(`:table/${existing.name}`);
  expect(allowed).toContain(existing.key);
  expect(allowed).not.toContain('"*"');
});

describe('the rules of cdk-nag, AwsSolutions', () => {
  const acknowledged = stack.node
    .findAll()
    .flatMap(({ node }) => node.metadata)
    .filter(({ type }) => type === Validations.ACKNOWLEDGED_RULES_METADATA_KEY)
    .flatMap(({ data }) => Object.entries<string>(data));

  it('find only what is acknowledged', () => {
    const { violations } = new AwsSolutionsChecks(app).validateScope(app);
    expect(violations.map(({ ruleName }) => `AwsSolutions::${ruleName}`)).toEqual(
      acknowledged.map(([rule]) => rule),
    );
  });

  it('have one acknowledged finding, with a reason: AWS’s managed policy for CodeDeploy', () => {
    expect(acknowledged).toEqual([
      [
        expect.stringMatching(/IAM4\[Policy::.*\/AWSCodeDeployRoleForLambdaLimited\]$/),
        expect.stringMatching(/^.{40,}\.$/),
      ],
    ]);
  });
});
