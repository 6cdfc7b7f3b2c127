import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { STACK } from '../../../infra/settings.ts';
import { LOCALES } from '../../../interaction-models/localised-model.ts';
import { changes, deployed, OTHER_SKILL, stop } from './deploying.ts';
import { fakeAmazon, KEY, NEW_SKILL } from './fake-amazon.ts';

describe('a deployment stops, says what to do next, and has changed nothing,', () => {
  it('if the table of the skill was named in an earlier deployment, and is not named in this one', async () => {
    const amazon = fakeAmazon();
    const table = ['-c', 'table=Households-2', '-c', `tableKey=${KEY}`];
    await deployed(amazon, ...table);
    const before = changes(amazon);
    const { code, message } = await stop(amazon);
    expect(code).toBe('settings');
    expect(message).toContain(`\`${table.join(' ')}\``);
    expect(changes(amazon)).toEqual(before);
    await deployed(amazon, ...table);
    expect(amazon.stacks.get(STACK)).toMatchObject({ TableName: 'Households-2' });
  });

  const complaint = (text: string) => ({ stderr: text });
  it.each([
    [
      'without a login to Alexa',
      '[Error]: {"message":"File /home/ana/.ask/cli_config not exists."}',
      'login',
      /npm run ask -- configure/,
    ],
    [
      'without the profile',
      `[Error]: Can't resolve profile [default] as it doesn't exist.`,
      'login',
      /npm run ask -- configure/,
    ],
    [
      'with a login that has expired',
      '[Error]: {"statusCode":400,"body":{"error":"invalid_grant"}}',
      'login',
      /no longer accepts this login.*npm run ask/s,
    ],
    [
      'with a login that is refused',
      '[Error]: {"message":"Request failed with status code 401"}',
      'login',
      /no longer accepts this login/,
    ],
    [
      'with a login that has no permission',
      '[Error]: {"message":"Request failed with status code 403"}',
      'not-allowed',
      /developer who owns/,
    ],
    [
      'if Alexa cannot be reached',
      '[Error]: {"message":"connect ECONNREFUSED 127.0.0.1:9"}',
      'unreachable',
      /Check the network/,
    ],
    [
      'if npm cannot download the ASK CLI',
      'npm error code E404',
      'tool',
      /could not be downloaded from npm, which reports E404\./,
    ],
    [
      'if Alexa refuses for another reason',
      '[Error]: {"message":"Request failed with status code 400"}',
      'failed',
      /npm run ask -- smapi get-vendor-list --debug/,
    ],
  ])('%s', async (_, text, code, sentence) => {
    const amazon = fakeAmazon();
    amazon.complaints.set('get-vendor-list', complaint(text));
    const stopped = await stop(amazon);
    expect(stopped).toMatchObject({ code, message: expect.stringMatching(sentence) });
    expect(stopped.message).not.toMatch(/\bat .*\.js|\{"/);
    expect(changes(amazon)).toEqual([]);
  });

  it('if npm itself is missing', async () => {
    const amazon = fakeAmazon();
    amazon.complaints.set('get-vendor-list', { status: null, stderr: 'spawn npm ENOENT' });
    expect(await stop(amazon)).toMatchObject({ code: 'tool' });
  });

  it('if the login is not a developer account', async () => {
    const amazon = fakeAmazon();
    const { ask } = amazon.dependencies.programs;
    const none = { status: 0, stdout: '{"vendors":[]}', stderr: '' };
    const programs = {
      ...amazon.dependencies.programs,
      ask: async (args: readonly string[], folder: string) =>
        args[1] === 'get-vendor-list' ? none : ask(args, folder),
    };
    const stopped = await stop({ ...amazon, dependencies: { ...amazon.dependencies, programs } });
    expect(stopped).toMatchObject({
      code: 'login',
      message: expect.stringContaining('developer.amazon.com/alexa'),
    });
  });

  it.each([
    [['-c', 'region=eu-central-1'], /^region: expected one that Alexa can call/],
    [['-c', 'skillId=mine'], /^skillId: expected amzn1/],
    [['-c', 'region=eu-west-1', '-c', 'region=us-east-1'], /^-c region=us-east-1: .*twice/],
    [['-c', `skillId=${OTHER_SKILL}`, '--new-skill'], /^skillId names a skill/],
    [['-c', 'memory=4'], /^-c memory=4: expected a setting.*skillId, region/],
    [['-c', 'region'], /^-c region: expected a setting and its value/],
    [['--privacy', 'http://x'], /^--privacy http:\/\/x is not a public address/],
    [['--fast'], /--fast.*See --help\.$/],
    [['now'], /now.*See --help\.$/],
  ])('with %j', async (args, sentence) => {
    const amazon = fakeAmazon();
    expect(await stop(amazon, ...args)).toMatchObject({
      code: 'settings',
      message: expect.stringMatching(sentence),
    });
    expect(amazon.asked).toEqual([]);
  });

  it('with a skill that this developer does not have', async () => {
    const amazon = fakeAmazon();
    expect(await stop(amazon, '-c', `skillId=${OTHER_SKILL}`)).toMatchObject({
      code: 'no-skill',
      message: expect.stringContaining(OTHER_SKILL),
    });
    expect(changes(amazon)).toEqual([]);
  });

  it('without a terminal in which to ask about new permissions, unless it was told not to ask', async () => {
    const amazon = fakeAmazon();
    amazon.interactive = false;
    expect(await stop(amazon)).toMatchObject({
      code: 'not-confirmed',
      message: expect.stringContaining('--yes'),
    });
    expect(changes(amazon)).toEqual([]);
    await deployed(amazon, '--yes');
    expect(amazon.stacks.has(STACK)).toBe(true);
  });
});

describe('a deployment that stops half-way says what is in place', () => {
  it.each([
    ['the CDK cannot prepare the account', 'cdk bootstrap', /could not be prepared/],
    ['the stack is not deployed', 'cdk deploy', /the skill is kept/],
    ['Alexa does not accept the package', 'ask deploy', /The stack is in place/],
  ])('if %s', async (_, program, sentence) => {
    const amazon = fakeAmazon();
    amazon.stacks.delete('CDKToolkit');
    amazon.failing.set(program, 1);
    expect(await stop(amazon)).toMatchObject({ code: 'failed', message: expect.stringMatching(sentence) });
    expect(amazon.asked).not.toContain('ask set-skill-enablement');
  });

  it('if a model cannot be built, with Alexa’s reason', async () => {
    const amazon = fakeAmazon();
    amazon.looks = [LOCALES.map((_, at) => (at === 1 ? 'FAILED' : 'SUCCEEDED'))];
    const stopped = await stop(amazon);
    expect(stopped.message).toContain(`${LOCALES[1]}: No such slot.`);
    expect(amazon.asked).not.toContain('ask set-skill-enablement');
  });

  it('if Alexa never finishes', async () => {
    const amazon = fakeAmazon();
    amazon.looks = [LOCALES.map(() => 'IN_PROGRESS')];
    expect(await stop(amazon)).toMatchObject({
      code: 'failed',
      message: expect.stringContaining('20 minutes'),
    });
  });

  it('if the file that the last deployment wrote is not JSON', async () => {
    const amazon = fakeAmazon();
    await deployed(amazon);
    writeFileSync(join(amazon.dependencies.project, '.ask', 'ask-states.json'), '{');
    expect(await stop(amazon)).toMatchObject({
      code: 'settings',
      message: expect.stringContaining('ask-states.json'),
    });
  });

  it.each([
    ['{', /places\.json says where your skill was deployed, and is not valid JSON/],
    [`{"${NEW_SKILL}":{}}`, null],
  ])('if the file beside it, with the place, is %s', async (text, sentence) => {
    const amazon = fakeAmazon();
    await deployed(amazon);
    writeFileSync(join(amazon.dependencies.project, '.ask', 'places.json'), text);
    if (sentence === null) await deployed(amazon);
    else
      expect(await stop(amazon)).toMatchObject({
        code: 'settings',
        message: expect.stringMatching(sentence),
      });
  });

  it('and creates no second skill if that file cannot be read at all', async () => {
    const amazon = fakeAmazon();
    mkdirSync(join(amazon.dependencies.project, '.ask', 'ask-states.json'), { recursive: true });
    await expect(deployed(amazon)).rejects.toMatchObject({ code: 'EISDIR' });
    expect(changes(amazon)).toEqual([]);
  });
});
