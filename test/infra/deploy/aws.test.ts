/** The real AWS SDK, with a fake server that gives the answers of AWS. */
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { realAws, regionOfProfile } from '../../../infra/deploy/aws.ts';
import { DeployError } from '../../../infra/deploy/deploy-error.ts';

let server: Server;
/** The answers of AWS, by action. An action without an answer gets the status 500. */
let answers: Record<string, { status: number; body: string }>;
let asked: URLSearchParams[];

beforeEach(async () => {
  answers = {};
  asked = [];
  server = createServer((request, response) => {
    let body = '';
    request.on('data', (text) => {
      body += text;
    });
    request.on('end', () => {
      const parameters = new URLSearchParams(body);
      asked.push(parameters);
      const answer = answers[parameters.get('Action') ?? ''] ?? { status: 500, body: '' };
      response.writeHead(answer.status, { 'content-type': 'text/xml' }).end(answer.body);
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  vi.stubEnv('AWS_ENDPOINT_URL', `http://127.0.0.1:${(server.address() as AddressInfo).port}`);
  vi.stubEnv('AWS_ACCESS_KEY_ID', 'test');
  vi.stubEnv('AWS_SECRET_ACCESS_KEY', 'test');
  vi.stubEnv('AWS_EC2_METADATA_DISABLED', 'true');
  for (const name of ['AWS_CONFIG_FILE', 'AWS_SHARED_CREDENTIALS_FILE']) vi.stubEnv(name, '/none');
  for (const name of ['AWS_PROFILE', 'AWS_REGION', 'AWS_DEFAULT_REGION', 'AWS_SESSION_TOKEN'])
    vi.stubEnv(name, undefined);
});

afterEach(async () => {
  vi.unstubAllEnvs();
  server.closeAllConnections();
  await new Promise((resolve) => server.close(resolve));
});

function refuses(action: string, code: string, message: string): void {
  const body = `<ErrorResponse><Error><Type>Sender</Type><Code>${code}</Code><Message>${message}</Message></Error></ErrorResponse>`;
  answers[action] = { status: code === 'ValidationError' ? 400 : 403, body };
}

async function stop(work: Promise<unknown>): Promise<DeployError> {
  try {
    await work;
  } catch (error) {
    if (error instanceof DeployError) return error;
    throw error;
  }
  throw new Error('it did not stop');
}

describe('the account', () => {
  it('is that of the credentials', async () => {
    const result = '<GetCallerIdentityResult><Account>210987654321</Account></GetCallerIdentityResult>';
    const body = `<GetCallerIdentityResponse>${result}</GetCallerIdentityResponse>`;
    answers.GetCallerIdentity = { status: 200, body };
    expect(await realAws('eu-west-1').account()).toBe('210987654321');
  });

  it.each([
    ['ExpiredToken', 'login', /does not accept these credentials.*aws sso login/],
    ['InvalidClientTokenId', 'login', /does not accept these credentials/],
    ['SignatureDoesNotMatch', 'login', /does not accept these credentials/],
    ['AccessDenied', 'not-allowed', /have no permission for this.*docs\/deploy\.md/],
    ['Something', 'failed', /AWS refused this: Because of that\./],
  ])('is not known after %s, and the message says what to do', async (code, kind, sentence) => {
    refuses('GetCallerIdentity', code, 'Because of that.');
    expect(await stop(realAws('eu-west-1').account())).toMatchObject({
      code: kind,
      message: expect.stringMatching(sentence),
    });
  });

  it('is not known without credentials', async () => {
    vi.stubEnv('AWS_ACCESS_KEY_ID', undefined);
    expect(await stop(realAws('eu-west-1').account())).toMatchObject({
      code: 'login',
      message: expect.stringMatching(/no credentials for AWS here.*AWS_PROFILE/),
    });
    expect(asked).toEqual([]);
  });

  it('is not known if AWS does not answer', async () => {
    vi.stubEnv('AWS_ENDPOINT_URL', 'http://127.0.0.1:9');
    expect(await stop(realAws('eu-west-1').account())).toMatchObject({ code: 'unreachable' });
  });
});

describe('a stack', () => {
  it.each([
    ['CREATE_COMPLETE', false],
    ['UPDATE_ROLLBACK_COMPLETE', false],
    ['ROLLBACK_COMPLETE', true],
    ['ROLLBACK_FAILED', true],
  ])('has its outputs by name, and in the state %s a creation that failed: %s', async (status, failed) => {
    const output =
      '<member><OutputKey>SkillEndpoint</OutputKey><OutputValue>arn:there</OutputValue></member>';
    const stack = `<member><StackName>S</StackName><StackStatus>${status}</StackStatus><Outputs>${output}</Outputs></member>`;
    answers.DescribeStacks = {
      status: 200,
      body: `<DescribeStacksResponse><DescribeStacksResult><Stacks>${stack}</Stacks></DescribeStacksResult></DescribeStacksResponse>`,
    };
    expect(await realAws('eu-west-1').stackNamed('S')).toEqual({
      outputs: { SkillEndpoint: 'arn:there' },
      failed,
    });
  });

  it('is null if there is none, which is no error', async () => {
    refuses('DescribeStacks', 'ValidationError', 'Stack with id S does not exist');
    expect(await realAws('eu-west-1').stackNamed('S')).toBeNull();
  });

  it('is not null if there is no permission to read it', async () => {
    refuses('DescribeStacks', 'AccessDenied', 'No.');
    expect(await stop(realAws('eu-west-1').stackNamed('S'))).toMatchObject({ code: 'not-allowed' });
  });
});

it('turns off the termination protection of a stack', async () => {
  answers.UpdateTerminationProtection = { status: 200, body: '<UpdateTerminationProtectionResponse/>' };
  await realAws('eu-west-1').unprotect('S');
  expect(Object.fromEntries(asked[0] ?? [])).toMatchObject({
    StackName: 'S',
    EnableTerminationProtection: 'false',
  });
});

it('takes the region of the environment, or none if it names none', async () => {
  expect(await regionOfProfile()).toBeUndefined();
  vi.stubEnv('AWS_REGION', 'us-west-2');
  expect(await regionOfProfile()).toBe('us-west-2');
});
