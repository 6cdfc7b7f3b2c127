import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it, vi } from 'vitest';
import { deploy } from '../../../infra/deploy/deploy.ts';
import { DeployError } from '../../../infra/deploy/deploy-error.ts';
import { readOptions } from '../../../infra/deploy/options.ts';
import { STACK } from '../../../infra/settings.ts';
import type { Deployment } from '../../../infra/skill-package/manifest.ts';
import type { PackageFiles } from '../../../infra/skill-package/package-files.ts';
import { schemaCheck } from '../../../interaction-models/linter/amazon-schema.ts';
import { LOCALES } from '../../../interaction-models/localised-model.ts';
import { ENDPOINT, type FakeAmazon, fakeAmazon, KEY, NEW_SKILL } from './fake-amazon.ts';

// Nearly every test deploys the same package, and making and checking one takes a fifth of a second: each is made and
// checked once.
const { remembered } = vi.hoisted(() => ({
  remembered: <In, Out>(work: (value: In) => Out, keyOf: (value: In) => string): ((value: In) => Out) => {
    const results = new Map<string, Out>();
    return (value) => {
      const key = keyOf(value);
      const result = results.get(key) ?? work(value);
      results.set(key, result);
      return result;
    };
  },
}));
vi.mock(import('../../../infra/skill-package/package-files.ts'), async (importOriginal) => {
  const original = await importOriginal();
  return {
    ...original,
    packageFiles: remembered(original.packageFiles, (one: Deployment) => JSON.stringify(one)),
  };
});
vi.mock(import('../../../infra/skill-package/package-faults.ts'), async (importOriginal) => {
  const original = await importOriginal();
  const manifestOf = (files: PackageFiles) => String(files.get('skill.json'));
  return { ...original, packageFaults: remembered(original.packageFaults, manifestOf) };
});

const manifestFaults = schemaCheck('v1.skill.Manifest.SkillManifestEnvelope', 'v1.skill.Manifest.');

const OTHER_SKILL = 'amzn1.ask.skill.99999999-2222-3333-4444-555555555555';

function deployed(amazon: FakeAmazon, ...args: string[]): Promise<void> {
  return deploy(readOptions(args, amazon.dependencies.environment), amazon.dependencies);
}

/** The error with which a deployment stopped. */
async function stop(amazon: FakeAmazon, ...args: string[]): Promise<DeployError> {
  try {
    await deployed(amazon, ...args);
  } catch (error) {
    if (error instanceof DeployError) return error;
    throw error;
  }
  throw new Error('it did not stop');
}

/** The calls that change something. */
function changes({ asked }: FakeAmazon): string[] {
  return asked.filter((one) => !/^(aws: whose|ask (get|list)-|asks)/.test(one));
}

describe('a deployment', () => {
  it('creates the skill, deploys its stack, uploads the package, waits, and enables the skill, in this order', async () => {
    const amazon = fakeAmazon();
    await deployed(amazon);
    expect(amazon.asked).toEqual([
      'ask get-vendor-list',
      'aws: whose account, eu-west-1',
      'ask list-skills-for-vendor',
      'ask create-skill-for-vendor',
      'ask get-skill-status',
      `cdk deploy ${STACK} -c skillId=${NEW_SKILL} -c region=eu-west-1 --require-approval broadening`,
      'ask deploy --target skill-metadata',
      'ask get-skill-status',
      'ask set-skill-enablement',
    ]);
  });

  it('prints each step before doing it, and at the end what to say to an Echo', async () => {
    const amazon = fakeAmazon();
    await deployed(amazon);
    const steps = amazon.said.filter((line) => /^\d of 6: /.test(line));
    expect(steps.map((line) => line.slice(0, 6))).toEqual([
      '1 of 6',
      '2 of 6',
      '3 of 6',
      '4 of 6',
      '5 of 6',
      '6 of 6',
    ]);
    expect(amazon.said).toContainEqual(expect.stringContaining('"Alexa, start our check-in"'));
    expect(amazon.said.filter((line) => line.includes('is an example'))).toHaveLength(2);
  });

  it('uploads a package with the endpoint of the stack', async () => {
    const amazon = fakeAmazon();
    await deployed(
      amazon,
      '--privacy',
      'https://ana.example.org/privacy',
      '--terms',
      'https://ana.example.org/terms',
    );
    expect(amazon.manifests.imported).toMatchObject({
      manifest: {
        apis: { custom: { endpoint: { uri: ENDPOINT } } },
        events: { endpoint: { uri: ENDPOINT } },
        privacyAndCompliance: {
          locales: { 'en-US': { privacyPolicyUrl: 'https://ana.example.org/privacy' } },
        },
      },
    });
    expect(amazon.said.join('\n')).not.toContain('example:');
  });

  it('creates the skill with a manifest that fits the schema, without endpoint and icons, which Alexa would refuse', async () => {
    const amazon = fakeAmazon();
    await deployed(amazon);
    expect(manifestFaults(amazon.manifests.begun)).toEqual([]);
    expect(JSON.stringify(amazon.manifests.begun)).not.toMatch(/lambda|file:|example\.com/);
  });

  it('prepares the account for the CDK only if it is not prepared', async () => {
    const amazon = fakeAmazon();
    amazon.stacks.delete('CDKToolkit');
    await deployed(amazon);
    expect(amazon.asked).toContain('cdk bootstrap aws://210987654321/eu-west-1');
  });

  it('passes the settings on, and asks about new permissions unless it was told not to', async () => {
    const amazon = fakeAmazon();
    await deployed(amazon, '-c', 'region=us-west-2', '-c', 'alarmEmail=ops@example.org', '--yes');
    expect(amazon.asked).toContain(
      `cdk deploy ${STACK} -c region=us-west-2 -c alarmEmail=ops@example.org -c skillId=${NEW_SKILL} --require-approval never`,
    );
  });

  it('waits until the model of every locale is built', async () => {
    const amazon = fakeAmazon();
    const [first, ...others] = LOCALES.map(() => 'SUCCEEDED');
    amazon.looks = [
      [],
      [first ?? ''],
      ['SUCCEEDED', ...others.map(() => 'IN_PROGRESS')],
      LOCALES.map(() => 'SUCCEEDED'),
    ];
    await deployed(amazon);
    expect(amazon.asked.filter((one) => one === 'ask get-skill-status')).toHaveLength(5);
    const ready = amazon.said.flatMap((line) => /Ready: (\S+)\./.exec(line)?.[1] ?? []);
    expect(ready).toEqual(['manifest', 'manifest', ...LOCALES]);
  });
});

describe('a second deployment', () => {
  it('creates no second skill', async () => {
    const amazon = fakeAmazon();
    await deployed(amazon);
    await deployed(amazon);
    expect(amazon.asked.filter((one) => one === 'ask create-skill-for-vendor')).toHaveLength(1);
  });

  it('finds the skill by its stack if the folder of the first deployment is gone', async () => {
    const amazon = fakeAmazon();
    await deployed(amazon);
    rmSync(amazon.dependencies.project, { recursive: true });
    await deployed(amazon);
    expect(amazon.asked.filter((one) => one === 'ask create-skill-for-vendor')).toHaveLength(1);
  });

  it('finds the skill again if everything after its creation failed', async () => {
    const amazon = fakeAmazon();
    amazon.failing.set('cdk deploy', 1);
    await stop(amazon);
    amazon.failing.clear();
    await deployed(amazon);
    expect(amazon.asked.filter((one) => one === 'ask create-skill-for-vendor')).toHaveLength(1);
    expect(amazon.skills.size).toBe(1);
  });

  it('says how to create another skill if the first was deleted, and then creates it', async () => {
    const amazon = fakeAmazon();
    await deployed(amazon);
    amazon.skills.clear();
    amazon.asked.length = 0;
    expect(await stop(amazon)).toMatchObject({
      code: 'no-skill',
      message: expect.stringContaining('--new-skill'),
    });
    expect(changes(amazon)).toEqual([]);
    await deployed(amazon, '--new-skill');
    await deployed(amazon);
    expect(amazon.asked.filter((one) => one === 'ask create-skill-for-vendor')).toHaveLength(1);
  });

  it('takes the skill that is named, and keeps what the ASK CLI saved about it', async () => {
    const amazon = fakeAmazon();
    await deployed(amazon);
    amazon.skills.add(OTHER_SKILL);
    const states = join(amazon.dependencies.project, '.ask', 'ask-states.json');
    const noted = JSON.parse(readFileSync(states, 'utf8'));
    noted.profiles.default.skillMetadata = { lastImportId: 'i' };
    writeFileSync(states, JSON.stringify(noted));
    await deployed(amazon, '-c', `skillId=${OTHER_SKILL}`);
    expect(amazon.asked).toContainEqual(expect.stringContaining(`skillId=${OTHER_SKILL}`));
    expect(JSON.parse(readFileSync(states, 'utf8')).profiles.default).toEqual({
      skillId: OTHER_SKILL,
      skillMetadata: { lastImportId: 'i' },
    });
  });
});

describe('a deployment whose settings were different before', () => {
  const sentences = ({ said }: FakeAmazon) => said.filter((line) => line.includes('is left out'));

  it('says that nobody gets a mail any more, before it deploys and at its end', async () => {
    const amazon = fakeAmazon();
    await deployed(amazon, '-c', 'alarmEmail=ops@example.org');
    expect(sentences(amazon)).toEqual([]);
    await deployed(amazon);
    expect(sentences(amazon)).toHaveLength(2);
    for (const sentence of sentences(amazon))
      expect(sentence).toMatch(
        /alarmEmail was ops@example\.org until now.*nobody gets a mail.*`-c alarmEmail=ops@example\.org`/,
      );
    expect(amazon.said.findIndex((line) => line.includes('is left out'))).toBeLessThan(
      amazon.said.findLastIndex((line) => line.startsWith('4 of 6')),
    );
    amazon.said.length = 0;
    await deployed(amazon);
    expect(sentences(amazon)).toEqual([]);
  });

  it('says the same of each setting that goes back to its default, and not of one that is changed', async () => {
    const amazon = fakeAmazon();
    await deployed(amazon, '-c', 'alarmEmail=ops@example.org', '-c', 'quietHours=6');
    await deployed(amazon, '-c', 'alarmEmail=others@example.org');
    expect(sentences(amazon)).toEqual([
      expect.stringMatching(/^ {2}quietHours was 6 until now.*no alarm sounds/),
      expect.stringMatching(/^quietHours was 6/),
    ]);
  });

  it('says that alarms do not roll it back, if that was asked for', async () => {
    const amazon = fakeAmazon();
    await deployed(amazon, '-c', 'ignoreAlarms=yes');
    expect(amazon.said).toContainEqual(expect.stringContaining('not rolled back'));
    expect(amazon.asked).toContainEqual(expect.stringContaining('-c ignoreAlarms=yes'));
  });
});

describe('a skill that would move to another table', () => {
  const elsewhere = ['-c', 'region=us-east-1'];

  it('is not moved to another region: one sentence says where it is, and what to give', async () => {
    const amazon = fakeAmazon();
    await deployed(amazon);
    const before = changes(amazon);
    expect(await stop(amazon, ...elsewhere)).toMatchObject({
      code: 'settings',
      message: expect.stringMatching(
        /was deployed to eu-west-1 in account 210987654321\. In the region us-east-1 .*empty table.*`-c region=eu-west-1`.*`--new-place`/,
      ),
    });
    expect(changes(amazon)).toEqual(before);
    await deployed(amazon, '-c', 'region=eu-west-1');
  });

  it('is not moved because the AWS profile names another region', async () => {
    const amazon = fakeAmazon();
    await deployed(amazon);
    const other = {
      ...amazon,
      dependencies: { ...amazon.dependencies, regionOfProfile: async () => 'us-west-2' },
    };
    expect((await stop(other)).message).toContain('`-c region=eu-west-1`');
  });

  it('is not moved to another account', async () => {
    const amazon = fakeAmazon();
    await deployed(amazon);
    amazon.account = '999999999999';
    expect((await stop(amazon)).message).toMatch(/In account 999999999999 .*Log in to account 210987654321/);
  });

  it('is not moved from a clone that knows nothing of the first deployment: Alexa knows the endpoint', async () => {
    const amazon = fakeAmazon();
    await deployed(amazon);
    rmSync(amazon.dependencies.project, { recursive: true });
    const named = await stop(amazon, ...elsewhere, '-c', `skillId=${NEW_SKILL}`);
    expect(named.message).toMatch(/was deployed to eu-west-1/);
    const unnamed = await stop(amazon, ...elsewhere);
    expect(unnamed.message).toContain(`\`-c skillId=${NEW_SKILL} -c region=eu-west-1\``);
    expect(amazon.skills.size).toBe(1);
  });

  it('is not moved if the package was never uploaded, once there is a stack', async () => {
    const amazon = fakeAmazon();
    amazon.failing.set('ask deploy', 1);
    await stop(amazon);
    amazon.failing.clear();
    expect((await stop(amazon, ...elsewhere)).message).toContain('was deployed to eu-west-1');
  });

  it('can still choose its region if the first stack was not deployed', async () => {
    const amazon = fakeAmazon();
    amazon.failing.set('cdk deploy', 1);
    await stop(amazon);
    amazon.failing.clear();
    await deployed(amazon, ...elsewhere);
    expect(amazon.region).toBe('us-east-1');
  });

  it('is moved if that was asked for, and then stays there', async () => {
    const amazon = fakeAmazon();
    await deployed(amazon);
    await deployed(amazon, ...elsewhere, '--new-place');
    await deployed(amazon, ...elsewhere);
    expect((await stop(amazon)).message).toContain('`-c region=us-east-1`');
  });
});

describe('a skill whose creation was not answered', () => {
  const creations = ({ asked }: FakeAmazon) => asked.filter((one) => one === 'ask create-skill-for-vendor');

  it('is found in the list of skills, and there is no second one', async () => {
    const amazon = fakeAmazon();
    amazon.lost.add('create-skill-for-vendor');
    await deployed(amazon);
    expect([...amazon.skills]).toEqual([NEW_SKILL]);
    expect(amazon.said).toContainEqual(expect.stringContaining('The answer was lost'));
    expect(amazon.endpoints.get(NEW_SKILL)).toBe(ENDPOINT);
  });

  it('is found by the next run, if Alexa answers nothing more in this one', async () => {
    const amazon = fakeAmazon();
    amazon.lost.add('create-skill-for-vendor');
    const { ask } = amazon.dependencies.programs;
    const asked = vi.fn(async (args: readonly string[], folder: string) => {
      const answer = await ask(args, folder);
      if (args[1] === 'create-skill-for-vendor') amazon.lost.add('list-skills-for-vendor');
      return answer;
    });
    const programs = { ...amazon.dependencies.programs, ask: asked };
    const stopped = await stop({ ...amazon, dependencies: { ...amazon.dependencies, programs } });
    expect(stopped).toMatchObject({
      code: 'unreachable',
      message: expect.stringMatching(/the next run finds it and creates no second one/),
    });
    amazon.lost.clear();
    await deployed(amazon);
    expect(creations(amazon)).toHaveLength(1);
    expect([...amazon.skills]).toEqual([NEW_SKILL]);
  });

  it('is found among many, also if it was to be another skill than the one that is used', async () => {
    const amazon = fakeAmazon();
    for (const digit of '123456') {
      const id = OTHER_SKILL.replace(/5$/, digit);
      amazon.skills.add(id);
      amazon.endpoints.set(id, ENDPOINT);
      if (digit !== '1') amazon.names.set(id, 'Another skill');
    }
    amazon.lost.add('create-skill-for-vendor');
    await deployed(amazon, '--new-skill');
    expect(amazon.endpoints.get(NEW_SKILL)).toBe(ENDPOINT);
    expect(creations(amazon)).toHaveLength(1);
  });

  it('is not confused with the unfinished skill that it was to replace', async () => {
    const amazon = fakeAmazon();
    amazon.failing.set('cdk deploy', 1);
    await stop(amazon);
    amazon.failing.clear();
    amazon.lost.add('create-skill-for-vendor');
    await deployed(amazon, '--new-skill');
    expect(amazon.skills.size).toBe(2);
    expect(amazon.endpoints.has(NEW_SKILL)).toBe(false);
  });

  it.each([
    ['Alexa refused to create it', 'Request failed with status code 400', 'failed', 1],
    ['the login may not create it', 'Request failed with status code 403', 'not-allowed', 1],
    ['Alexa failed', 'Request failed with status code 500', 'unclear', 4],
  ])('is not looked for longer than it makes sense: %s', async (_, text, code, looks) => {
    const amazon = fakeAmazon();
    amazon.complaints.set('create-skill-for-vendor', { stderr: `[Error]: {"message":"${text}"}` });
    expect(await stop(amazon)).toMatchObject({ code });
    expect(amazon.asked.filter((one) => one === 'ask list-skills-for-vendor')).toHaveLength(looks);
  });

  it('is not confused with a skill of the same name that is used: that one has to be named', async () => {
    const amazon = fakeAmazon();
    amazon.skills.add(OTHER_SKILL);
    amazon.endpoints.set(OTHER_SKILL, 'https://check-in.example.org');
    expect(await stop(amazon)).toMatchObject({
      code: 'settings',
      message: expect.stringMatching(
        new RegExp(`${OTHER_SKILL}, with the endpoint https.*\`-c skillId=${OTHER_SKILL}\`.*--new-skill`),
      ),
    });
    expect(changes(amazon)).toEqual([]);
  });
});

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
