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

/** Namespace and name of what a widget draws, and the name and value of each dimension. */
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
  it('says first how it is read, and then whether anything is wrong, with every alarm there is', () => {
    const [text, alarms] = widgets;
    expect(text?.properties.markdown).toMatch(/Begin there.*docs\/operations\.md/s);
    const all = Object.keys(template.findResources('AWS::CloudWatch::Alarm'));
    expect(alarms).toMatchObject({ type: 'alarm', properties: { title: 'Is anything wrong now?' } });
    expect(new Set(alarms?.properties.alarms)).toEqual(new Set(all));
  });

  it.each([
    ['Couples who began', ['OurCheckIn Started', 'OurCheckIn Resumed', 'OurCheckIn Finished']],
    ['Steps they left behind', ['OurCheckIn Steps']],
    ['Not understood', ['OurCheckIn Unclear', 'OurCheckIn Answered']],
  ])('draws "%s" from the skill’s own counts', (title, metrics) => {
    expect(drawn(widget(title))).toEqual(metrics);
    const made = Object.values(template.findResources('AWS::Logs::MetricFilter')).map(({ Properties }) => {
      const [{ MetricNamespace, MetricName }] = Properties.MetricTransformations;
      return `${MetricNamespace} ${MetricName}`;
    });
    for (const metric of metrics) expect(made).toContain(metric);
  });

  it('tells what is not understood as a part of all that was said', () => {
    expect(expressions(widget('Not understood'))).toEqual(['IF(answered > 0, 100 * unclear / answered, 0)']);
  });

  it('looks for every code that was logged', () => {
    expect(expressions(widget('Trouble, by its code'))).toEqual([
      `SEARCH('{OurCheckIn,Code} MetricName="Codes"', 'Sum', 300)`,
    ]);
  });

  it('draws how long an answer takes, beside where it is ended and where Alexa gives up', () => {
    const { annotations, metrics = [], ...rest } = widget('How long an answer takes');
    expect(annotations?.horizontal.map(({ value }) => value)).toEqual([7000, 8000]);
    expect(drawn({ ...rest, metrics })).toEqual(
      metrics.map(() => `AWS/Lambda Duration FunctionName ${functionId} Resource ${functionId}:live`),
    );
    expect(metrics.map((metric) => (metric.at(-1) as { stat: string }).stat)).toEqual(['p50', 'p95', 'p99']);
  });

  it('draws the requests, those that crashed, those refused, and how many ran at once', () => {
    const of = (name: string) => `AWS/Lambda ${name} FunctionName ${functionId} Resource ${functionId}:live`;
    expect(drawn(widget('Requests'))).toEqual(
      ['Invocations', 'Errors', 'Throttles', 'ConcurrentExecutions'].map(of),
    );
  });

  it('draws the units that were used of the table, what it refused, and where it failed', () => {
    expect(drawn(widget('What the table was asked for'))).toEqual(
      ['ConsumedReadCapacityUnits', 'ConsumedWriteCapacityUnits'].map(
        (name) => `AWS/DynamoDB ${name} TableName ${tableId}`,
      ),
    );
    const faults = widget('What the table refused');
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
