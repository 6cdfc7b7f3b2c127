import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { onlyIn, SETTINGS, stackOf } from './stack-of.ts';

const { template } = stackOf(SETTINGS);
const only = onlyIn(template);

const [tableId] = only('AWS::DynamoDB::Table');
const [functionId] = only('AWS::Lambda::Function');
const [topicId, topic] = only('AWS::SNS::Topic');
const [logId] = only('AWS::Logs::LogGroup');

describe('the alarms', () => {
  const ofTheAlias = [
    { Name: 'FunctionName', Value: { Ref: functionId } },
    { Name: 'Resource', Value: { 'Fn::Join': ['', [{ Ref: functionId }, ':live']] } },
  ];

  /**
   * The alarm of this name, which is a percentage of faults: its threshold, its expression, and its metrics by their
   * id.
   */
  function alarmOf(name: string) {
    const alarms = Object.entries(template.findResources('AWS::CloudWatch::Alarm'));
    const found = alarms.find(([id]) => new RegExp(`^Alarms${name}[0-9A-F]{8}$`).test(id))?.[1];
    const { Metrics, Threshold, ComparisonOperator } = found?.Properties ?? {};
    const counted = (Metrics as { Id: string; Expression?: string; MetricStat?: object }[]).map(
      ({ Id, ...rest }) => [Id, rest] as const,
    );
    return { Threshold, ComparisonOperator, first: counted[0]?.[1], by: Object.fromEntries(counted) };
  }

  it.each(['Errors', 'Failures', 'TableThrottles', 'TableErrors'])(
    '%s sounds at 0.1 % of the requests: at the first fault with little traffic',
    (name) => {
      const { Threshold, ComparisonOperator, first, by } = alarmOf(name);
      expect(first).toMatchObject({ Expression: '100 * faults / requests', ReturnData: true });
      expect([Threshold, ComparisonOperator]).toEqual([0.1, 'GreaterThanOrEqualToThreshold']);
      expect(by.requests?.MetricStat).toEqual({
        Metric: { Namespace: 'AWS/Lambda', MetricName: 'Invocations', Dimensions: ofTheAlias },
        Period: 60,
        Stat: 'Sum',
      });
    },
  );

  it('Errors counts the errors of the alias', () => {
    expect(alarmOf('Errors').by.faults?.MetricStat).toMatchObject({
      Metric: { Namespace: 'AWS/Lambda', MetricName: 'Errors', Dimensions: ofTheAlias },
      Stat: 'Sum',
    });
  });

  it('Throttles sounds at the first request that Lambda refuses, because refused requests are not invocations', () => {
    template.hasResourceProperties('AWS::CloudWatch::Alarm', {
      Namespace: 'AWS/Lambda',
      MetricName: 'Throttles',
      Dimensions: ofTheAlias,
      Statistic: 'Sum',
      Threshold: 1,
    });
  });

  it('Slow sounds if the slowest replies come near the time-out', () => {
    template.hasResourceProperties('AWS::CloudWatch::Alarm', {
      MetricName: 'Duration',
      Dimensions: ofTheAlias,
      ExtendedStatistic: 'p99',
      Threshold: 6000,
      EvaluationPeriods: 2,
    });
  });

  it('Failures counts logged errors and failures of the store, but not that another device saved first', () => {
    template.hasResourceProperties('AWS::Logs::MetricFilter', {
      LogGroupName: { Ref: logId },
      FilterPattern: '{ ($.level = "ERROR") || (($.message = "store failed") && ($.code != "conflict")) }',
    });
    expect(alarmOf('Failures').by.faults?.MetricStat).toMatchObject({
      Metric: { Namespace: 'OurCheckIn', MetricName: 'Failures' },
      Stat: 'Sum',
    });
    // The filter looks for the message that the skill logs.
    for (const file of ['exchange-context', 'exchange'])
      expect(readFileSync(`lambda/alexa/${file}.ts`, 'utf8')).toContain("log.warn('store failed', {");
  });

  it.each([
    ['TableThrottles', 'ThrottledRequests'],
    ['TableErrors', 'SystemErrors'],
  ])(
    '%s adds up DynamoDB’s %s over all operations, also if some of them report nothing',
    (name, MetricName) => {
      const operations = ['GetItem', 'PutItem', 'DeleteItem', 'Query', 'BatchWriteItem'];
      const { faults, requests: _, expr_1: __, ...counts } = alarmOf(name).by;
      expect(faults?.Expression).toBe(
        Object.keys(counts)
          .map((id) => `FILL(${id}, 0)`)
          .join(' + '),
      );
      expect(Object.values(counts)).toMatchObject(
        operations.map((Value) => ({
          MetricStat: {
            Stat: 'Sum',
            Metric: {
              MetricName,
              Namespace: 'AWS/DynamoDB',
              Dimensions: [
                { Name: 'Operation', Value },
                { Name: 'TableName', Value: { Ref: tableId } },
              ],
            },
          },
        })),
      );
    },
  );

  it('all notify the topic, and do not sound without data', () => {
    const alarms = Object.values(template.findResources('AWS::CloudWatch::Alarm'));
    expect(alarms).toHaveLength(6);
    for (const { Properties } of alarms)
      expect(Properties).toMatchObject({
        AlarmActions: [{ Ref: topicId }],
        TreatMissingData: 'notBreaching',
        AlarmDescription: expect.stringMatching(/^Our Check-In: ./),
      });
  });

  it('notify an encrypted topic, to which only CloudWatch can publish for this account, and only over TLS', () => {
    const { KmsMasterKeyId } = topic.Properties as { KmsMasterKeyId: { 'Fn::GetAtt': [string, string] } };
    expect(template.findResources('AWS::KMS::Key')[KmsMasterKeyId['Fn::GetAtt'][0]]).toMatchObject({
      Properties: {
        EnableKeyRotation: true,
        KeyPolicy: {
          Statement: [
            {},
            {
              Principal: { Service: 'cloudwatch.amazonaws.com' },
              Action: ['kms:Decrypt', 'kms:GenerateDataKey*'],
            },
          ],
        },
      },
    });
    template.hasResourceProperties('AWS::SNS::TopicPolicy', {
      Topics: [{ Ref: topicId }],
      PolicyDocument: {
        Statement: [
          { Effect: 'Deny', Action: 'sns:Publish', Condition: { Bool: { 'aws:SecureTransport': 'false' } } },
          {
            Effect: 'Allow',
            Action: 'sns:Publish',
            Principal: { Service: 'cloudwatch.amazonaws.com' },
            Resource: { Ref: topicId },
            Condition: { StringEquals: { 'aws:SourceAccount': { Ref: 'AWS::AccountId' } } },
          },
        ],
      },
    });
  });
});
