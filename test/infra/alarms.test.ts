import { runInNewContext } from 'node:vm';
import { describe, expect, it } from 'vitest';
import type { Message } from '../../lambda/alexa/log.ts';
import { matches } from './filter-pattern.ts';
import { onlyIn, SETTINGS, stackOf } from './stack-of.ts';

const { template } = stackOf(SETTINGS);
const only = onlyIn(template);

const [tableId] = only('AWS::DynamoDB::Table');
const [functionId] = only('AWS::Lambda::Function');
const [topicId, topic] = only('AWS::SNS::Topic');
const [logId] = only('AWS::Logs::LogGroup');

/** The value of an expression of CloudWatch for these values of its metrics. */
function shareIn(expression: string, values: Record<string, number | null>): number {
  const functions = {
    IF: (condition: boolean, yes: number, no: number) => (condition ? yes : no),
    FILL: (value: number | null, instead: number) => value ?? instead,
  };
  return Number(runInNewContext(expression, { ...values, ...functions }));
}

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

  it.each(['Errors', 'Failures', 'Refusals', 'Services', 'TableThrottles', 'TableErrors'])(
    '%s sounds at 0.1 % of the requests: at the first fault with little traffic',
    (name) => {
      const { Threshold, ComparisonOperator, first } = alarmOf(name);
      expect(first).toMatchObject({ ReturnData: true });
      expect([Threshold, ComparisonOperator]).toEqual([0.1, 'GreaterThanOrEqualToThreshold']);
    },
  );

  it('Sounds sounds at one in a hundred answers, because devices fail more often than AWS does', () => {
    const { Threshold, ComparisonOperator } = alarmOf('Sounds');
    expect([Threshold, ComparisonOperator]).toEqual([1, 'GreaterThanOrEqualToThreshold']);
  });

  it('Errors counts the errors of the alias, each of which is one of its requests', () => {
    const { first, by } = alarmOf('Errors');
    expect(first?.Expression).toBe('100 * errors / requests');
    for (const [id, MetricName] of [
      ['errors', 'Errors'],
      ['requests', 'Invocations'],
    ] as const)
      expect(by[id]?.MetricStat).toEqual({
        Metric: { Namespace: 'AWS/Lambda', MetricName, Dimensions: ofTheAlias },
        Period: 60,
        Stat: 'Sum',
      });
  });

  it.each(['Failures', 'Refusals', 'Sounds', 'Services'])(
    '%s compares two counts of the same log, so that a fault in a minute without a request sounds too',
    (name) => {
      const { first, by } = alarmOf(name);
      const { faults, answered, ...others } = by;
      expect(Object.keys(others)).toHaveLength(1);
      expect([faults, answered].map((one) => one?.MetricStat)).toMatchObject([
        { Metric: { Namespace: 'OurCheckIn', MetricName: name }, Stat: 'Sum', Period: 60 },
        { Metric: { Namespace: 'OurCheckIn', MetricName: 'Answered' }, Stat: 'Sum', Period: 60 },
      ]);
      const share = (values: { faults: number; answered: number }) =>
        shareIn(first?.Expression ?? '', values);
      expect(share({ faults: 1, answered: 0 })).toBe(100);
      expect(share({ faults: 1, answered: 99 })).toBe(1);
      expect(share({ faults: 1, answered: 9_999 })).toBe(0.01);
      expect(share({ faults: 0, answered: 7 })).toBe(0);
      expect(share({ faults: 0, answered: 0 })).toBe(0);
    },
  );

  it('Throttles sounds at the first request that Lambda refuses, because refused requests are not invocations', () => {
    template.hasResourceProperties('AWS::CloudWatch::Alarm', {
      Namespace: 'AWS/Lambda',
      MetricName: 'Throttles',
      Dimensions: ofTheAlias,
      Statistic: 'Sum',
      Threshold: 1,
    });
  });

  it('Slow sounds if two minutes of ten have replies near the time-out, with gaps between them', () => {
    template.hasResourceProperties('AWS::CloudWatch::Alarm', {
      MetricName: 'Duration',
      Dimensions: ofTheAlias,
      ExtendedStatistic: 'p99',
      Threshold: 6000,
      DatapointsToAlarm: 2,
      EvaluationPeriods: 10,
    });
  });

  it('Failures counts logged errors and failures of the store, but not that another device saved first', () => {
    template.hasResourceProperties('AWS::Logs::MetricFilter', {
      LogGroupName: { Ref: logId },
      FilterPattern: '{ ($.level = "ERROR") || (($.message = "store failed") && ($.code != "conflict")) }',
    });
  });

  /** The metric that counts a line of the log; null if none of the four does. */
  const countedBy = (line: Line): string | null => {
    const found = faults.filter(({ pattern }) => matches(pattern, line)).map(({ name }) => name);
    expect(found.length).toBeLessThan(2);
    return found[0] ?? null;
  };
  type Line = { level: 'WARN' | 'ERROR'; message: Message; code: string };
  const faults = Object.values(template.findResources('AWS::Logs::MetricFilter')).flatMap(
    ({ Properties }) => {
      const name: string = Properties.MetricTransformations[0].MetricName;
      return ['Failures', 'Refusals', 'Sounds', 'Services'].includes(name)
        ? [{ name, pattern: String(Properties.FilterPattern) }]
        : [];
    },
  );

  it.each<[Line['level'], Message, string, string | null]>([
    ['ERROR', 'unexpected', 'TypeError', 'Failures'],
    ['WARN', 'store failed', 'timeout', 'Failures'],
    ['WARN', 'store failed', 'conflict', null],
    ['WARN', 'session error', 'INVALID_RESPONSE', 'Refusals'],
    ['WARN', 'session error', 'ENDPOINT_TIMEOUT', 'Refusals'],
    ['WARN', 'session error', 'unknown', 'Refusals'],
    ['WARN', 'session error', 'DEVICE_COMMUNICATION_ERROR', null],
    ['WARN', 'exception encountered', 'INVALID_RESPONSE', 'Refusals'],
    ['WARN', 'exception encountered', 'DEVICE_COMMUNICATION_ERROR', null],
    ['WARN', 'sound error', 'AUDIO_SOURCE_ERROR', 'Sounds'],
    ['WARN', 'permission question failed', '400', 'Refusals'],
    ['WARN', 'alexa service failed', '204', 'Services'],
    ['WARN', 'alexa service failed', '503', 'Services'],
    ['WARN', 'alexa service refused', '401', null],
    ['WARN', 'appreciations skipped', 'skipped-malformed', null],
  ])('the line %s %s %s is counted by %s', (level, message, code, alarm) => {
    expect(countedBy({ level, message, code })).toBe(alarm);
  });

  it.each([
    ['TableThrottles', 'ThrottledRequests'],
    ['TableErrors', 'SystemErrors'],
  ])(
    '%s adds up DynamoDB’s %s over all operations, and compares them with the requests that DynamoDB counts',
    (name, MetricName) => {
      const { first, by } = alarmOf(name);
      const metrics = Object.values(by).flatMap(({ MetricStat }) =>
        MetricStat === undefined ? [] : [MetricStat],
      );
      const of = (metric: string, Stat: string) => (Value: string) => ({
        Stat,
        Metric: {
          MetricName: metric,
          Namespace: 'AWS/DynamoDB',
          Dimensions: [
            { Name: 'Operation', Value },
            { Name: 'TableName', Value: { Ref: tableId } },
          ],
        },
      });
      expect(metrics).toMatchObject([
        ...['GetItem', 'PutItem', 'DeleteItem', 'Query', 'BatchWriteItem'].map(of(MetricName, 'Sum')),
        ...['GetItem', 'PutItem'].map(of('SuccessfulRequestLatency', 'SampleCount')),
      ]);
      // CloudWatch takes ten metrics in an alarm at most.
      expect(metrics.length).toBeLessThanOrEqual(10);
      const nothing = Object.fromEntries(Object.keys(by).map((id) => [id, null]));
      for (const id of ['faults', 'successes'])
        expect(
          shareIn(by[id]?.Expression ?? '', {
            ...nothing,
            [`putItem${id === 'faults' ? MetricName : 'Successes'}`]: 3,
          }),
        ).toBe(3);
      const share = (values: { faults: number; successes: number }) =>
        shareIn(first?.Expression ?? '', values);
      expect(share({ faults: 1, successes: 0 })).toBe(100);
      expect(share({ faults: 1, successes: 9_999 })).toBe(0.01);
      // An alarm about DynamoDB stays as it is while data is missing, so there has to be a value.
      expect(share({ faults: 0, successes: 0 })).toBe(0);
    },
  );

  it('all notify the topic, and do not sound without data', () => {
    const alarms = Object.values(template.findResources('AWS::CloudWatch::Alarm'));
    expect(alarms).toHaveLength(9);
    for (const { Properties } of alarms)
      expect(Properties).toMatchObject({
        AlarmActions: [{ Ref: topicId }],
        TreatMissingData: 'notBreaching',
        AlarmDescription: expect.stringMatching(/^Our Check-In: ./),
      });
  });

  it('Quiet sounds if no request came for as many hours as the settings say, and is in no release', () => {
    const { template: quiet } = stackOf({ ...SETTINGS, quietHours: 6 });
    quiet.hasResourceProperties('AWS::CloudWatch::Alarm', {
      Namespace: 'AWS/Lambda',
      MetricName: 'Invocations',
      Statistic: 'Sum',
      Period: 3600,
      EvaluationPeriods: 6,
      Threshold: 1,
      ComparisonOperator: 'LessThanThreshold',
      // When requests stop altogether, there is no data.
      TreatMissingData: 'breaching',
      AlarmActions: [{ Ref: topicId }],
    });
    expect(JSON.stringify(quiet.findResources('AWS::CodeDeploy::DeploymentGroup'))).not.toContain('Quiet');
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
