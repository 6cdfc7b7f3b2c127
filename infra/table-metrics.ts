/** What DynamoDB tells of its faults with the table, added up over what the store does. */
import type { Duration } from 'aws-cdk-lib';
import { type IMetric, MathExpression, Metric } from 'aws-cdk-lib/aws-cloudwatch';
import type { ITable } from 'aws-cdk-lib/aws-dynamodb';

/** What the store does with the table (infra/household-table.ts). DynamoDB counts its faults for each of these apart. */
const OPERATIONS = ['GetItem', 'PutItem', 'DeleteItem', 'Query', 'BatchWriteItem'] as const;

/**
 * A sum over the operations. DynamoDB sends nothing where there was no fault, and a sum with a missing term is missing:
 * hence FILL, which the CDK's own `metricSystemErrorsForOperations` goes without.
 */
export function ofTheTable(table: ITable, metricName: string, period: Duration): IMetric {
  const counts = OPERATIONS.map((operation): [string, Metric] => [
    // An id begins with a small letter, and belongs to one metric of a graph.
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
