import { describe, expect, test } from 'vitest';
import { chime, echoWith, say, silence, speech } from '../scripted-skill.ts';

const OPEN = 'alexa, start our check-in';
const ERROR = 'Alexa.Presentation.APLA.RuntimeError';
const turn = {
  say: 'Ana, it is your turn.',
  apla: [silence(60), chime, speech('Is that all?')],
  reprompt: 'Shall we go on?',
};
const apology = { say: 'I cannot play the quiet. Your place is safe.', end: true };
const types = (requests: readonly { request: { type: string } }[]) =>
  requests.map(({ request }) => request.type);

describe('a device that cannot play the sound', () => {
  test('says the output speech, and then what the skill answers to the error', async () => {
    const { echo, requests } = echoWith({ LaunchRequest: turn, [ERROR]: apology });
    await say(echo, '(fault sound)');
    const exchange = await say(echo, OPEN);
    expect(types(requests)).toEqual(['LaunchRequest', ERROR]);
    expect(requests[1]?.request).toMatchObject({
      errors: [{ type: 'RENDER_ERROR', reason: 'INTERNAL_SERVER_ERROR' }],
    });
    expect(requests[1]?.session).toMatchObject({ new: false, sessionId: requests[0]?.session?.sessionId });
    expect(exchange).toMatchObject({
      heard: { request: ERROR, intent: null },
      spoken: 'Ana, it is your turn. I cannot play the quiet. Your place is safe.',
      silence: 0,
      reprompt: null,
      mic: 'closed',
      session: 'ended',
      violations: [],
      error: null,
    });
  });

  test('reports the error once the output speech was heard', async () => {
    const { echo, requests } = echoWith({ LaunchRequest: turn, [ERROR]: apology });
    await say(echo, '(fault sound)');
    await say(echo, OPEN);
    const [first, second] = requests.map(({ request }) => Date.parse(request.timestamp) / 1000);
    expect((second ?? 0) - (first ?? 0)).toBeGreaterThanOrEqual(2);
    expect((second ?? 0) - (first ?? 0)).toBeLessThanOrEqual(4);
  });

  test('names the document by its token', async () => {
    const directive = {
      type: 'Alexa.Presentation.APLA.RenderDocument',
      token: 'turn-7',
      document: { type: 'APLA', version: '0.91', mainTemplate: { item: silence(5) } },
    };
    const { echo, requests } = echoWith({
      LaunchRequest: { say: 'Ready?', directives: [directive] },
      [ERROR]: apology,
    });
    await say(echo, '(fault sound)');
    await say(echo, OPEN);
    expect(requests[1]?.request).toMatchObject({ type: ERROR, token: 'turn-7' });
  });

  test('plays the sound again after as many failures as were asked for', async () => {
    const { echo } = echoWith({ LaunchRequest: turn, [ERROR]: apology });
    await say(echo, '(fault sound 2)');
    expect((await say(echo, OPEN)).silence).toBe(0);
    expect((await say(echo, OPEN)).silence).toBe(0);
    expect(await say(echo, OPEN)).toMatchObject({ silence: 60, session: 'open', mic: 'open' });
  });

  test('fails once more for each failure that is asked for again', async () => {
    const { echo } = echoWith({ LaunchRequest: turn, [ERROR]: apology });
    await say(echo, '(fault sound)');
    await say(echo, '(fault sound)');
    expect((await say(echo, OPEN)).silence).toBe(0);
    expect((await say(echo, OPEN)).silence).toBe(0);
    expect((await say(echo, OPEN)).silence).toBe(60);
  });

  test('does not fail in a response without sound', async () => {
    const { echo, requests } = echoWith({
      LaunchRequest: { say: 'Ready?' },
      'AMAZON.YesIntent': turn,
      [ERROR]: apology,
    });
    await say(echo, '(fault sound)');
    expect((await say(echo, OPEN)).spoken).toBe('Ready?');
    await say(echo, 'yes');
    expect(types(requests)).toEqual(['LaunchRequest', 'IntentRequest', ERROR]);
  });

  test('fails in a reprompt too', async () => {
    const { echo, requests } = echoWith({
      LaunchRequest: {
        say: 'Ready?',
        reprompt: 'Now Bo.',
        repromptDirectives: [
          {
            type: 'Alexa.Presentation.APLA.RenderDocument',
            document: {
              type: 'APLA',
              version: '0.91',
              mainTemplate: { item: { type: 'Sequencer', items: turn.apla } },
            },
          },
        ],
      },
      [ERROR]: apology,
    });
    await say(echo, OPEN);
    await say(echo, '(fault sound)');
    const exchange = await say(echo, '(silence)');
    expect(exchange.spoken).toBe('Now Bo. I cannot play the quiet. Your place is safe.');
    expect(types(requests)).toEqual(['LaunchRequest', ERROR]);
  });

  test('reports nothing after a response that ended the session', async () => {
    const { echo, requests } = echoWith({ LaunchRequest: { ...turn, apla: [silence(5)], end: true } });
    await say(echo, '(fault sound)');
    expect((await say(echo, OPEN)).spoken).toBe('Ana, it is your turn.');
    expect(types(requests)).toEqual(['LaunchRequest']);
  });

  test('says nothing if all is in the document: the skill that this shows is at fault', async () => {
    const { echo } = echoWith({ LaunchRequest: { apla: [speech('Ready?')] }, [ERROR]: { end: true } });
    await say(echo, '(fault sound)');
    expect((await say(echo, OPEN)).spoken).toBe('');
  });
});

describe('a device that mutes the sound', () => {
  test('says the output speech, then keeps quiet for as long, and reports nothing', async () => {
    const { echo, requests } = echoWith({ LaunchRequest: turn });
    const played = await say(echo, OPEN);
    await say(echo, '(fault sound-mute)');
    const muted = await say(echo, OPEN);
    expect(muted).toMatchObject({ spoken: 'Ana, it is your turn.', mic: 'open', error: null });
    expect(muted.seconds).toBe(played.seconds);
    expect(muted.silence).toBeGreaterThan(played.silence);
    expect(types(requests)).toEqual(['LaunchRequest', 'LaunchRequest']);
  });
});
