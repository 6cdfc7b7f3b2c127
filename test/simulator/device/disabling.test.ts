/** The skill is disabled and enabled again. */
import { describe, expect, test } from 'vitest';
import { userIdOf } from '../../../simulator/cloud/identity.ts';
import { echoWith, say } from '../scripted-skill.ts';

const OPEN = 'alexa, start our check-in';
const welcome = { say: 'Ready?', reprompt: 'Shall we?', attributes: { stateId: 'welcome' } };

describe('disabling the skill', () => {
  test('sends the event without a session, and the skill cannot be opened until it is enabled', async () => {
    const { echo, requests } = echoWith({ LaunchRequest: welcome });
    await say(echo, OPEN);
    const disabled = await say(echo, '(disable)');
    expect(disabled).toMatchObject({ session: 'ended', spoken: '', violations: [], error: null });
    const event = requests.at(-1);
    expect(event?.request.type).toBe('AlexaSkillEvent.SkillDisabled');
    expect(event?.session).toBeUndefined();
    expect(event?.context.System.device).toBeUndefined();
    expect((await say(echo, OPEN)).error).toContain("isn't enabled");
    expect((await say(echo, '(disable)')).error).toBe('The skill is disabled already.');
    await say(echo, '(enable)');
    expect(await say(echo, OPEN)).toMatchObject({ session: 'open', error: null });
  });

  test('gives the account another user id and token once it is enabled again, and keeps its devices', async () => {
    const { echo, requests } = echoWith({ LaunchRequest: welcome });
    await say(echo, '(enable)');
    for (const line of [OPEN, '(disable)', '(enable)', OPEN, '(enable)', OPEN]) await say(echo, line);
    const systems = requests.map(({ context }) => context.System);
    const [first, disabled, second, third] = systems.map(({ user, apiAccessToken }) => [
      user.userId,
      apiAccessToken,
    ]);
    expect(first?.[0]).toBe(userIdOf('demo'));
    expect(disabled).toEqual(first);
    expect(second?.[0]).toMatch(/^amzn1\.ask\.account\.[A-Z0-9]+$/u);
    expect(second?.[0]).not.toBe(first?.[0]);
    expect(second?.[1]).not.toBe(first?.[1]);
    expect(third).toEqual(second);
    expect(systems[2]?.device?.deviceId).toBe(systems[0]?.device?.deviceId);
  });

  test('keeps the user id if the skill fails on the event, so that it can be deleted the next time', async () => {
    let isAway = true;
    const { echo, requests } = echoWith({
      LaunchRequest: welcome,
      'AlexaSkillEvent.SkillDisabled': () => {
        if (isAway) throw new Error('no database');
        return {};
      },
    });
    await say(echo, '(disable)');
    isAway = false;
    for (const line of ['(enable)', '(disable)', '(enable)', OPEN]) await say(echo, line);
    const [first, second, last] = requests.map(({ context }) => context.System.user.userId);
    expect(second).toBe(first);
    expect(last).not.toBe(first);
  });

  test('reports an event on which the skill fails', async () => {
    const { echo } = echoWith({
      'AlexaSkillEvent.SkillDisabled': () => {
        throw new Error('no database');
      },
    });
    expect((await say(echo, '(disable)')).error).toContain('The skill failed on the event: no database');
  });
});
