/**
 * What the skill tells of itself in its log, as metrics: counts, and the codes of errors. No word and no id is in them.
 *
 * The filters read lines that are written anyway: a metric costs the function nothing, neither code nor time.
 */
import type { Duration } from 'aws-cdk-lib';
import { type IMetric, MathExpression, type Metric } from 'aws-cdk-lib/aws-cloudwatch';
import { FilterPattern, type IFilterPattern, type ILogGroup } from 'aws-cdk-lib/aws-logs';
import { Construct } from 'constructs';

const NAMESPACE = 'OurCheckIn';

/** Counts that stand in a line of the log (lambda/alexa/log.ts), by the name of their metric. */
const COUNTED = {
  Started: 'started',
  Resumed: 'resumed',
  Finished: 'finished',
  Steps: 'steps',
  Unclear: 'unclear',
} as const;

type Counted = keyof typeof COUNTED | 'Answered' | 'Failures';

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
        // Where there are lines and none of this, it is none, and not unknown.
        defaultValue: 0,
      });
      this.counted.set(metricName, filter.metric({ statistic: 'Sum' }));
    };

    count('Answered', FilterPattern.stringValue('$.message', '=', 'answered'));
    for (const [name, field] of Object.entries(COUNTED) as [Counted, string][])
      count(name, FilterPattern.numberValue(`$.${field}`, '>', 0), `$.${field}`);
    // Another device that saved first (a conflict) is in the nature of a household, and answered.
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
    // One metric for each code that turns up. CloudWatch takes no default where there are dimensions.
    logGroup.addMetricFilter('Codes', {
      filterPattern: FilterPattern.exists('$.code'),
      metricNamespace: NAMESPACE,
      metricName: 'Codes',
      metricValue: '1',
      dimensions: { Code: '$.code' },
    });
  }

  /** How often something was counted in a stretch of time. */
  of(name: Counted, period: Duration): Metric {
    const metric = this.counted.get(name);
    if (metric === undefined) throw new RangeError(`${name}: no such metric is made`);
    return metric.with({ period });
  }

  /** Of all that was said and heard, the part that meant nothing, in percent. */
  unclearRate(period: Duration): IMetric {
    return new MathExpression({
      expression: 'IF(answered > 0, 100 * unclear / answered, 0)',
      usingMetrics: { unclear: this.of('Unclear', period), answered: this.of('Answered', period) },
      label: 'not understood, %',
      period,
    });
  }

  /** How often each code was logged: whatever codes there are. */
  codes(period: Duration): IMetric {
    return new MathExpression({
      expression: `SEARCH('{${NAMESPACE},Code} MetricName="Codes"', 'Sum', ${period.toSeconds()})`,
      usingMetrics: {},
      label: '',
      period,
    });
  }
}
