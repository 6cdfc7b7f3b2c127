import { describe, expect, it } from 'vitest';
import { destroy } from '../../../infra/deploy/destroy.ts';
import { readOptions } from '../../../infra/deploy/options.ts';
import { STACK } from '../../../infra/settings.ts';
import { ENDPOINT, type FakeAmazon, fakeAmazon, KEY, NEW_SKILL } from './fake-amazon.ts';

function somethingDeployed(): FakeAmazon {
  const amazon = fakeAmazon();
  amazon.stacks.set(STACK, {
    SkillEndpoint: ENDPOINT,
    SkillId: NEW_SKILL,
    TableName: 'Households-1',
    TableKey: KEY,
  });
  return amazon;
}

function destroyed(amazon: FakeAmazon, ...args: string[]): Promise<void> {
  return destroy(readOptions('destroy', args, {}), amazon.dependencies);
}

describe('npm run destroy', () => {
  it('says what is deleted and what is kept, asks, and only then deletes', async () => {
    const amazon = somethingDeployed();
    await destroyed(amazon);
    expect(amazon.said.join('\n')).toMatch(
      /function.*The data of the households is kept: the table Households-1.*The skill stays/s,
    );
    expect(amazon.asked).toEqual([
      'aws: whose account, eu-west-1',
      'asks: Type "yes" to delete it:',
      `aws: unprotect ${STACK}`,
      `cdk destroy ${STACK} --force -c region=eu-west-1 -c skillId=${NEW_SKILL}`,
    ]);
    expect(amazon.stacks.has(STACK)).toBe(false);
    expect(amazon.said).toContain(
      `  npm run deploy -- -c region=eu-west-1 -c table=Households-1 -c tableKey=${KEY}`,
    );
  });

  it.each(['no', '', 'y', 'yes please'])('deletes nothing if the answer is %j', async (answer) => {
    const amazon = somethingDeployed();
    amazon.answer = answer;
    await expect(destroyed(amazon)).rejects.toMatchObject({
      code: 'not-confirmed',
      message: 'Nothing was deleted.',
    });
    expect(amazon.stacks.has(STACK)).toBe(true);
    expect(amazon.asked).toHaveLength(2);
  });

  it('deletes nothing without a terminal, unless it was told not to ask', async () => {
    const amazon = somethingDeployed();
    amazon.interactive = false;
    await expect(destroyed(amazon)).rejects.toMatchObject({
      code: 'not-confirmed',
      message: expect.stringContaining('--yes'),
    });
    await destroyed(amazon, '--yes');
    expect(amazon.asked.filter((one) => one.startsWith('asks'))).toEqual([]);
    expect(amazon.stacks.has(STACK)).toBe(false);
  });

  it('names no table if the creation of the stack failed', async () => {
    const amazon = fakeAmazon();
    amazon.stacks.set(STACK, {});
    await destroyed(amazon);
    expect(amazon.stacks.has(STACK)).toBe(false);
    expect(amazon.said.at(-1)).toMatch(/^Done\. An empty table and its key may be left/);
    expect(amazon.said.join('\n')).not.toMatch(/undefined|data of the households/);
  });

  it.each([['--new-skill'], ['--privacy', 'https://ana.example.org/privacy'], ['-c', 'quietHours=3']])(
    'refuses %s, which only a deployment has',
    async (...args) => {
      const amazon = somethingDeployed();
      await expect(async () => destroyed(amazon, ...args)).rejects.toMatchObject({
        code: 'settings',
        message: expect.stringContaining(args[0] === '-c' ? 'The settings are region.' : '--help'),
      });
      expect(amazon.asked).toEqual([]);
    },
  );

  it('says where it looked if there is nothing to delete', async () => {
    await expect(destroyed(fakeAmazon())).rejects.toMatchObject({
      message: expect.stringMatching(/no stack OurCheckIn in account 210987654321, eu-west-1\..*-c region=/),
    });
  });

  it('says so if the CDK could not delete the stack', async () => {
    const amazon = somethingDeployed();
    amazon.failing.set('cdk destroy', 1);
    await expect(destroyed(amazon)).rejects.toMatchObject({ code: 'failed' });
    expect(amazon.said).not.toContainEqual(expect.stringMatching(/^Done/));
  });
});
