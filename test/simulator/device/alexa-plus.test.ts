import { describe, expect, test } from 'vitest';
import { echoWith, hold, type Script, say } from '../scripted-skill.ts';

const OPEN = 'alexa, start our check-in';
const WRAPPER = "Here's Our Check-In. To get back to Alexa, say: Alexa, exit.";
const script: Script = {
  LaunchRequest: { say: 'Welcome. Ready?', reprompt: 'Shall we begin?', attributes: { stateId: 'welcome' } },
  'AMAZON.YesIntent': { ...hold(60), attributes: { stateId: 'talk' } },
  'AMAZON.StopIntent': { say: 'Bye.', end: true },
};
const plus = () => echoWith(script, { device: 'alexa-plus' });
const types = (requests: readonly { request: { type: string } }[]) =>
  requests.map(({ request }) => request.type);

describe('an Echo with Alexa+', () => {
  test('says a sentence of its own before the first response of a session, and before no other', async () => {
    const { echo } = plus();
    expect((await say(echo, OPEN)).spoken).toBe(`${WRAPPER} Welcome. Ready?`);
    expect((await say(echo, 'yes')).spoken).toBe('Go ahead. Finished?');
    await say(echo, 'alexa, stop');
    expect((await say(echo, OPEN)).spoken).toMatch(/^Here's Our Check-In/);
  });

  test('has a screen as little as a plain Echo, and gives the same fields', async () => {
    const { echo, requests } = plus();
    const { echo: plain, requests: plainRequests } = echoWith(script);
    expect(Object.keys(await say(echo, OPEN))).toEqual(Object.keys(await say(plain, OPEN)));
    expect(requests[0]?.context.System.device).toEqual(plainRequests[0]?.context.System.device);
  });

  test.each(['alexa, exit', 'alexa, stop'])('is left by "%s"', async (words) => {
    const { echo } = echoWith(
      { ...script, 'AMAZON.FallbackIntent': { say: 'Bye.', end: true } },
      { device: 'alexa-plus' },
    );
    await say(echo, OPEN);
    expect(await say(echo, words)).toMatchObject({ session: 'ended', mic: 'closed' });
  });
});

describe('a late end of the session', () => {
  test('reaches the skill four minutes after the silence', async () => {
    const { echo, requests } = plus();
    await say(echo, OPEN);
    await say(echo, '(silence)');
    const ended = await say(echo, '(silence)');
    expect(ended).toMatchObject({ session: 'ended', mic: 'closed' });
    const endedAt = echo.now().getTime();
    await say(echo, '(wait 239s)');
    expect(types(requests)).toEqual(['LaunchRequest']);
    await say(echo, '(wait 1s)');
    expect(types(requests)).toEqual(['LaunchRequest', 'SessionEndedRequest']);
    expect(requests[1]?.request).toMatchObject({ reason: 'EXCEEDED_MAX_REPROMPTS' });
    expect(Date.parse(requests[1]?.request.timestamp ?? '') - endedAt).toBeGreaterThan(238_000);
  });

  test('comes with the session it ends, in the midst of a newer one, which goes on', async () => {
    const { echo, requests } = plus();
    await say(echo, OPEN);
    await say(echo, '(silence)');
    await say(echo, '(silence)');
    await say(echo, '(wait 3m)');
    await say(echo, OPEN);
    await say(echo, 'yes');
    const { session, mic } = await say(echo, '(wait 60s)');
    expect(types(requests)).toEqual([
      'LaunchRequest',
      'LaunchRequest',
      'IntentRequest',
      'SessionEndedRequest',
    ]);
    const [first, second, , end] = requests.map((request) => request.session?.sessionId);
    expect(end).toBe(first);
    expect(end).not.toBe(second);
    expect(requests[3]?.session?.attributes).toEqual({ stateId: 'welcome' });
    expect({ session, mic }).toEqual({ session: 'open', mic: 'open' });
  });

  test('comes also for a session that another one interrupts', async () => {
    const { echo, requests } = plus();
    await say(echo, OPEN);
    await say(echo, 'yes');
    await say(echo, OPEN);
    await say(echo, 'alexa, stop');
    await say(echo, '(wait 5m)');
    expect(requests.at(-1)?.request).toMatchObject({
      type: 'SessionEndedRequest',
      reason: 'USER_INITIATED',
    });
    expect(requests.at(-1)?.session?.sessionId).toBe(requests[0]?.session?.sessionId);
  });

  test('does not come once the skill is disabled', async () => {
    const { echo, requests } = plus();
    await say(echo, OPEN);
    await say(echo, OPEN);
    await say(echo, '(disable)');
    await say(echo, '(wait 5m)');
    expect(types(requests)).toEqual(['LaunchRequest', 'LaunchRequest', 'AlexaSkillEvent.SkillDisabled']);
  });

  test('does not come for a session that the skill ended', async () => {
    const { echo, requests } = plus();
    await say(echo, OPEN);
    await say(echo, 'alexa, stop');
    await say(echo, '(wait 1h)');
    expect(types(requests)).toEqual(['LaunchRequest', 'IntentRequest']);
  });
});

describe.each(['echo', 'alexa-plus'] as const)('words that Alexa takes for herself, on %s', (device) => {
  test('an interrupted launch does not reach the skill; the next one does', async () => {
    const { echo, requests } = echoWith(script, { device });
    await say(echo, '(fault launch)');
    expect(await say(echo, 'alexa, open our check-in')).toMatchObject({
      heard: null,
      spoken: '',
      session: 'ended',
      error: 'Alexa took this for something else, and the skill was not called.',
    });
    expect(requests).toEqual([]);
    expect((await say(echo, 'alexa, open our check-in skill')).state).toBe('welcome');
  });

  test('an answer never arrives, and the session is over', async () => {
    const { echo, requests } = echoWith(script, { device });
    await say(echo, OPEN);
    await say(echo, '(fault answer)');
    expect(await say(echo, 'yes')).toMatchObject({
      heard: null,
      spoken: '',
      session: 'ended',
      mic: 'closed',
      error: 'Alexa took these words for herself: they did not reach the skill, whose session is over.',
    });
    await say(echo, '(wait 4m)');
    expect(types(requests)).toEqual(['LaunchRequest', 'SessionEndedRequest']);
  });

  test('so with the wake word in a quiet', async () => {
    const { echo, requests } = echoWith(script, { device });
    await say(echo, OPEN);
    await say(echo, 'yes');
    await say(echo, '(fault answer)');
    expect(await say(echo, 'alexa, next')).toMatchObject({ heard: null, session: 'ended' });
    expect((await say(echo, '(wait 4m)')).session).toBe('ended');
    expect(types(requests)).toEqual(['LaunchRequest', 'IntentRequest', 'SessionEndedRequest']);
  });
});
