import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { STACK } from '../../../infra/settings.ts';
import { schemaCheck } from '../../../interaction-models/linter/amazon-schema.ts';
import { LOCALES, localisedModel } from '../../../interaction-models/localised-model.ts';
import { spokenName } from '../../../interaction-models/model-facts.ts';
import { changes, deployed, OTHER_SKILL, stop } from './deploying.ts';
import { ENDPOINT, fakeAmazon, NEW_SKILL } from './fake-amazon.ts';

const manifestFaults = schemaCheck('v1.skill.Manifest.SkillManifestEnvelope', 'v1.skill.Manifest.');

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
      'ask get-skill-manifest',
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
    const name = spokenName(localisedModel('en-US').interactionModel.languageModel?.invocationName ?? '');
    expect(amazon.said).toContainEqual(expect.stringContaining(`"Alexa, start ${name}"`));
    expect(amazon.said).toContainEqual(expect.stringContaining(`"Alexa, open ${name} skill"`));
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
    const preparing = () => amazon.asked.filter((one) => one.startsWith('cdk bootstrap'));
    await deployed(amazon);
    expect(preparing()).toEqual([]);
    amazon.stacks.delete('CDKToolkit');
    await deployed(amazon);
    expect(preparing()).toEqual(['cdk bootstrap --app  aws://210987654321/eu-west-1']);
  });

  it('prepares the account again if that failed half-way', async () => {
    const amazon = fakeAmazon();
    amazon.stacks.set('CDKToolkit', {});
    await deployed(amazon);
    expect(amazon.asked).toContainEqual(expect.stringContaining('cdk bootstrap'));
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
  it('keeps the addresses of the privacy policy and the terms, and says so', async () => {
    const amazon = fakeAmazon();
    const [privacy, terms] = ['https://ana.example.org/privacy', 'https://ana.example.org/terms'];
    await deployed(amazon, '--privacy', privacy, '--terms', 'https://ana.example.org/older');
    await deployed(amazon, '--terms', terms);
    expect(amazon.said).toContain(`  As before: --privacy ${privacy}`);
    expect(amazon.manifests.imported).toMatchObject({
      manifest: {
        privacyAndCompliance: { locales: { 'en-AU': { privacyPolicyUrl: privacy, termsOfUseUrl: terms } } },
      },
    });
    expect(amazon.said.join('\n')).not.toContain('is an example');
  });

  it('keeps the addresses if the variables of a CI for them are empty', async () => {
    const amazon = fakeAmazon({ SKILL_PRIVACY_URL: '', SKILL_TERMS_URL: '' });
    const privacy = 'https://ana.example.org/privacy';
    await deployed(amazon, '--privacy', privacy);
    await deployed(amazon);
    expect(amazon.said).toContain(`  As before: --privacy ${privacy}`);
  });

  it('says again that the addresses are examples, as long as they are', async () => {
    const amazon = fakeAmazon();
    await deployed(amazon);
    await deployed(amazon);
    expect(amazon.said.filter((line) => line.includes('is an example'))).toHaveLength(4);
  });

  it('lets the CDK delete a stack whose creation failed, and then creates it', async () => {
    const amazon = fakeAmazon();
    amazon.failing.set('cdk deploy', 1);
    await stop(amazon);
    amazon.failing.clear();
    amazon.stacks.set(STACK, {});
    amazon.failed.add(STACK);
    await deployed(amazon);
    expect(changes(amazon)).toContain(`aws: unprotect ${STACK}`);
    expect(amazon.stacks.get(STACK)).toMatchObject({ SkillId: NEW_SKILL });
  });

  it('does not take the protection from a stack that is in use', async () => {
    const amazon = fakeAmazon();
    await deployed(amazon);
    await deployed(amazon);
    expect(changes(amazon)).not.toContain(`aws: unprotect ${STACK}`);
  });

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
