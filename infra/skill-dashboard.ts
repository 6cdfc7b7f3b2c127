/**
 * The dashboard: whether anything is wrong, whether couples use the skill, how fast it answers, and how near the limits
 * are.
 */
import { Duration } from 'aws-cdk-lib';
import {
  AlarmStatusWidget,
  Dashboard,
  GraphWidget,
  type GraphWidgetProps,
  type IAlarm,
  TextWidget,
} from 'aws-cdk-lib/aws-cloudwatch';
import type { ITable } from 'aws-cdk-lib/aws-dynamodb';
import type { Alias } from 'aws-cdk-lib/aws-lambda';
import { Construct } from 'constructs';
import { TIMEOUT_SECONDS } from './skill-function.ts';
import type { SkillMetrics } from './skill-metrics.ts';
import { ofTheTable } from './table-metrics.ts';

/** Widths in columns. A dashboard of CloudWatch has 24. */
const WHOLE = 24;
const HALF = 12;
const HEIGHT = 6;
/** Milliseconds for which Alexa waits for an answer (Amazon's documentation, read in a copy). */
const ALEXA_WAITS = 8_000;

const HOW_TO_READ = `# Our Check-In
**An alarm is red?** Begin there: docs/operations.md explains each alarm and what to do next.
**All alarms are green, but somebody says that it does not work?** See whether couples still begin, and whether *not understood*
or *errors* have risen since the last release. A time without requests is no fault: two people may talk for hours, and most couples
do so on Sunday evenings.`;

export interface SkillDashboardProps {
  readonly alias: Alias;
  readonly metrics: SkillMetrics;
  readonly table: ITable;
  readonly alarms: IAlarm[];
}

export class SkillDashboard extends Construct {
  readonly name: string;

  constructor(scope: Construct, id: string, { alias, metrics, table, alarms }: SkillDashboardProps) {
    super(scope, id);
    const hour = Duration.hours(1);
    const period = Duration.minutes(5);
    const dashboard = new Dashboard(this, 'Dashboard', { defaultInterval: Duration.days(7) });
    this.name = dashboard.dashboardName;

    dashboard.addWidgets(new TextWidget({ markdown: HOW_TO_READ, width: WHOLE, height: 3 }));
    dashboard.addWidgets(
      new AlarmStatusWidget({ title: 'Is anything wrong now?', alarms, width: WHOLE, height: 2 }),
    );
    dashboard.addWidgets(
      graph({
        title: 'Couples who began, resumed, and finished (per hour)',
        left: [
          metrics.of('Started', hour).with({ label: 'began' }),
          metrics.of('Resumed', hour).with({ label: 'resumed' }),
          metrics.of('Finished', hour).with({ label: 'finished' }),
        ],
      }),
      graph({
        title: 'Steps passed (per hour)',
        left: [metrics.of('Steps', hour).with({ label: 'steps' })],
      }),
    );
    dashboard.addWidgets(
      graph({
        title: 'Not understood (share of the replies)',
        left: [metrics.unclearRate(hour)],
        leftYAxis: { min: 0, label: '%', showUnits: false },
      }),
      graph({ title: 'Errors by code (per five minutes)', left: [metrics.codes(period)] }),
    );
    dashboard.addWidgets(
      graph({
        title: 'Time to answer',
        left: ['p50', 'p95', 'p99'].map((statistic) =>
          alias.metricDuration({ period, statistic, label: statistic }),
        ),
        leftYAxis: { min: 0 },
        leftAnnotations: [
          { value: TIMEOUT_SECONDS * 1000, label: 'Lambda ends the invocation' },
          { value: ALEXA_WAITS, label: 'Alexa gives up' },
        ],
      }),
      graph({
        title: 'Requests, errors, refused requests, and concurrency',
        left: [
          alias.metricInvocations({ period, label: 'requests' }),
          alias.metricErrors({ period, label: 'errors' }),
          alias.metricThrottles({ period, label: 'refused' }),
        ],
        right: [alias.metric('ConcurrentExecutions', { period, statistic: 'Maximum', label: 'concurrent' })],
      }),
    );
    dashboard.addWidgets(
      graph({
        title: 'Table: capacity units (per five minutes)',
        left: [
          table.metricConsumedReadCapacityUnits({ period, statistic: 'Sum', label: 'read' }),
          table.metricConsumedWriteCapacityUnits({ period, statistic: 'Sum', label: 'write' }),
        ],
      }),
      graph({
        title: 'Table: throttled requests and errors',
        left: [ofTheTable(table, 'ThrottledRequests', period), ofTheTable(table, 'SystemErrors', period)],
      }),
    );
  }
}

function graph(props: GraphWidgetProps): GraphWidget {
  return new GraphWidget({ width: HALF, height: HEIGHT, ...props });
}
