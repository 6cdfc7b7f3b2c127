import { rmSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { destroy } from '../../../infra/deploy/destroy.ts';
import { readOptions } from '../../../infra/deploy/options.ts';
import { STACK } from '../../../infra/settings.ts';
import { changes, deployed, stop } from './deploying.ts';
import { type FakeAmazon, fakeAmazon, KEY, NEW_SKILL } from './fake-amazon.ts';

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

  it('does not say it of one that is given as it is by default', async () => {
    const amazon = fakeAmazon();
    await deployed(amazon, '-c', 'quietHours=6');
    await deployed(amazon, '-c', 'quietHours=');
    expect(sentences(amazon)).toEqual([]);
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

describe('a skill whose stack was deleted', () => {
  const table = ['-c', 'table=Households', '-c', `tableKey=${KEY}`];

  async function deployedAndDestroyed(): Promise<FakeAmazon> {
    const amazon = fakeAmazon();
    await deployed(amazon);
    await destroy(readOptions('destroy', ['--yes'], {}), amazon.dependencies);
    return amazon;
  }

  it('does not begin with an empty table: one sentence says which settings bring the old one back', async () => {
    const amazon = await deployedAndDestroyed();
    const before = changes(amazon);
    expect(await stop(amazon)).toMatchObject({
      code: 'settings',
      message: expect.stringMatching(/stack OurCheckIn was deleted.*`-c table=<table>.*`--new-place`/),
    });
    expect(changes(amazon)).toEqual(before);
    await deployed(amazon, ...table);
    expect(amazon.stacks.get(STACK)).toMatchObject({ TableName: 'Households' });
  });

  it('does not either in a clone that knows nothing of the first deployment: Alexa knows the endpoint', async () => {
    const amazon = await deployedAndDestroyed();
    rmSync(amazon.dependencies.project, { recursive: true });
    expect((await stop(amazon, '-c', `skillId=${NEW_SKILL}`)).message).toMatch(/was deleted/);
  });

  it('nor if the creation of a stack with its table failed', async () => {
    const amazon = await deployedAndDestroyed();
    amazon.stacks.set(STACK, {});
    amazon.failed.add(STACK);
    expect((await stop(amazon)).message).toMatch(/was deleted/);
  });

  it('nor if the creation was only begun', async () => {
    const amazon = await deployedAndDestroyed();
    amazon.stacks.set(STACK, {});
    expect((await stop(amazon)).message).toMatch(/was deleted/);
  });

  it('begins with an empty one if that was asked for', async () => {
    const amazon = await deployedAndDestroyed();
    await deployed(amazon, '--new-place');
    expect(amazon.stacks.get(STACK)).toMatchObject({ TableMadeHere: 'yes' });
  });
});
