import { describe, expect, test } from 'vitest';
import { deviceIdOf, userIdOf } from '../../../simulator/cloud/identity.ts';
import type { SkillHandler } from '../../../simulator/cloud/lambda-handler.ts';
import { createEcho } from '../../../simulator/device/echo.ts';
import { bound, echoWith, hold, model, START, say } from '../scripted-skill.ts';

const OPEN = 'alexa, start our check-in';
const welcome = { say: 'Ready?', reprompt: 'Shall we?', attributes: { stateId: 'welcome' } };
const PROBLEM = "There was a problem with the requested skill's response.";

describe('a request', () => {
  test('has no interfaces from an echo, but APL and a viewport from a show', async () => {
    const speaker = echoWith({ LaunchRequest: welcome });
    await say(speaker.echo, OPEN);
    expect(speaker.requests[0]?.context.System.device?.supportedInterfaces).toEqual({});
    expect(speaker.requests[0]?.context.Viewport).toBeUndefined();
    const spot = echoWith({ LaunchRequest: welcome }, { device: 'show-round' });
    await say(spot.echo, OPEN);
    expect(spot.requests[0]?.context.System.device?.supportedInterfaces).toHaveProperty([
      'Alexa.Presentation.APL',
    ]);
    expect(spot.requests[0]?.context.Viewport?.shape).toBe('ROUND');
  });

  test('names the recognised voice until nobody is recognised', async () => {
    const { echo, requests } = echoWith({ LaunchRequest: welcome, 'AMAZON.YesIntent': welcome });
    await say(echo, '(as Alex)');
    await say(echo, OPEN);
    await say(echo, '(as nobody)');
    await say(echo, 'yes');
    expect(requests[0]?.context.System.person?.personId).toMatch(/^amzn1\.ask\.person\./u);
    expect(requests[1]?.context.System.person).toBeUndefined();
  });

  test('has the same ids for the same seed, and others for another seed', async () => {
    const ids = async (seed: number) => {
      const { echo, requests } = echoWith({ LaunchRequest: welcome, 'AMAZON.YesIntent': welcome }, { seed });
      await say(echo, OPEN);
      await say(echo, 'yes');
      return requests.map(({ request, session }) => [request.requestId, session?.sessionId]);
    };
    expect(await ids(7)).toEqual(await ids(7));
    expect(await ids(7)).not.toEqual(await ids(8));
  });

  test('has the same account id and device id in every process', async () => {
    const { echo, requests } = echoWith({ LaunchRequest: welcome }, { user: 'sam', deviceId: 'bedroom' });
    await say(echo, OPEN);
    expect(requests[0]?.session?.user.userId).toBe(userIdOf('sam'));
    expect(requests[0]?.session?.user.userId).toMatch(/^amzn1\.ask\.account\.[A-Z0-9]+$/u);
    expect(requests[0]?.context.System.device?.deviceId).toBe(deviceIdOf('sam', 'bedroom'));
  });

  test('has the resolution of a custom slot', async () => {
    const { echo, requests } = echoWith({ LaunchRequest: welcome, ThemeIntent: welcome });
    await say(echo, OPEN);
    await say(echo, 'talk about cash');
    await say(echo, 'talk about gardening');
    const statuses = requests.slice(1).map(({ request }) => {
      const slot = request.type === 'IntentRequest' ? request.intent.slots?.theme : undefined;
      return slot?.resolutions?.resolutionsPerAuthority?.[0];
    });
    expect(statuses[0]).toMatchObject({
      status: { code: 'ER_SUCCESS_MATCH' },
      values: [{ value: { id: 'money', name: 'money' } }],
    });
    expect(statuses[1]?.status.code).toBe('ER_SUCCESS_NO_MATCH');
  });
});

describe('two devices of an account', () => {
  test('have their own sessions and ids, and share one clock', async () => {
    const { echo, requests } = echoWith({ LaunchRequest: hold(60), 'AMAZON.YesIntent': welcome });
    await say(echo, OPEN);
    expect(await say(echo, '(on bedroom)')).toMatchObject({ session: 'ended', state: null });
    await say(echo, OPEN);
    await say(echo, 'yes');
    expect(new Set(requests.map(({ context }) => context.System.device?.deviceId)).size).toBe(2);
    expect(new Set(requests.map(({ session }) => session?.user.userId)).size).toBe(1);
    expect(await say(echo, '(on kitchen)')).toMatchObject({ session: 'open', mic: 'open' });
    await say(echo, '(on bedroom)');
    await say(echo, '(wait 5m)');
    expect(await say(echo, '(on Kitchen)')).toMatchObject({ session: 'ended' });
  });
});

describe('the screen', () => {
  const document = {
    type: 'Alexa.Presentation.APL.RenderDocument',
    token: 'turn',
    document: {
      type: 'APL',
      mainTemplate: {
        parameters: ['payload'],
        items: [
          {
            type: 'Container',
            items: [
              { type: 'Text', text: bound('payload.turn.title') },
              { type: 'Text', when: bound("viewport.shape == 'round'"), text: 'Round' },
            ],
          },
        ],
      },
    },
    datasources: { turn: { title: 'Two minutes &amp; more' } },
  };

  test('shows its text and sends touches with their id', async () => {
    const { echo, requests } = echoWith(
      {
        LaunchRequest: { say: 'Ready?', directives: [document] },
        'Alexa.Presentation.APL.UserEvent': welcome,
      },
      { device: 'show' },
    );
    expect((await say(echo, OPEN)).screen).toBe('Two minutes & more');
    const touched = await say(echo, '(tap next)');
    expect(touched.heard?.request).toBe('Alexa.Presentation.APL.UserEvent');
    expect(requests[1]?.request).toMatchObject({ arguments: ['next'], token: 'turn' });
    expect(requests[1]?.context).toHaveProperty(['Alexa.Presentation.APL', 'token'], 'turn');
  });

  test('cannot be touched if there is none', async () => {
    const { echo } = echoWith({ LaunchRequest: welcome });
    await say(echo, OPEN);
    expect((await say(echo, '(tap next)')).error).toBe('There is nothing on a screen that could be touched.');
  });

  test('keeps a session open for 30 s with a closed microphone if shouldEndSession is left out', async () => {
    const { echo } = echoWith(
      { LaunchRequest: { say: 'Look.', directives: [document], end: undefined } },
      { device: 'show' },
    );
    expect(await say(echo, OPEN)).toMatchObject({ session: 'open', mic: 'closed' });
    expect(await say(echo, '(wait 20s)')).toMatchObject({ session: 'open' });
    expect(await say(echo, '(wait 20s)')).toMatchObject({ session: 'ended', screen: null });
  });
});

describe('a session without shouldEndSession', () => {
  const shown = {
    type: 'Alexa.Presentation.APL.RenderDocument',
    document: { type: 'APL', mainTemplate: {} },
  };
  const script = {
    LaunchRequest: { say: 'Ready?', directives: [shown] },
    'AMAZON.StopIntent': { say: 'Bye.', end: undefined },
  };

  test('is said to end at a Stop on a speaker, and to stay open on a screen that still shows something', async () => {
    const { echo: speaker } = echoWith({ ...script, LaunchRequest: { say: 'Ready?' } });
    await say(speaker, OPEN);
    const ended = await say(speaker, 'stop');
    expect(ended.session).toBe('ended');
    expect(ended.violations).toEqual([expect.stringMatching(/does not set.* Here the session ends\.$/u)]);
    const { echo: show } = echoWith(script, { device: 'show' });
    await say(show, OPEN);
    const open = await say(show, 'stop');
    expect(open).toMatchObject({ session: 'open', mic: 'closed' });
    expect(open.violations).toEqual([
      expect.stringMatching(/does not set.* Here it stays open\.$/u),
      'The response to AMAZON.StopIntent does not end the session.',
    ]);
  });
});

test('a dialog that is delegated to Alexa does not end the session in silence', async () => {
  const directives = [{ type: 'Dialog.Delegate', updatedIntent: { name: 'NamesIntent' } }];
  const { echo } = echoWith({ LaunchRequest: { directives, end: undefined } });
  const exchange = await say(echo, OPEN);
  expect(exchange).toMatchObject({ spoken: '', session: 'ended', directives: ['Dialog.Delegate'] });
  expect(exchange.violations).toEqual([expect.stringMatching(/^Dialog\.Delegate is not simulated: /u)]);
});

describe('words for which the model has no intent', () => {
  const { languageModel, dialog } = model.interactionModel;
  const intents = languageModel.intents.filter(({ name }) => name !== 'AMAZON.FallbackIntent');
  const withoutFallback = { interactionModel: { dialog, languageModel: { ...languageModel, intents } } };
  const nothingFits = expect.stringContaining('it has no AMAZON.FallbackIntent');

  test('are not sent, and the reprompt comes', async () => {
    const { echo, requests } = echoWith({ LaunchRequest: welcome }, { model: withoutFallback });
    await say(echo, OPEN);
    expect(await say(echo, 'the kettle is on')).toMatchObject({
      ...{ heard: null, error: nothingFits, session: 'open', mic: 'open' },
    });
    expect(await say(echo, '(silence)')).toMatchObject({ spoken: 'Shall we?', session: 'open' });
    expect(requests).toHaveLength(1);
  });

  test('fill a slot that is a sample of its own, without a match', async () => {
    const bare = { name: 'BareIntent', slots: [{ name: 'theme', type: 'THEME' }], samples: ['{theme}'] };
    const withBare = {
      interactionModel: { dialog, languageModel: { ...languageModel, intents: [...intents, bare] } },
    };
    const { echo, requests } = echoWith({ LaunchRequest: welcome, BareIntent: welcome }, { model: withBare });
    await say(echo, OPEN);
    expect((await say(echo, 'the kettle is on')).heard).toEqual({
      ...{
        request: 'IntentRequest',
        intent: 'BareIntent',
        slots: { theme: 'the kettle is on' },
        match: 'none',
      },
    });
    const status = { code: 'ER_SUCCESS_NO_MATCH' };
    expect(requests[1]?.request).toMatchObject({
      intent: { slots: { theme: { resolutions: { resolutionsPerAuthority: [{ status }] } } } },
    });
  });

  test('open no session', async () => {
    const { echo, requests } = echoWith({}, { model: withoutFallback });
    const exchange = await say(echo, 'alexa, ask our check-in whether the kettle is on');
    expect(exchange).toMatchObject({ heard: null, error: nothingFits, session: 'ended' });
    expect(requests).toEqual([]);
  });
});

describe('if the skill fails', () => {
  test('a handler with a callback is named as one', async () => {
    const handler: SkillHandler = async () => undefined;
    Object.defineProperty(handler, 'length', { value: 3 });
    const exchange = await say(createEcho({ handler, model, start: START }), OPEN);
    expect(exchange.violations[0]).toBe(
      'The skill failed on LaunchRequest: its handler takes a callback, which is not simulated, and returned no promise of an answer.',
    );
    expect(exchange.error).toBe(PROBLEM);
  });

  test('an exception ends the session with a message of the device, and the skill is told', async () => {
    const { echo, requests } = echoWith({
      LaunchRequest: () => {
        throw new Error('lost');
      },
    });
    const exchange = await say(echo, OPEN);
    expect(exchange).toMatchObject({ error: PROBLEM, spoken: '', session: 'ended', mic: 'closed' });
    expect(exchange.violations).toEqual(['The skill failed on LaunchRequest: lost.']);
    expect(requests[1]?.request).toMatchObject({ type: 'SessionEndedRequest', reason: 'ERROR' });
  });

  test('an answer that comes too late is not played', async () => {
    const { echo, requests } = echoWith(
      { LaunchRequest: () => new Promise((resolve) => setTimeout(() => resolve(welcome), 300)) },
      { limitSeconds: 0.05 },
    );
    expect(await say(echo, OPEN)).toMatchObject({ error: PROBLEM, session: 'ended' });
    expect(requests[1]?.request).toMatchObject({ error: { type: 'ENDPOINT_TIMEOUT' } });
  });

  test.each([
    ['nothing', undefined],
    ['a text', 'hello'],
    ['no response', { version: '1.0' }],
    ['a number too large for JSON', { version: '1.0', response: { big: 1n } }],
  ])('an answer of %s is refused', async (_, answer) => {
    const { echo } = echoWith({}, { handler: async () => answer });
    const { error, violations } = await say(echo, OPEN);
    expect(error).toBe(PROBLEM);
    expect(violations.length).toBeGreaterThan(0);
  });
});

describe('commands', () => {
  test.each([
    '(dance)',
    '(wait)',
    '(wait soon)',
    '(as)',
    '(tap)',
    '(on)',
    '(fault flood)',
    '(silence please)',
    '((',
  ])('%s is explained, and the next line is heard', async (line) => {
    const { echo } = echoWith({ LaunchRequest: welcome });
    const { error, heard } = await say(echo, line);
    expect(error).toMatch(/\.$/u);
    expect(heard).toBeNull();
    expect((await say(echo, OPEN)).error).toBeNull();
  });

  test('a fault needs a database', async () => {
    const { echo } = echoWith({});
    expect((await say(echo, '(fault throttle 2)')).error).toBe('There is no database here that could fail.');
  });

  test('a word that only begins like the wake word is not the wake word', async () => {
    const { echo } = echoWith({ LaunchRequest: welcome });
    expect(await say(echo, "Alexa's check-in")).toMatchObject({ heard: null, error: null });
    expect((await say(echo, 'alexa')).error).toBe('Alexa heard nothing but her name.');
  });
});
