/** What somebody looks at who was woken, or is curious: are couples talking, is anything wrong, is it quick, is it full. */
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

/** Of the 24 columns that CloudWatch has. */
const WHOLE = 24;
const HALF = 12;
const HEIGHT = 6;
/** Milliseconds for which Alexa waits (Amazon's documentation, read in a copy). */
const ALEXA_WAITS = 8_000;

const HOW_TO_READ = `# Our Check-In
**Red above? Begin there:** each alarm is explained in docs/operations.md, with what to do next.
**All green, and somebody says it does not work?** Look whether couples still begin, and whether the bars of *not understood*
or of *trouble* have grown since the last release. Quiet is no fault: two people may talk for hours, and most do so on Sunday evenings.`;

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
        title: 'Couples who began, went on from where they were, and came to the end (an hour)',
        left: [
          metrics.of('Started', hour).with({ label: 'began' }),
          metrics.of('Resumed', hour).with({ label: 'went on' }),
          metrics.of('Finished', hour).with({ label: 'came to the end' }),
        ],
      }),
      graph({
        title: 'Steps they left behind (an hour)',
        left: [metrics.of('Steps', hour).with({ label: 'steps' })],
      }),
    );
    dashboard.addWidgets(
      graph({
        title: 'Not understood, of all that was said to it',
        left: [metrics.unclearRate(hour)],
        leftYAxis: { min: 0, label: '%', showUnits: false },
      }),
      graph({ title: 'Trouble, by its code (five minutes)', left: [metrics.codes(period)] }),
    );
    dashboard.addWidgets(
      graph({
        title: 'How long an answer takes',
        left: ['p50', 'p95', 'p99'].map((statistic) =>
          alias.metricDuration({ period, statistic, label: statistic }),
        ),
        leftYAxis: { min: 0 },
        leftAnnotations: [
          { value: TIMEOUT_SECONDS * 1000, label: 'it is ended here' },
          { value: ALEXA_WAITS, label: 'Alexa gives up' },
        ],
      }),
      graph({
        title: 'Requests, how many at once, and those refused',
        left: [
          alias.metricInvocations({ period, label: 'requests' }),
          alias.metricErrors({ period, label: 'crashed' }),
          alias.metricThrottles({ period, label: 'refused' }),
        ],
        right: [alias.metric('ConcurrentExecutions', { period, statistic: 'Maximum', label: 'at once' })],
      }),
    );
    dashboard.addWidgets(
      graph({
        title: 'What the table was asked for (units in five minutes)',
        left: [
          table.metricConsumedReadCapacityUnits({ period, statistic: 'Sum', label: 'read' }),
          table.metricConsumedWriteCapacityUnits({ period, statistic: 'Sum', label: 'written' }),
        ],
      }),
      graph({
        title: 'What the table refused, and where it failed',
        left: [ofTheTable(table, 'ThrottledRequests', period), ofTheTable(table, 'SystemErrors', period)],
      }),
    );
  }
}

function graph(props: GraphWidgetProps): GraphWidget {
  return new GraphWidget({ width: HALF, height: HEIGHT, ...props });
}
