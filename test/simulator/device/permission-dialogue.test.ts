import { describe, expect, test } from 'vitest';
import type { EchoOptions } from '../../../simulator/device/echo-options.ts';
import {
  type Answer,
  echoWith,
  type Script,
  say,
  secondsSinceStart,
  silence,
  speech,
} from '../scripted-skill.ts';
import { REMINDERS } from '../service-client.ts';

const OPEN = 'alexa, start our check-in';
const QUESTION =
  'Do you give Our Check-In permission to manage your reminders? You can say I approve, or no.';
const askFor = {
  type: 'Connections.SendRequest',
  name: 'AskFor',
  payload: {
    '@type': 'AskForPermissionsConsentRequest',
    '@version': '1',
    permissionScope: REMINDERS,
  },
  token: 'remind us',
};
const asking: Answer = {
  say: 'I can remind you.',
  end: undefined,
  directives: [askFor],
  attributes: { stateId: 'reminder' },
};

/** An Echo on which Alexa has just asked for a permission. */
async function asked(script: Script = {}, options: Partial<EchoOptions> = {}) {
  const { echo, requests } = echoWith(
    { LaunchRequest: asking, 'Connections.Response': { say: 'Shall we go on?' }, ...script },
    options,
  );
  const exchange = await say(echo, OPEN);
  return { echo, requests, exchange };
}

const answered = (status: string) => ({
  type: 'Connections.Response',
  name: 'AskFor',
  status: { code: '200', message: 'OK' },
  payload: { permissionScope: REMINDERS, status, isCardThrown: false },
  token: 'remind us',
});

describe('a permission asked for by voice', () => {
  test('is asked for by Alexa herself, after the answer of the skill', async () => {
    const { echo, exchange } = await asked();
    expect(exchange).toMatchObject({
      spoken: `I can remind you. ${QUESTION}`,
      mic: 'open',
      session: 'open',
      reprompt: QUESTION,
      directives: ['Connections.SendRequest'],
      state: 'reminder',
      violations: [],
      error: null,
    });
    expect(echo.playing()?.segments.map(({ text }) => text)).toEqual(['I can remind you.', QUESTION]);
  });

  test.each([
    ['yes', 'ACCEPTED', 'GRANTED'],
    ['I approve!', 'ACCEPTED', 'GRANTED'],
    ['sure', 'ACCEPTED', 'GRANTED'],
    ['no', 'DENIED', 'DENIED'],
    ["I don't approve", 'DENIED', 'DENIED'],
    ['alexa, I approve', 'ACCEPTED', 'GRANTED'],
  ])('"%s" is an answer to her, and the skill is told %s in its session', async (words, status, decided) => {
    const { echo, requests } = await asked();
    const exchange = await say(echo, words);
    expect(exchange).toMatchObject({
      heard: { request: 'Connections.Response', intent: null, slots: {}, match: 'exact' },
      spoken: 'Shall we go on?',
      mic: 'open',
      session: 'open',
    });
    expect(requests[1]?.request).toMatchObject(answered(status));
    expect(requests[1]?.session).toMatchObject({ new: false, attributes: { stateId: 'reminder' } });
    expect(requests[1]?.session?.sessionId).toBe(requests[0]?.session?.sessionId);
    expect(requests[0]?.context.System.user.permissions).toBeUndefined();
    expect(requests[1]?.context.System.user.permissions).toEqual({
      scopes: { [REMINDERS]: { status: decided } },
    });
  });

  test('is asked for again after other words, then counts as not answered', async () => {
    const { echo, requests } = await asked();
    expect(await say(echo, 'what for')).toMatchObject({ heard: null, spoken: QUESTION, mic: 'open' });
    expect(requests).toHaveLength(1);
    await say(echo, 'what for');
    expect(requests[1]?.request).toMatchObject(answered('NOT_ANSWERED'));
    expect(requests[1]?.context.System.user.permissions).toBeUndefined();
  });

  test('is asked for again after silence, then counts as not answered', async () => {
    const { echo, requests } = await asked();
    expect(await say(echo, '(silence)')).toMatchObject({ heard: null, spoken: QUESTION, mic: 'open' });
    expect(await say(echo, '(silence)')).toMatchObject({
      heard: { request: 'Connections.Response' },
      spoken: 'Shall we go on?',
      session: 'open',
    });
    expect(requests[1]?.request).toMatchObject(answered('NOT_ANSWERED'));
  });

  test('can still be answered after the silence', async () => {
    const { echo, requests } = await asked();
    await say(echo, '(silence)');
    await say(echo, 'yes');
    expect(requests[1]?.request).toMatchObject(answered('ACCEPTED'));
  });

  test('counts as not answered after a long wait', async () => {
    const { echo, requests } = await asked({ 'Connections.Response': { say: 'Goodbye.', end: true } });
    expect(await say(echo, '(wait 1h)')).toMatchObject({ spoken: `${QUESTION} Goodbye.`, session: 'ended' });
    expect(requests.map(({ request }) => request.type)).toEqual(['LaunchRequest', 'Connections.Response']);
  });

  test('counts as not answered after other words with the wake word', async () => {
    const { echo, requests } = await asked();
    await say(echo, 'alexa, stop');
    expect(requests[1]?.request).toMatchObject(answered('NOT_ANSWERED'));
  });

  test('is not asked for any more once the skill is opened again', async () => {
    const { echo, requests } = await asked();
    await say(echo, OPEN);
    expect(requests.map(({ request }) => request.type)).toEqual(['LaunchRequest', 'LaunchRequest']);
  });

  test('is reported without a question if it is granted already', async () => {
    const { echo, requests } = echoWith({
      LaunchRequest: asking,
      'Connections.Response': { say: 'Shall we go on?' },
    });
    await say(echo, '(grant reminders)');
    const exchange = await say(echo, OPEN);
    expect(exchange).toMatchObject({
      spoken: 'I can remind you. Shall we go on?',
      heard: { request: 'Connections.Response' },
      mic: 'open',
    });
    expect(requests[1]?.request).toMatchObject(answered('ACCEPTED'));
    expect(echo.playing()?.segments.map(({ text }) => text)).toEqual([
      'I can remind you.',
      'Shall we go on?',
    ]);
    await say(echo, '(silence)');
    expect(secondsSinceStart(echo)).toBeCloseTo(exchange.seconds + 8, 0);
  });

  test('ends the session if the skill asks for it again right after it was told', async () => {
    const { echo } = echoWith({ LaunchRequest: asking, 'Connections.Response': asking });
    await say(echo, '(grant reminders)');
    expect(await say(echo, OPEN)).toMatchObject({
      session: 'ended',
      violations: ['The response asks for a permission of which it was just told that it is granted.'],
    });
  });

  test('can be answered in a session of its own', async () => {
    const { echo, requests } = await asked({}, { permissionKeepsSession: false });
    await say(echo, 'yes');
    expect(requests[1]?.session).toMatchObject({ new: true, attributes: {} });
    expect(requests[1]?.session?.sessionId).not.toBe(requests[0]?.session?.sessionId);
  });

  test('is asked for after the sentence of Alexa+, which takes its time', async () => {
    const { echo, exchange } = await asked({}, { device: 'alexa-plus' });
    expect(echo.playing()?.segments[0]?.text).toMatch(/^Here's Our Check-In/u);
    await say(echo, '(silence)');
    expect(secondsSinceStart(echo)).toBeCloseTo(exchange.seconds + 8, 0);
  });

  test('is asked for even if the sound is to fail, which the next response does', async () => {
    const { echo, requests } = echoWith({
      LaunchRequest: { ...asking, apla: [silence(5)] },
      'Connections.Response': { say: 'Your turn.', apla: [silence(60), speech('Finished?')] },
      'Alexa.Presentation.APLA.RuntimeError': { say: 'Take your time.', end: true },
    });
    await say(echo, '(fault sound)');
    expect(await say(echo, OPEN)).toMatchObject({ spoken: `I can remind you. ${QUESTION}`, silence: 5 });
    expect(await say(echo, 'yes')).toMatchObject({ spoken: 'Your turn. Take your time.', silence: 0 });
    expect(requests.map(({ request }) => request.type)).toEqual([
      'LaunchRequest',
      'Connections.Response',
      'Alexa.Presentation.APLA.RuntimeError',
    ]);
  });

  test('is refused if the skill asks for it wrongly', async () => {
    const directives = [{ ...askFor, payload: { ...askFor.payload, permissionScope: 'alexa::timers' } }];
    const { exchange } = await asked({ LaunchRequest: { ...asking, directives } });
    expect(exchange).toMatchObject({ session: 'ended', spoken: '' });
    expect(exchange.error).not.toBeNull();
  });
});
