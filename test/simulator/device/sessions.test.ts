import { describe, expect, test } from 'vitest';
import { apla, chime, echoWith, hold, say, secondsSinceStart, silence, speech } from '../scripted-skill.ts';

const OPEN = 'alexa, start our check-in';
const welcome = { say: 'Welcome. Ready?', reprompt: 'Shall we begin?', attributes: { stateId: 'welcome' } };

describe('opening the skill', () => {
  test('an invocation launches it in a new session and opens the microphone', async () => {
    const { echo, requests } = echoWith({ LaunchRequest: welcome });
    const exchange = await say(echo, 'Alexa start our check-in');
    expect(exchange).toEqual({
      line: 'Alexa start our check-in',
      heard: { request: 'LaunchRequest', intent: null, slots: {}, match: 'exact' },
      spoken: 'Welcome. Ready?',
      ssml: 'Welcome. Ready?',
      silence: 0,
      seconds: 1.5,
      mic: 'open',
      session: 'open',
      reprompt: 'Shall we begin?',
      directives: [],
      screen: null,
      state: 'welcome',
      database: { requests: {}, capacity: 0 },
      violations: [],
      error: null,
    });
    expect(requests[0]?.session?.new).toBe(true);
    expect(requests[0]?.request.timestamp).toBe('2026-11-22T19:00:00Z');
  });

  test('a one-shot sends its intent in a new session', async () => {
    const { echo, requests } = echoWith({ ThemeIntent: { say: 'Money it is. Ready?' } });
    const { heard } = await say(echo, 'alexa, ask our checkin to talk about cash');
    expect(heard).toMatchObject({
      request: 'IntentRequest',
      intent: 'ThemeIntent',
      slots: { theme: 'cash' },
    });
    expect(requests[0]?.session?.new).toBe(true);
  });

  test('without a session Alexa answers the wake word herself', async () => {
    const { echo, requests } = echoWith({});
    const exchange = await say(echo, 'alexa, next');
    expect(exchange).toMatchObject({ heard: null, spoken: '', session: 'ended', mic: 'closed' });
    expect(exchange.error).toBe('Alexa answers this herself: the skill is not open.');
    expect(requests).toEqual([]);
  });

  test('without a session nobody hears what is said without the wake word', async () => {
    const { echo } = echoWith({});
    expect(await say(echo, 'yes')).toMatchObject({ heard: null, error: null });
  });

  test('an invocation during a session begins another, and the skill is not told that the first ended', async () => {
    const { echo, requests } = echoWith({ LaunchRequest: welcome });
    await say(echo, OPEN);
    await say(echo, OPEN);
    expect(requests.map(({ request }) => request.type)).toEqual(['LaunchRequest', 'LaunchRequest']);
    expect(requests[1]?.session?.new).toBe(true);
    expect(requests[1]?.session?.sessionId).not.toBe(requests[0]?.session?.sessionId);
    expect(requests[1]?.session?.attributes).toEqual({});
  });

  test('comments and blank lines have no exchange', async () => {
    const { echo } = echoWith({});
    expect([await echo.line('# hello'), await echo.line('   ')]).toEqual([null, null]);
  });
});

describe('a session', () => {
  test('keeps its attributes, converted through JSON, from one request to the next', async () => {
    const { echo, requests } = echoWith({
      LaunchRequest: { ...welcome, attributes: { at: 1, gone: undefined } },
    });
    await say(echo, OPEN);
    await say(echo, 'yes');
    expect(requests[1]?.session).toMatchObject({ new: false, attributes: { at: 1 } });
    expect(Object.keys(requests[1]?.session?.attributes ?? {})).toEqual(['at']);
  });

  test('ends at once if the response ends it, and the skill is not told', async () => {
    const { echo, requests } = echoWith({ LaunchRequest: { say: 'Goodbye.', end: true } });
    expect(await say(echo, OPEN)).toMatchObject({ session: 'ended', mic: 'closed' });
    expect(await say(echo, '(wait 1h)')).toMatchObject({ session: 'ended', spoken: '' });
    expect(requests).toHaveLength(1);
  });

  test('keeps the last state id if a response has none', async () => {
    const { echo } = echoWith({ LaunchRequest: welcome, 'AMAZON.StopIntent': { say: 'Bye.', end: true } });
    await say(echo, OPEN);
    expect((await say(echo, 'stop')).state).toBe('welcome');
  });
});

describe('silence', () => {
  test('is answered by the reprompt, then ends the session with EXCEEDED_MAX_REPROMPTS', async () => {
    const { echo, requests } = echoWith({ LaunchRequest: welcome });
    await say(echo, OPEN);
    const first = await say(echo, '(silence)');
    expect(first).toMatchObject({
      heard: null,
      spoken: 'Shall we begin?',
      mic: 'open',
      session: 'open',
      reprompt: null,
    });
    const second = await say(echo, '(silence)');
    expect(second).toMatchObject({
      heard: null,
      spoken: '',
      mic: 'closed',
      session: 'ended',
      violations: [],
    });
    expect(requests.at(-1)?.request).toMatchObject({
      type: 'SessionEndedRequest',
      reason: 'EXCEEDED_MAX_REPROMPTS',
    });
  });

  test('without a reprompt ends the session after the first window', async () => {
    const { echo } = echoWith({ LaunchRequest: { say: 'Ready?' } });
    const { seconds } = await say(echo, OPEN);
    expect((await say(echo, '(silence)')).session).toBe('ended');
    expect(secondsSinceStart(echo)).toBeCloseTo(seconds + 8, 0);
  });

  test('includes the quiet of a reprompt in its length', async () => {
    const directives = [apla([speech('Say it back.'), silence(45), chime, speech('Did it land?')])];
    const { echo } = echoWith({ LaunchRequest: { say: 'Done?', repromptDirectives: directives } });
    expect((await say(echo, OPEN)).reprompt).toBe('Say it back. Did it land?');
    const reprompt = await say(echo, '(silence)');
    expect(reprompt).toMatchObject({ silence: 45, spoken: 'Say it back. Did it land?', mic: 'open' });
    expect(reprompt.directives).toEqual(['Alexa.Presentation.APLA.RenderDocument']);
    expect(reprompt.seconds).toBeGreaterThan(48);
  });

  test('does nothing after the end of the session', async () => {
    const { echo } = echoWith({});
    expect(await say(echo, '(silence)')).toMatchObject({ session: 'ended', spoken: '', error: null });
  });

  test('the skill breaks a rule if it says something at the end of a session', async () => {
    const { echo } = echoWith({
      LaunchRequest: { say: 'Ready?' },
      SessionEndedRequest: { say: 'Bye.', end: true },
    });
    await say(echo, OPEN);
    const { spoken, violations } = await say(echo, '(silence)');
    expect(spoken).toBe('');
    expect(violations).toEqual(['The response to SessionEndedRequest says or shows something.']);
  });
});

describe('time', () => {
  test('an answer without the wake word begins 1.5 s after the microphone opened, and takes the time to say it', async () => {
    const { echo, requests } = echoWith({
      LaunchRequest: hold(60),
      'AMAZON.YesIntent': { say: 'Fine. More?' },
    });
    const { seconds } = await say(echo, OPEN);
    await say(echo, 'yes');
    expect(secondsSinceStart(echo)).toBeCloseTo(seconds + 1.5 + 1 / 2.5, 0);
    expect(requests[1]?.request.timestamp).toBe(`${echo.now().toISOString().slice(0, 19)}Z`);
  });

  test('an answer that begins just before the microphone closes is still heard', async () => {
    const { echo } = echoWith({
      LaunchRequest: { ssml: '<speak>Ready?</speak>' },
      'AMAZON.YesIntent': { say: 'More?' },
    });
    await say(echo, OPEN);
    await say(echo, '(wait 8s)');
    expect((await say(echo, 'yes')).heard).toMatchObject({ intent: 'AMAZON.YesIntent' });
  });

  test('during a long wait the reprompt plays and the session ends', async () => {
    const { echo, requests } = echoWith({ LaunchRequest: welcome });
    await say(echo, OPEN);
    const exchange = await say(echo, '(wait 20h)');
    expect(exchange).toMatchObject({ spoken: 'Shall we begin?', session: 'ended', mic: 'closed' });
    expect(secondsSinceStart(echo)).toBe(72_000);
    const ended = requests.at(-1)?.request;
    expect(ended?.type).toBe('SessionEndedRequest');
    expect(Date.parse(ended?.timestamp ?? '')).toBeLessThan(Date.parse('2026-11-22T19:00:30Z'));
  });

  test('the wake word interrupts the last long quiet, one second into it', async () => {
    const turn = {
      apla: [speech('Go.'), silence(30), speech('Half way.'), silence(30), chime, speech('Done?')],
    };
    const { echo } = echoWith({ LaunchRequest: turn, 'AMAZON.NextIntent': { say: 'Ready?' } });
    await say(echo, OPEN);
    await say(echo, 'alexa, next');
    const lastQuietBegins = 1 / 2.6 + 0.35 + 30 + 2 / 2.6 + 0.35;
    expect(secondsSinceStart(echo)).toBeCloseTo(lastQuietBegins + 1, 1);
  });

  test('the wake word comes at the end of the audio if there is no long quiet in it', async () => {
    const { echo } = echoWith({ LaunchRequest: welcome, 'AMAZON.NextIntent': { say: 'Ready?' } });
    const { seconds } = await say(echo, OPEN);
    await say(echo, 'alexa, next');
    expect(secondsSinceStart(echo)).toBeCloseTo(seconds, 1);
  });

  test('after a wait the wake word comes at once', async () => {
    const { echo } = echoWith({ LaunchRequest: hold(120), 'AMAZON.NextIntent': { say: 'Ready?' } });
    await say(echo, OPEN);
    await say(echo, '(wait 60s)');
    expect((await say(echo, 'ALEXA next')).heard).toMatchObject({ intent: 'AMAZON.NextIntent' });
    expect(secondsSinceStart(echo)).toBe(60);
  });

  test('a wait during one response does not affect the wake word in the next', async () => {
    const { echo } = echoWith({ LaunchRequest: hold(120), 'AMAZON.NextIntent': hold(60) });
    await say(echo, OPEN);
    await say(echo, '(wait 60s)');
    await say(echo, 'alexa, next');
    await say(echo, 'alexa, next');
    expect(secondsSinceStart(echo)).toBeCloseTo(60 + 2 / 2.6 + 0.35 + 1, 1);
  });
});
