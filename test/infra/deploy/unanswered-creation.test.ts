import { describe, expect, it, vi } from 'vitest';
import { changes, deployed, OTHER_SKILL, stop } from './deploying.ts';
import { ENDPOINT, type FakeAmazon, fakeAmazon, NEW_SKILL } from './fake-amazon.ts';

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
