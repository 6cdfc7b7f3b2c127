/** The stack for tests of its template, with code that does nothing. */
import { readFileSync } from 'node:fs';
import { App } from 'aws-cdk-lib';
import { Code } from 'aws-cdk-lib/aws-lambda';
import type { Settings } from '../../infra/settings.ts';
import { OurCheckInStack } from '../../infra/stack.ts';

export const SETTINGS: Settings = {
  skillId: 'amzn1.ask.skill.12345678-90ab-cdef-1234-567890abcdef',
  region: 'eu-west-1',
  logRetentionDays: 30,
  reservedConcurrency: undefined,
  alarmEmail: undefined,
  existing: undefined,
};

export function stackOf(settings: Settings): { app: App; stack: OurCheckInStack } {
  const app = new App({ context: JSON.parse(readFileSync('cdk.json', 'utf8')).context });
  const code = Code.fromInline('exports.handler = async () => ({})');
  return { app, stack: new OurCheckInStack(app, 'OurCheckIn', settings, code) };
}
