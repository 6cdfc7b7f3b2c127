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
import { shareOfTheTable } from './table-metrics.ts';

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

/**
 * The same for sounds that could not be played. Devices and networks in homes fail more often than AWS does, and a
 * release with a sound that no device plays fails in every turn.
 */
const UNPLAYED_PERCENT = 1;

/**
 * Minutes in which two slow ones set off an alarm. Two people talk for a minute or more between two requests, so slow
 * minutes of a single couple are never next to each other.
 */
const SLOW_WITHIN = 10;

/** What the alarms watch, and the address that they notify. */
export interface AlarmsProps {
  readonly alias: Alias;
  readonly metrics: SkillMetrics;
  readonly table: ITable;
  readonly email: string | undefined;
  /** After how many hours without a request an alarm sounds; undefined for never. */
  readonly quietHours: number | undefined;
}

interface AlarmSettings {
  readonly metric: IMetric;
  /** The alarm sounds at this value or above. */
  readonly threshold: number;
  /** In how many minutes (`of`) the threshold has to be reached how often (`times`); in one minute if undefined. */
  readonly minutes?: { readonly times: number; readonly of: number };
  readonly description: string;
}

/** The alarms of the stack, and the topic that they notify. */
export class Alarms extends Construct {
  readonly topic: Topic;
  /** The alarms that point to a fault in the code. A release that sets one of them off is rolled back. */
  readonly ofTheCode: IAlarm[];
  /** All alarms. */
  readonly all: IAlarm[] = [];

  constructor(scope: Construct, id: string, { alias, metrics, table, email, quietHours }: AlarmsProps) {
    super(scope, id);
    this.topic = this.encryptedTopic();
    if (email !== undefined) this.topic.addSubscription(new EmailSubscription(email));

    const period = Duration.minutes(1);
    this.ofTheCode = [
      this.watch('Errors', {
        // Lambda counts an error in the minute in which its request began, so no error is without a request.
        metric: new MathExpression({
          expression: '100 * errors / requests',
          usingMetrics: {
            errors: alias.metricErrors({ period }),
            requests: alias.metricInvocations({ period }),
          },
          label: '% of the requests',
          period,
        }),
        threshold: FAULTY_PERCENT,
        description:
          'A request was refused, or ended in a crash or a time-out: Alexa apologized in its own words.',
      }),
      this.watch('Failures', {
        metric: metrics.shareOf('Failures', period),
        threshold: FAULTY_PERCENT,
        description:
          'The skill logged an error, or could not read or save a household: the couple heard an apology.',
      }),
      this.watch('Refusals', {
        metric: metrics.shareOf('Refusals', period),
        threshold: FAULTY_PERCENT,
        description: 'Alexa refused a reply or a question of the skill.',
      }),
      this.watch('Sounds', {
        metric: metrics.shareOf('Sounds', period),
        threshold: UNPLAYED_PERCENT,
        description: 'Devices could not play the sound of a reply, or show its screen.',
      }),
      this.watch('Services', {
        metric: metrics.shareOf('Services', period),
        threshold: FAULTY_PERCENT,
        description: 'Alexa’s settings or reminders failed, or a device has no time zone.',
      }),
      this.watch('Slow', {
        metric: alias.metricDuration({ period, statistic: 'p99' }),
        threshold: SLOW_MILLISECONDS,
        minutes: { times: 2, of: SLOW_WITHIN },
        description: `Replies take more than ${SLOW_MILLISECONDS} ms; Alexa gives up at 8 s.`,
      }),
    ];
    this.watch('Throttles', {
      metric: alias.metricThrottles({ period }),
      threshold: 1,
      description: 'Lambda refused a request: the concurrency of the function or the account is used up.',
    });
    this.watch('TableThrottles', {
      metric: shareOfTheTable(table, 'ThrottledRequests', period),
      threshold: FAULTY_PERCENT,
      description: 'DynamoDB refused a request because there were too many.',
    });
    this.watch('TableErrors', {
      metric: shareOfTheTable(table, 'SystemErrors', period),
      threshold: FAULTY_PERCENT,
      description: 'DynamoDB failed on a request.',
    });
    if (quietHours !== undefined) this.watchForQuiet(alias, quietHours);
  }

  /**
   * Adds an alarm that tells the topic. Missing data does not set it off: two people may talk for hours without a
   * request.
   */
  private watch(
    id: string,
    { metric, threshold, minutes = { times: 1, of: 1 }, description }: AlarmSettings,
  ): Alarm {
    const alarm = new Alarm(this, id, {
      metric,
      threshold,
      datapointsToAlarm: minutes.times,
      evaluationPeriods: minutes.of,
      comparisonOperator: ComparisonOperator.GREATER_THAN_OR_EQUAL_TO_THRESHOLD,
      treatMissingData: TreatMissingData.NOT_BREACHING,
      alarmDescription: `Our Check-In: ${description}`,
    });
    return this.tells(alarm);
  }

  /**
   * Adds the alarm that sounds if no request came for some hours, as after a wrong endpoint at Alexa. No other alarm can
   * tell: without requests there are no faults. Missing data is what it watches for.
   */
  private watchForQuiet(alias: Alias, hours: number): void {
    const alarm = new Alarm(this, 'Quiet', {
      metric: alias.metricInvocations({ period: Duration.hours(1) }),
      threshold: 1,
      evaluationPeriods: hours,
      comparisonOperator: ComparisonOperator.LESS_THAN_THRESHOLD,
      treatMissingData: TreatMissingData.BREACHING,
      alarmDescription: `Our Check-In: No request for ${hours} hours. Perhaps Alexa has a wrong endpoint.`,
    });
    this.tells(alarm);
  }

  private tells(alarm: Alarm): Alarm {
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
