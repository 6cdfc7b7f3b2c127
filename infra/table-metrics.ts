/** DynamoDB's metrics of failed requests to the table, summed over the operations of the store. */
import type { Duration } from 'aws-cdk-lib';
import { type IMetric, MathExpression, Metric } from 'aws-cdk-lib/aws-cloudwatch';
import type { ITable } from 'aws-cdk-lib/aws-dynamodb';
import { OPERATIONS } from './household-table.ts';

/**
 * The operations that nearly all requests are. An alarm can watch no more than ten metrics, which is too few to count
 * the successes of all.
 */
const FREQUENT = ['GetItem', 'PutItem'] as const;

type Operation = (typeof OPERATIONS)[number];

/**
 * The sum of a metric over the operations of the store: DynamoDB has a separate one for each. It sends no data for an
 * operation without faults, and a sum with a missing term is itself missing. FILL replaces missing data by 0; the CDK's
 * own `metricSystemErrorsForOperations` does not use it.
 *
 * @param metricName a metric of DynamoDB with the dimensions TableName and Operation, such as `SystemErrors`
 */
export function ofTheTable(table: ITable, metricName: string, period: Duration): IMetric {
  return summed(metricName, OPERATIONS, period, (operation) =>
    metricOf(table, metricName, operation, period),
  );
}

/**
 * The percentage of the requests to the table with such a fault. The requests are counted by DynamoDB too, as the number
 * of latencies that it measured: Lambda's count of requests is of other minutes.
 *
 * The expression is 0 if there is nothing to count. CloudWatch leaves an alarm about DynamoDB as it is while data is
 * missing, whatever the alarm says about that, so it would sound on after the last couple has gone to bed.
 * https://docs.aws.amazon.com/AmazonCloudWatch/latest/APIReference/API_PutMetricAlarm.html (`TreatMissingData`)
 */
export function shareOfTheTable(table: ITable, metricName: string, period: Duration): IMetric {
  const successes = summed('Successes', FREQUENT, period, (operation) =>
    metricOf(table, 'SuccessfulRequestLatency', operation, period, 'SampleCount'),
  );
  return new MathExpression({
    expression: 'IF(faults > 0, 100 * faults / (faults + successes), 0)',
    usingMetrics: { faults: ofTheTable(table, metricName, period), successes },
    label: '% of the requests to the table',
    period,
  });
}

function metricOf(
  table: ITable,
  metricName: string,
  operation: Operation,
  period: Duration,
  statistic = 'Sum',
): Metric {
  const dimensionsMap = { TableName: table.tableName, Operation: operation };
  return new Metric({ namespace: 'AWS/DynamoDB', metricName, dimensionsMap, statistic, period });
}

function summed(
  name: string,
  operations: readonly Operation[],
  period: Duration,
  metric: (operation: Operation) => Metric,
): IMetric {
  const counts = operations.map((operation): [string, Metric] => [
    // CloudWatch requires an id that begins with a lower-case letter and is unique in the graph.
    `${operation.charAt(0).toLowerCase()}${operation.slice(1)}${name}`,
    metric(operation),
  ]);
  return new MathExpression({
    expression: counts.map(([id]) => `FILL(${id}, 0)`).join(' + '),
    usingMetrics: Object.fromEntries(counts),
    label: name,
    period,
  });
}
