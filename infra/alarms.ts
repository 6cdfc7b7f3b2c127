import { ArnFormat, Duration, RemovalPolicy, Stack } from 'aws-cdk-lib';
import {
  Alarm,
  ComparisonOperator,
  type IAlarm,
  type IMetric,
  MathExpression,
  TreatMissingData,
} from 'aws-cdk-lib/aws-cloudwatch';
import { SnsAction } from 'aws-cdk-lib/aws-cloudwatch-actions';
import type { ITable } from 'aws-cdk-lib/aws-dynamodb';
import { PolicyStatement, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import { Key } from 'aws-cdk-lib/aws-kms';
import type { Alias } from 'aws-cdk-lib/aws-lambda';
import { Topic } from 'aws-cdk-lib/aws-sns';
import { EmailSubscription } from 'aws-cdk-lib/aws-sns-subscriptions';
import { Construct } from 'constructs';
import { TIMEOUT_SECONDS } from './skill-function.ts';
import type { SkillMetrics } from './skill-metrics.ts';
import { ofTheTable } from './table-metrics.ts';

/**
 * One second before the time-out, and before the skill apologizes instead of answering (`ANSWER_WITHIN` in
 * lambda/index.ts).
 */
const SLOW_MILLISECONDS = (TIMEOUT_SECONDS - 1) * 1000;

/**
 * The percentage of requests with a fault at which an alarm sounds. With little traffic the first fault reaches it.
 * With much traffic it leaves room for the few faults that AWS's service level allows (DynamoDB promises to answer
 * 99.99 % of its requests), so that these alert nobody and roll no release back.
 */
const FAULTY_PERCENT = 0.1;

/** What the alarms watch, and the address that they notify. */
export interface AlarmsProps {
  readonly alias: Alias;
  readonly metrics: SkillMetrics;
  readonly table: ITable;
  readonly email: string | undefined;
}

interface AlarmSettings {
  readonly metric: IMetric;
  /** The alarm sounds at this value or above. */
  readonly threshold: number;
  /** For how many minutes in a row the threshold has to be reached; 1 if undefined. */
  readonly minutes?: number;
  readonly description: string;
}

/** The alarms of the stack, and the topic that they notify. */
export class Alarms extends Construct {
  readonly topic: Topic;
  /** The alarms that point to a fault in the code. A release that sets one of them off is rolled back. */
  readonly ofTheCode: IAlarm[];
  /** All alarms. */
  readonly all: IAlarm[] = [];

  constructor(scope: Construct, id: string, { alias, metrics, table, email }: AlarmsProps) {
    super(scope, id);
    this.topic = this.encryptedTopic();
    if (email !== undefined) this.topic.addSubscription(new EmailSubscription(email));

    const period = Duration.minutes(1);
    const requests = alias.metricInvocations({ period });
    const ofTheRequests = (faults: IMetric): IMetric =>
      new MathExpression({
        expression: '100 * faults / requests',
        usingMetrics: { faults, requests },
        label: '% of the requests',
        period,
      });
    this.ofTheCode = [
      this.watch('Errors', {
        metric: ofTheRequests(alias.metricErrors({ period })),
        threshold: FAULTY_PERCENT,
        description:
          'A request was refused, or ended in a crash or a time-out: Alexa apologized in its own words.',
      }),
      this.watch('Failures', {
        metric: ofTheRequests(metrics.of('Failures', period)),
        threshold: FAULTY_PERCENT,
        description:
          'The skill logged an error, or could not read or save a household: the couple heard an apology.',
      }),
      this.watch('Slow', {
        metric: alias.metricDuration({ period, statistic: 'p99' }),
        threshold: SLOW_MILLISECONDS,
        minutes: 2,
        description: `Replies take more than ${SLOW_MILLISECONDS} ms; Alexa gives up at 8 s.`,
      }),
    ];
    this.watch('Throttles', {
      metric: alias.metricThrottles({ period }),
      threshold: 1,
      description: 'Lambda refused a request: the concurrency of the function or the account is used up.',
    });
    this.watch('TableThrottles', {
      metric: ofTheRequests(ofTheTable(table, 'ThrottledRequests', period)),
      threshold: FAULTY_PERCENT,
      description: 'DynamoDB refused a request because there were too many.',
    });
    this.watch('TableErrors', {
      metric: ofTheRequests(ofTheTable(table, 'SystemErrors', period)),
      threshold: FAULTY_PERCENT,
      description: 'DynamoDB failed on a request.',
    });
  }

  /**
   * Adds an alarm that tells the topic. Missing data does not set it off: two people may talk for hours without a
   * request.
   */
  private watch(id: string, { metric, threshold, minutes = 1, description }: AlarmSettings): Alarm {
    const alarm = new Alarm(this, id, {
      metric,
      threshold,
      evaluationPeriods: minutes,
      comparisonOperator: ComparisonOperator.GREATER_THAN_OR_EQUAL_TO_THRESHOLD,
      treatMissingData: TreatMissingData.NOT_BREACHING,
      alarmDescription: `Our Check-In: ${description}`,
    });
    alarm.addAlarmAction(new SnsAction(this.topic));
    this.all.push(alarm);
    return alarm;
  }

  /**
   * The topic has a key of its own: CloudWatch cannot publish to a topic encrypted with the key that AWS manages, and
   * it should not use the key of the households. The policy names CloudWatch as a publisher, because a topic with a
   * policy of its own loses the default policy, which would allow it.
   */
  private encryptedTopic(): Topic {
    const cloudWatch = new ServicePrincipal('cloudwatch.amazonaws.com');
    const key = new Key(this, 'Key', {
      description: 'Our Check-In: alarms',
      enableKeyRotation: true,
      removalPolicy: RemovalPolicy.DESTROY,
    });
    key.addToResourcePolicy(
      new PolicyStatement({
        principals: [cloudWatch],
        actions: ['kms:Decrypt', 'kms:GenerateDataKey*'],
        resources: ['*'],
      }),
    );

    const topic = new Topic(this, 'Topic', { displayName: 'Our Check-In', masterKey: key, enforceSSL: true });
    const stack = Stack.of(this);
    topic.addToResourcePolicy(
      new PolicyStatement({
        principals: [cloudWatch],
        actions: ['sns:Publish'],
        resources: [topic.topicArn],
        conditions: {
          ArnLike: {
            'aws:SourceArn': stack.formatArn({
              service: 'cloudwatch',
              resource: 'alarm',
              resourceName: '*',
              arnFormat: ArnFormat.COLON_RESOURCE_NAME,
            }),
          },
          StringEquals: { 'aws:SourceAccount': stack.account },
        },
      }),
    );
    return topic;
  }
}
