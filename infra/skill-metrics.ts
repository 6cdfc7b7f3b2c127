/**
 * Metrics made from the log of the skill: counts, and the codes of errors. They contain no words and no ids.
 *
 * The metric filters read log lines that are written anyway, so the metrics need no code in the function and cost it no
 * time.
 */
import type { Duration } from 'aws-cdk-lib';
import { type IMetric, MathExpression, type Metric } from 'aws-cdk-lib/aws-cloudwatch';
import { FilterPattern, type IFilterPattern, type ILogGroup } from 'aws-cdk-lib/aws-logs';
import { Construct } from 'constructs';

const NAMESPACE = 'OurCheckIn';

/** The counts in a log line (lambda/alexa/log.ts): the name of each metric, and the field that it adds up. */
const COUNTED = {
  Started: 'started',
  Resumed: 'resumed',
  Finished: 'finished',
  Steps: 'steps',
  Unclear: 'unclear',
} as const;

/** The faults that the log tells of. Each has an alarm of its name. */
export type Fault = 'Failures' | 'Refusals' | 'Sounds' | 'Services';

type Counted = keyof typeof COUNTED | 'Answered' | Fault;

/**
 * What Alexa reports about what the skill sent (lambda/alexa/reports.ts). A device that lost its connection says nothing
 * about the skill.
 */
const REFUSALS = FilterPattern.any(
  ...['session error', 'exception encountered'].map((message) =>
    FilterPattern.all(
      FilterPattern.stringValue('$.message', '=', message),
      FilterPattern.stringValue('$.code', '!=', 'DEVICE_COMMUNICATION_ERROR'),
    ),
  ),
  FilterPattern.stringValue('$.message', '=', 'permission question failed'),
);

export class SkillMetrics extends Construct {
  private readonly counted = new Map<Counted, Metric>();

  constructor(scope: Construct, id: string, logGroup: ILogGroup) {
    super(scope, id);
    const count = (metricName: Counted, filterPattern: IFilterPattern, metricValue = '1'): void => {
      const filter = logGroup.addMetricFilter(metricName, {
        filterPattern,
        metricNamespace: NAMESPACE,
        metricName,
        metricValue,
        // If lines were logged and none of them match, the metric is 0 instead of missing.
        defaultValue: 0,
      });
      this.counted.set(metricName, filter.metric({ statistic: 'Sum' }));
    };

    count('Answered', FilterPattern.stringValue('$.message', '=', 'answered'));
    for (const [name, field] of Object.entries(COUNTED) as [Counted, string][])
      count(name, FilterPattern.numberValue(`$.${field}`, '>', 0), `$.${field}`);
    // A conflict, where another device of the household saved first, is expected and is handled.
    count(
      'Failures',
      FilterPattern.any(
        FilterPattern.stringValue('$.level', '=', 'ERROR'),
        FilterPattern.all(
          FilterPattern.stringValue('$.message', '=', 'store failed'),
          FilterPattern.stringValue('$.code', '!=', 'conflict'),
        ),
      ),
    );
    count('Refusals', REFUSALS);
    count(
      'Sounds',
      FilterPattern.any(
        FilterPattern.stringValue('$.message', '=', 'sound error'),
        FilterPattern.stringValue('$.message', '=', 'screen error'),
      ),
    );
    count('Services', FilterPattern.stringValue('$.message', '=', 'alexa service failed'));
    // One metric for each code that is logged. CloudWatch allows no default value for a metric with dimensions.
    logGroup.addMetricFilter('Codes', {
      filterPattern: FilterPattern.exists('$.code'),
      metricNamespace: NAMESPACE,
      metricName: 'Codes',
      metricValue: '1',
      dimensions: { Code: '$.code' },
    });
  }

  /** The sum of a count over each period. @throws RangeError if there is no metric of that name */
  of(name: Counted, period: Duration): Metric {
    const metric = this.counted.get(name);
    if (metric === undefined) throw new RangeError(`${name}: there is no metric of that name`);
    return metric.with({ period });
  }

  /**
   * The percentage of the answers with such a fault. Both are counted from the same lines of the log, so a fault and the
   * answers around it are in the same minute. Lambda's own count of requests is not: it has the time at which a request
   * began, and would lose a fault that is logged in the next minute, if that minute has no request.
   * https://docs.aws.amazon.com/lambda/latest/dg/monitoring-metrics.html
   */
  shareOf(fault: Fault, period: Duration): IMetric {
    return new MathExpression({
      expression: 'IF(faults > 0, 100 * faults / (faults + answered), 0)',
      usingMetrics: { faults: this.of(fault, period), answered: this.of('Answered', period) },
      label: '% of the answers',
      period,
    });
  }

  /** The percentage of replies to words that the skill did not understand. */
  unclearRate(period: Duration): IMetric {
    return new MathExpression({
      expression: 'IF(answered > 0, 100 * unclear / answered, 0)',
      usingMetrics: { unclear: this.of('Unclear', period), answered: this.of('Answered', period) },
      label: 'not understood, %',
      period,
    });
  }

  /** How often each code was logged in each period, for all codes that occur. */
  codes(period: Duration): IMetric {
    return new MathExpression({
      expression: `SEARCH('{${NAMESPACE},Code} MetricName="Codes"', 'Sum', ${period.toSeconds()})`,
      usingMetrics: {},
      label: '',
      period,
    });
  }
}
