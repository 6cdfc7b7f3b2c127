/** The stand-in for Lambda gives the asset the same environment as the stack. */
import { expect, it } from 'vitest';
import { SETTINGS, stackOf } from '../stack-of.ts';
import { asDeployed } from './as-deployed.ts';
import { reserved } from './lambda-environment.ts';

const [deployed] = Object.values(stackOf(SETTINGS).template.findResources('AWS::Lambda::Function')) as {
  Properties: Record<string, unknown> & { Environment: { Variables: Record<string, unknown> } };
}[];

it('the environment variables are those of the stack, with another table, skill and database', () => {
  const own = { TABLE_NAME: expect.anything(), SKILL_ID: expect.anything() };
  const { AWS_ENDPOINT_URL_DYNAMODB: _, ...here } = asDeployed('');
  expect({ ...deployed?.Properties.Environment.Variables, ...own }).toEqual({ ...here, ...own });
});

it('the handler, the runtime and the memory are those of the stack', () => {
  const { _HANDLER, AWS_EXECUTION_ENV, AWS_LAMBDA_FUNCTION_MEMORY_SIZE } = reserved('', '');
  expect(deployed?.Properties).toMatchObject({
    Handler: _HANDLER,
    Runtime: AWS_EXECUTION_ENV?.replace('AWS_Lambda_', ''),
    MemorySize: Number(AWS_LAMBDA_FUNCTION_MEMORY_SIZE),
  });
});
