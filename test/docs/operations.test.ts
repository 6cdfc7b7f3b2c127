/** docs/operations.md and docs/deploy.md say what the log, the alarms and the deployment really say. */
import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import type { RefusalCode } from '../../lambda/alexa/errors.ts';
import type { Message } from '../../lambda/alexa/log.ts';
import type { StoreErrorCode } from '../../lambda/household/errors.ts';
import type { Unreadable } from '../../lambda/household/store.ts';
import { matches } from '../infra/filter-pattern.ts';
import { SETTINGS, stackOf } from '../infra/stack-of.ts';

const operations = readFileSync('docs/operations.md', 'utf8');
const { template } = stackOf({ ...SETTINGS, quietHours: 6 });

/** The codes of a union, each of which has to be named. */
const every = <Code extends string>(codes: Record<Code, true>): string[] => Object.keys(codes);

const storeCodes = every<StoreErrorCode>({
  conflict: true,
  throttled: true,
  timeout: true,
  unreachable: true,
  'newer-schema': true,
  'older-schema': true,
  malformed: true,
  refused: true,
});
const reported = ['INVALID_RESPONSE', 'DEVICE_COMMUNICATION_ERROR'];

const skippedCodes = every<Unreadable>({ malformed: true, 'newer-schema': true }).map(
  (why) => `skipped-${why}`,
);

/** Everything that the log can say, with the codes of our own and some of Amazon's; null for a line without one. */
const LINES: Readonly<Record<Message, readonly (string | null)[]>> = {
  answered: [null],
  'household forgotten': [null],
  'permission accepted': [null],
  'permission changed': [null],
  'permissions unreadable': ['malformed-body'],
  'store failed': storeCodes,
  'appreciations skipped': skippedCodes,
  'questions skipped': skippedCodes,
  'time zone skipped': ['unknown-zone'],
  'alexa service failed': ['204', 'unknown-zone', 'no-token', '0', '400'],
  'alexa service refused': ['401', '403'],
  'session error': [...reported, 'ENDPOINT_TIMEOUT', 'INTERNAL_SERVICE_ERROR', 'unknown'],
  'exception encountered': ['DEVICE_COMMUNICATION_ERROR', null],
  'sound error': [null],
  'screen error': [null],
  'permission question failed': ['400', null],
  unexpected: ['AnswerLate', 'response-too-large', null],
  refused: every<RefusalCode>({ 'malformed-request': true, 'wrong-skill': true, 'unknown-request': true }),
  failed: [null],
};

/** What Lambda itself writes into the log. */
const OF_LAMBDA = ['Task timed out', 'Runtime.ImportModuleError', 'expected in the environment'];

const filters = Object.values(template.findResources('AWS::Logs::MetricFilter')).map(({ Properties }) => ({
  name: String(Properties.MetricTransformations[0].MetricName),
  pattern: String(Properties.FilterPattern),
}));

/** The section in which a line has to be explained: that of the alarm that counts it. */
function sectionOf(message: Message, code: string | null): string {
  // These two are thrown too, so Lambda counts them as errors.
  if (message === 'refused' || message === 'failed') return 'Errors';
  const line = { level: message === 'unexpected' ? 'ERROR' : 'WARN', message, code: code ?? 'SOMETHING' };
  const found = filters.find(
    ({ name, pattern }) =>
      ['Failures', 'Refusals', 'Sounds', 'Services'].includes(name) && matches(pattern, line),
  );
  return found?.name ?? 'Lines that no alarm counts';
}

function section(title: string): string {
  const [, text = ''] = new RegExp(`\n### ${title}\n(.*?)\n##`, 's').exec(operations) ?? [];
  expect(text, title).not.toBe('');
  return text;
}

/** The first cells of the rows of a table. */
function firstCells(text: string): string[] {
  return text.split('\n').flatMap((row) => /^\| (?!in the log|message|-)(.*?) \|/.exec(row)?.[1] ?? []);
}

const codesIn = (cell: string): string[] => [...cell.matchAll(/`([^`]+)`/g)].map(([, code = '']) => code);

const alarms = Object.keys(template.findResources('AWS::CloudWatch::Alarm')).map((id) =>
  id.replace(/^Alarms|[0-9A-F]{8}$/g, ''),
);

describe('docs/operations.md', () => {
  const lines = Object.entries(LINES).flatMap(([message, codes]) =>
    codes.map((code) => [message as Message, code] as const),
  );

  it.each(lines)('explains the line `%s` with the code %s where its alarm is explained', (message, code) => {
    const rows = firstCells(section(sectionOf(message, code))).map(codesIn);
    expect(rows).toContainEqual(expect.arrayContaining(code === null ? [message] : [message, code]));
  });

  it('explains no line that the log does not have', () => {
    const known = new Set<string>([...Object.keys(LINES), ...OF_LAMBDA]);
    for (const title of [
      'Errors',
      'Failures',
      'Refusals',
      'Sounds',
      'Services',
      'Lines that no alarm counts',
    ])
      for (const cell of firstCells(section(title))) expect(known, cell).toContain(codesIn(cell)[0]);
  });

  it('names every variable without which the function does not start', () => {
    const names = [...readFileSync('lambda/index.ts', 'utf8').matchAll(/fromEnvironment\('(\w+)'\)/g)];
    expect(names.length).toBeGreaterThan(0);
    for (const [, name] of names) expect(section('Errors')).toContain(`\`${name}\``);
  });

  it('has a section for each alarm', () => {
    for (const alarm of alarms) section(alarm);
    expect(alarms).toHaveLength(10);
  });

  it('says which alarms roll a release back', () => {
    const group = JSON.stringify(template.findResources('AWS::CodeDeploy::DeploymentGroup'));
    const watched = alarms.filter((name) => group.includes(`"Alarms${name}`)).toSorted();
    const sentences = [
      ...operations.matchAll(
        /(?:In the first five minutes of a release, |A release that sets off )([^.]*?)\n?(?:roll| within)/g,
      ),
    ];
    expect(sentences).toHaveLength(2);
    for (const [, named = ''] of sentences)
      expect([...named.matchAll(/\*(\w+)\*/g)].map(([, name]) => name).toSorted()).toEqual(watched);
  });
});

describe('docs/deploy.md', () => {
  const page = readFileSync('docs/deploy.md', 'utf8');

  it('names the messages of a deployment as they are printed', () => {
    const files = readdirSync('infra/deploy').map((file) => `infra/deploy/${file}`);
    const code = [...files, 'infra/settings.ts', 'command-line/unexpected-error.ts']
      .map((path) => readFileSync(path, 'utf8'))
      .join('\n');
    // A text that is broken into several lines, in one line. What is filled in is left out.
    const texts = code.replace(/['`] \+\n\s*['`]/g, '').replace(/\$\{[^}]*\}/g, '…');
    const [, table = ''] = /## When it stops\n(.*?)\n## /s.exec(page) ?? [];
    // Two are what an Echo does.
    const messages = firstCells(table).filter(
      (message) => !message.startsWith('The Echo says') && !message.startsWith('Alexa starts'),
    );
    expect(messages.length).toBeGreaterThan(10);
    for (const message of messages)
      for (const part of message.replace('Our Check-In', '...').split(/\.\.\.|, which|, Alexa/))
        expect(texts, message).toContain(part.trim().replace(/^could/, 'Alexa could'));
  });

  it('lists each setting once', () => {
    for (const name of [
      'region',
      'alarmEmail',
      'skillId',
      'logRetentionDays',
      'reservedConcurrency',
      'quietHours',
      'ignoreAlarms',
    ])
      expect(page.split('\n').filter((row) => row.startsWith(`| \`${name}\` |`))).toHaveLength(1);
  });
});
