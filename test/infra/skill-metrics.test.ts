/** The metric filters of the template, applied to the log lines of the built asset. */
import { beforeAll, describe, expect, it, vi } from 'vitest';
import { anEcho, anEnvelope, EVENING, USER } from '../alexa/envelopes.ts';
import { matches } from './filter-pattern.ts';
import { asDeployed } from './runtime/as-deployed.ts';
import { anAsset, logOf, skillIn } from './runtime/asset.ts';
import { SETTINGS, stackOf } from './stack-of.ts';

vi.setConfig({ testTimeout: 60_000, hookTimeout: 60_000 });

interface Filter {
  FilterPattern: string;
  MetricTransformations: [
    {
      MetricName: string;
      MetricNamespace: string;
      MetricValue: string;
      DefaultValue?: number;
      Dimensions?: { Key: string; Value: string }[];
    },
  ];
}

const filters = Object.values(stackOf(SETTINGS).template.findResources('AWS::Logs::MetricFilter')).map(
  ({ Properties }) => Properties as Filter,
);

type Line = Readonly<Record<string, unknown>>;

/** The sum of each metric over some log lines. */
function summed(lines: readonly Line[]): Record<string, number> {
  const sums: Record<string, number> = {};
  for (const { FilterPattern, MetricTransformations } of filters) {
    const [{ MetricName, MetricValue, Dimensions = [] }] = MetricTransformations;
    for (const line of lines) {
      if (!matches(FilterPattern, line)) continue;
      const valueIn = (name: string) => (name.startsWith('$.') ? line[name.slice(2)] : name);
      const name = [MetricName, ...Dimensions.map(({ Value }) => valueIn(Value))].join(' ');
      sums[name] = (sums[name] ?? 0) + Number(valueIn(MetricValue));
    }
  }
  return sums;
}

const asset = anAsset();

describe('the metrics', () => {
  let lines: Line[];
  /** A first visit, a stop, something that is not understood, and the check-in to its end. */
  beforeAll(async () => {
    const runtime = await asset.on(process.execPath);
    const echo = anEcho(skillIn(runtime));
    await echo.launch();
    await echo.say('NamesIntent', { name: 'Ana' });
    await echo.say('NamesIntent', { name: 'Bo' });
    await echo.say('AMAZON.YesIntent');
    await echo.say('AMAZON.YesIntent');
    // The short one begins.
    await echo.say('AMAZON.YesIntent');
    await echo.say('AMAZON.StopIntent');
    await echo.launch();
    await echo.say('AMAZON.FallbackIntent');
    for (let turn = 0; turn < 40; turn += 1) {
      const { response } = await echo.say('AMAZON.YesIntent');
      if (response.shouldEndSession) break;
    }
    lines = logOf(runtime);
  });

  it('count what happened, and nothing else', () => {
    expect(summed(lines)).toMatchObject({ Started: 1, Resumed: 1, Finished: 1, Unclear: 1 });
    expect(summed(lines).Steps).toBeGreaterThanOrEqual(10);
    expect(summed(lines).Answered).toBe(lines.filter(({ message }) => message === 'answered').length);
    for (const fault of ['Failures', 'Refusals', 'Sounds']) expect(summed(lines)).not.toHaveProperty(fault);
  });

  it('count a table that cannot be reached as a failure, with its code', async () => {
    const runtime = await asset.on(process.execPath, asDeployed('http://127.0.0.1:9'));
    await anEcho(skillIn(runtime)).launch();
    expect(summed(logOf(runtime))).toEqual({ Failures: 1, 'Codes unreachable': 1 });
  });

  it('count a first reply that Alexa refused, of which no attributes are left, as a refusal', async () => {
    const runtime = await asset.on(process.execPath);
    const request = {
      requestId: 'request-1',
      timestamp: new Date(EVENING).toISOString(),
      type: 'SessionEndedRequest',
      reason: 'ERROR',
      error: { type: 'INVALID_RESPONSE', message: 'zebra' },
    };
    const session = { id: 'session-1', isNew: true, attributes: {} };
    await skillIn(runtime)(anEnvelope({ request, session, user: USER, device: 'kitchen' }));
    expect(summed(logOf(runtime))).toEqual({ Refusals: 1, 'Codes INVALID_RESPONSE': 1 });
    expect(runtime.logs().join()).not.toContain('zebra');
  });

  it('contain only counts and codes: no word, no id, and no household', () => {
    const fields = filters.flatMap(({ MetricTransformations: [{ MetricValue, Dimensions = [] }] }) => [
      MetricValue,
      ...Dimensions.map(({ Value }) => Value),
    ]);
    expect(new Set(fields)).toEqual(
      new Set(['1', '$.started', '$.resumed', '$.finished', '$.steps', '$.unclear', '$.code']),
    );
  });

  it('are zero if nothing happened, unless they have a dimension', () => {
    for (const {
      MetricTransformations: [{ DefaultValue, Dimensions }],
    } of filters)
      expect(DefaultValue === 0).toBe(Dimensions === undefined);
  });
});

describe('a filter', () => {
  it.each([
    ['{ $.message = "answered" }', { message: 'answered' }, true],
    ['{ $.message = "answered" }', { message: 'refused' }, false],
    ['{ $.code = "*" }', { code: 'throttled' }, true],
    ['{ $.code = "*" }', { codes: [] }, false],
    ['{ $.steps > 0 }', { steps: 2 }, true],
    ['{ $.steps > 0 }', { steps: 'two' }, false],
    [
      '{ ($.level = "ERROR") || (($.message = "store failed") && ($.code != "conflict")) }',
      { level: 'ERROR' },
      true,
    ],
    [
      '{ ($.level = "ERROR") || (($.message = "store failed") && ($.code != "conflict")) }',
      { level: 'WARN', message: 'store failed', code: 'conflict' },
      false,
    ],
    [
      '{ ($.level = "ERROR") || (($.message = "store failed") && ($.code != "conflict")) }',
      { level: 'WARN', message: 'store failed', code: 'timeout' },
      true,
    ],
  ])('%s matches %j: %s', (pattern, line, expected) => {
    expect(matches(pattern, line)).toBe(expected);
  });
});
