/** The stand-in gives the asset what the stack does, so that what runs here runs there. */
import { App } from 'aws-cdk-lib';
import { Template } from 'aws-cdk-lib/assertions';
import { Code } from 'aws-cdk-lib/aws-lambda';
import { expect, it } from 'vitest';
import { readSettings } from '../../../infra/settings.ts';
import { OurCheckInStack } from '../../../infra/stack.ts';
import { asDeployed } from './as-deployed.ts';
import { reserved } from './lambda-environment.ts';

const settings = readSettings((name) => (name === 'exampleSkill' ? 'true' : undefined), {});
const stack = new OurCheckInStack(new App(), 'OurCheckIn', settings, Code.fromInline(';'));
const [deployed] = Object.values(Template.fromStack(stack).findResources('AWS::Lambda::Function')) as {
  Properties: Record<string, unknown> & { Environment: { Variables: Record<string, unknown> } };
}[];

it('gives the variables of the stack, with a table, a skill and a database of its own', () => {
  const own = { TABLE_NAME: expect.anything(), SKILL_ID: expect.anything() };
  const { AWS_ENDPOINT_URL_DYNAMODB: _, ...here } = asDeployed('');
  expect({ ...deployed?.Properties.Environment.Variables, ...own }).toEqual({ ...here, ...own });
});

it('gives the handler, the runtime and the memory of the stack', () => {
  const { _HANDLER, AWS_EXECUTION_ENV, AWS_LAMBDA_FUNCTION_MEMORY_SIZE } = reserved('', '');
  expect(deployed?.Properties).toMatchObject({
    Handler: _HANDLER,
    Runtime: AWS_EXECUTION_ENV?.replace('AWS_Lambda_', ''),
    MemorySize: Number(AWS_LAMBDA_FUNCTION_MEMORY_SIZE),
  });
});
