import { describe, expect, it } from 'vitest';
import { SETTINGS, stackOf } from './stack-of.ts';

const { template } = stackOf(SETTINGS);
const [dashboard] = Object.values(template.findResources('AWS::CloudWatch::Dashboard'));

/** The dashboard's JSON, with a reference to a resource as its logical id. */
const body = JSON.parse(textOf(dashboard?.Properties.DashboardBody));

interface Widget {
  type: string;
  properties: {
    title?: string;
    markdown?: string;
    alarms?: string[];
    metrics?: unknown[][];
    annotations?: { horizontal: { value: number }[] };
  };
}

const widgets: Widget[] = body.widgets;

function textOf(value: unknown): string {
  if (typeof value === 'string') return value;
  const { 'Fn::Join': join, Ref, 'Fn::GetAtt': attribute } = value as Record<string, unknown>;
  if (Array.isArray(join)) return (join[1] as unknown[]).map(textOf).join(join[0] as string);
  if (attribute !== undefined) return (attribute as string[])[0] ?? '';
  return String(Ref);
}

function widget(title: string): Widget['properties'] {
  const found = widgets.filter(({ properties }) => properties.title?.startsWith(title));
  expect(found, title).toHaveLength(1);
  return found[0]?.properties ?? {};
}

/** The metrics that a widget draws, each as its namespace, its name, and the name and value of each dimension. */
function drawn({ metrics = [] }: Widget['properties']): string[] {
  return metrics
    .map((metric) => metric.filter((part) => typeof part === 'string').join(' '))
    .filter((text) => text !== '');
}

/** The expressions of a widget. */
function expressions({ metrics = [] }: Widget['properties']): string[] {
  return metrics.flatMap(([first]) => (first as { expression?: string }).expression ?? []);
}

const [tableId] = Object.keys(template.findResources('AWS::DynamoDB::Table'));
const [functionId] = Object.keys(template.findResources('AWS::Lambda::Function'));

describe('the dashboard', () => {
  it('begins with how to read it, and with the state of every alarm', () => {
    const [text, alarms] = widgets;
    expect(text?.properties.markdown).toMatch(/Begin there.*docs\/operations\.md/s);
    const all = Object.keys(template.findResources('AWS::CloudWatch::Alarm'));
    expect(alarms).toMatchObject({ type: 'alarm', properties: { title: 'Is anything wrong now?' } });
    expect(new Set(alarms?.properties.alarms)).toEqual(new Set(all));
  });

  it.each([
    ['Couples who began', ['OurCheckIn Started', 'OurCheckIn Resumed', 'OurCheckIn Finished']],
    ['Steps passed', ['OurCheckIn Steps']],
    ['Not understood', ['OurCheckIn Unclear', 'OurCheckIn Answered']],
  ])('draws "%s" from the metrics of the skill', (title, metrics) => {
    expect(drawn(widget(title))).toEqual(metrics);
    const made = Object.values(template.findResources('AWS::Logs::MetricFilter')).map(({ Properties }) => {
      const [{ MetricNamespace, MetricName }] = Properties.MetricTransformations;
      return `${MetricNamespace} ${MetricName}`;
    });
    for (const metric of metrics) expect(made).toContain(metric);
  });

  it('shows what is not understood as a percentage of the replies', () => {
    expect(expressions(widget('Not understood'))).toEqual(['IF(answered > 0, 100 * unclear / answered, 0)']);
  });

  it('draws every code that was logged', () => {
    expect(expressions(widget('Errors by code'))).toEqual([
      `SEARCH('{OurCheckIn,Code} MetricName="Codes"', 'Sum', 300)`,
    ]);
  });

  it('draws the time to answer, with the time-outs of Lambda and of Alexa', () => {
    const { annotations, metrics = [], ...rest } = widget('Time to answer');
    expect(annotations?.horizontal.map(({ value }) => value)).toEqual([7000, 8000]);
    expect(drawn({ ...rest, metrics })).toEqual(
      metrics.map(() => `AWS/Lambda Duration FunctionName ${functionId} Resource ${functionId}:live`),
    );
    expect(metrics.map((metric) => (metric.at(-1) as { stat: string }).stat)).toEqual(['p50', 'p95', 'p99']);
  });

  it('draws the requests, the errors, the refused requests, and the concurrency', () => {
    const of = (name: string) => `AWS/Lambda ${name} FunctionName ${functionId} Resource ${functionId}:live`;
    expect(drawn(widget('Requests'))).toEqual(
      ['Invocations', 'Errors', 'Throttles', 'ConcurrentExecutions'].map(of),
    );
  });

  it('draws the capacity units of the table, its throttled requests, and its errors', () => {
    expect(drawn(widget('Table: capacity units'))).toEqual(
      ['ConsumedReadCapacityUnits', 'ConsumedWriteCapacityUnits'].map(
        (name) => `AWS/DynamoDB ${name} TableName ${tableId}`,
      ),
    );
    const faults = widget('Table: throttled');
    expect(expressions(faults)).toHaveLength(2);
    for (const name of ['ThrottledRequests', 'SystemErrors'])
      expect(drawn(faults)).toContain(`AWS/DynamoDB ${name} Operation GetItem TableName ${tableId}`);
  });

  it('is named in the outputs', () => {
    template.hasOutput('DashboardName', {
      Value: {
        Ref: Object.keys(template.findResources('AWS::CloudWatch::Dashboard'))[0],
      },
    });
  });
});
