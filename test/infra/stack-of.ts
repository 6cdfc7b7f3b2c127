/** The stack for tests of its template, with a handler that does nothing. */
import { readFileSync } from 'node:fs';
import { App } from 'aws-cdk-lib';
import { Template } from 'aws-cdk-lib/assertions';
import { Code } from 'aws-cdk-lib/aws-lambda';
import { expect } from 'vitest';
import type { Settings } from '../../infra/settings.ts';
import { OurCheckInStack } from '../../infra/stack.ts';

export const SETTINGS: Settings = {
  skillId: 'amzn1.ask.skill.12345678-90ab-cdef-1234-567890abcdef',
  region: 'eu-west-1',
  logRetentionDays: 30,
  reservedConcurrency: undefined,
  alarmEmail: undefined,
  quietHours: undefined,
  ignoreAlarms: false,
  existing: undefined,
};

/**
 * The stack and its template. The CDK's own validation of the template is left to `npm run synth`: loading it takes
 * seconds in each test file.
 */
export function stackOf(settings: Settings): { app: App; stack: OurCheckInStack; template: Template } {
  const { context } = JSON.parse(readFileSync('cdk.json', 'utf8'));
  const app = new App({ context, builtinCloudFormationValidation: false });
  const code = Code.fromInline('exports.handler = async () => ({})');
  const stack = new OurCheckInStack(app, 'OurCheckIn', settings, code);
  return { app, stack, template: Template.fromStack(stack) };
}

type Resource = Record<string, unknown> & { Properties: Record<string, unknown> };

/** Finds the one resource of a type, with its logical id. The test fails if there are several, or none. */
export function onlyIn(template: Template) {
  return (type: string, properties: unknown = {}): [id: string, resource: Resource] => {
    const found = Object.entries(template.findResources(type, properties));
    expect(found, `${type} ${JSON.stringify(properties)}`).toHaveLength(1);
    return found[0] as [string, Resource];
  };
}
