/** DynamoDB's metrics of failed requests to the table, summed over the operations of the store. */
import type { Duration } from 'aws-cdk-lib';
import { type IMetric, MathExpression, Metric } from 'aws-cdk-lib/aws-cloudwatch';
import type { ITable } from 'aws-cdk-lib/aws-dynamodb';

/** The operations of the store (infra/household-table.ts). DynamoDB has a separate metric for each. */
const OPERATIONS = ['GetItem', 'PutItem', 'DeleteItem', 'Query', 'BatchWriteItem'] as const;

/**
 * The sum of a metric over the operations. DynamoDB sends no data for an operation without faults, and a sum with a
 * missing term is itself missing. FILL replaces missing data by 0; the CDK's own `metricSystemErrorsForOperations` does
 * not use it.
 *
 * @param metricName a metric of DynamoDB with the dimensions TableName and Operation, such as `SystemErrors`
 */
export function ofTheTable(table: ITable, metricName: string, period: Duration): IMetric {
  const counts = OPERATIONS.map((operation): [string, Metric] => [
    // CloudWatch requires an id that begins with a lower-case letter and is unique in the graph.
    `${operation.charAt(0).toLowerCase()}${operation.slice(1)}${metricName}`,
    new Metric({
      namespace: 'AWS/DynamoDB',
      metricName,
      dimensionsMap: { TableName: table.tableName, Operation: operation },
      statistic: 'Sum',
      period,
    }),
  ]);
  return new MathExpression({
    expression: counts.map(([id]) => `FILL(${id}, 0)`).join(' + '),
    usingMetrics: Object.fromEntries(counts),
    label: metricName,
    period,
  });
}
