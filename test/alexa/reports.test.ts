/** What Alexa reports about a reply, and what her services lack, leaves a line in the log, whatever else is known. */
import type { services } from 'ask-sdk-model';
import { describe, expect, it } from 'vitest';
import { enUS } from '../../lambda/content/en-US/en-us.ts';
import { skillOn } from '../skill.ts';
import { fakeServices } from './alexa-services.ts';
import { until } from './couple.ts';
import { anEcho, anEnvelope, EVENING, USER } from './envelopes.ts';
import { aKitchen, type Kitchen, recordingLog } from './kitchen.ts';
import { opensMicrophone, wordsOf } from './responses.ts';

const refusal = (type: unknown) => ({
  type: 'SessionEndedRequest',
  reason: 'ERROR',
  error: { type, message: 'zebra' },
});

/** Sends a request in a session with these attributes, which is a new one only if that is said. */
function sent(
  { skill }: Kitchen,
  request: { type: string } & Record<string, unknown>,
  attributes = {},
  isNew = false,
) {
  return skill(
    anEnvelope({
      request: {
        requestId: 'request-1',
        timestamp: new Date(EVENING).toISOString(),
        locale: 'en-US',
        ...request,
      },
      session: { id: 'session-1', isNew, attributes },
      user: USER,
      device: 'kitchen',
    }),
  );
}

const line = ({ id }: Kitchen, message: string, code: string) => ({
  level: 'warn',
  message,
  fields: { code, household: id },
});

describe('a reply that Alexa refuses', () => {
  const otherRelease = { stateId: 'welcome', checkIn: { state: { schema: 1 }, zebra: 'zebra' } };

  it.each([
    ['it was the first of its session, so that there are no attributes', {}, false],
    ['it was the first, and the session counts as new', {}, true],
    ['the attributes are those of another release', otherRelease, false],
    ['the attributes are none', { checkIn: null }, false],
  ])('is logged with its type if %s', async (_what, attributes, isNew) => {
    const kitchen = aKitchen();
    expect((await sent(kitchen, refusal('INVALID_RESPONSE'), attributes, isNew)).response).toEqual({});
    expect(kitchen.logged).toEqual([line(kitchen, 'session error', 'INVALID_RESPONSE')]);
    expect(kitchen.store.taken()).toEqual([]);
  });

  it('in the middle of a session is logged once, before the line of the answer', async () => {
    const kitchen = aKitchen();
    await until(kitchen.echo, /talk\.a$/);
    kitchen.logged.length = 0;
    await sent(kitchen, refusal('INVALID_RESPONSE'), kitchen.echo.attributes);
    expect(kitchen.logged.map(({ message }) => message)).toEqual(['session error', 'answered']);
  });

  it('is logged also if the store fails', async () => {
    const kitchen = aKitchen();
    await until(kitchen.echo, /talk\.a$/);
    kitchen.store.failNext('unreachable', 9);
    kitchen.logged.length = 0;
    kitchen.echo.now += 150_000;
    await sent(kitchen, refusal('ENDPOINT_TIMEOUT'), kitchen.echo.attributes);
    expect(kitchen.logged[0]).toEqual(line(kitchen, 'session error', 'ENDPOINT_TIMEOUT'));
  });

  it.each(['zebra: a marked word', '', null, 5, undefined])(
    'has the code unknown if its type is %j',
    async (type) => {
      const kitchen = aKitchen();
      await sent(kitchen, refusal(type));
      await sent(kitchen, { type: 'SessionEndedRequest', reason: 'ERROR' });
      expect(kitchen.logged).toEqual([1, 2].map(() => line(kitchen, 'session error', 'unknown')));
    },
  );

  it('is not what an ordinary end is', async () => {
    const kitchen = aKitchen();
    for (const reason of ['USER_INITIATED', 'EXCEEDED_MAX_REPROMPTS'])
      await sent(kitchen, { type: 'SessionEndedRequest', reason });
    expect(kitchen.logged).toEqual([]);
  });
});

describe('an exception that Alexa reports', () => {
  const exception = {
    type: 'System.ExceptionEncountered',
    error: { type: 'INVALID_RESPONSE', message: 'zebra' },
    cause: { requestId: 'request-0' },
  };

  it('is logged with its type, and answered with nothing, with or without a session', async () => {
    const kitchen = aKitchen();
    const { session: _, ...without } = anEnvelope({
      request: { requestId: 'request-1', timestamp: new Date(EVENING).toISOString(), ...exception },
      session: { id: 'session-1', isNew: false, attributes: {} },
      user: USER,
      device: 'kitchen',
    });
    expect((await kitchen.skill(without)).response).toEqual({});
    expect((await sent(kitchen, exception)).response).toEqual({});
    expect(kitchen.logged).toEqual(
      [1, 2].map(() => line(kitchen, 'exception encountered', 'INVALID_RESPONSE')),
    );
    expect(kitchen.store.taken()).toEqual([]);
  });

  it.each([[{}], [{ error: null }], [{ error: 'zebra' }], [{ error: { type: 'a zebra' } }]])(
    'is logged as unknown if it is %j',
    async (error) => {
      const kitchen = aKitchen();
      await sent(kitchen, { type: 'System.ExceptionEncountered', ...error });
      expect(kitchen.logged).toEqual([line(kitchen, 'exception encountered', 'unknown')]);
    },
  );
});

describe('a sound that a device could not play', () => {
  it.each([
    ['each kind of error once', [{ type: 'A' }, { type: 'B' }, { type: 'A' }], ['A', 'B']],
    ['no error named', [], ['unknown']],
    ['no list of errors', undefined, ['unknown']],
    ['a list that is a text', 'zebra', ['unknown']],
    ['an error that is null', [null], ['unknown']],
  ])('leaves a line: %s', async (_what, errors, codes) => {
    const kitchen = aKitchen();
    const failed = await sent(kitchen, {
      type: 'Alexa.Presentation.APLA.RuntimeError',
      token: 'sound',
      errors,
    });
    expect(opensMicrophone(failed)).toBe(false);
    const lines = kitchen.logged.filter(({ message }) => message === 'sound error');
    expect(lines).toEqual(codes.map((code) => line(kitchen, 'sound error', code)));
  });
});

describe('a question for a permission that Alexa could not ask', () => {
  const REMINDERS = 'alexa::alerts:reminders:skill:readwrite';
  const answer = (status: unknown, payload?: unknown) => ({
    type: 'Connections.Response',
    name: 'AskFor',
    status,
    payload,
    token: 'sunday 19:00',
  });
  const lines = ({ logged }: Kitchen) =>
    logged.filter(({ message }) => message === 'permission question failed');

  async function asked(): Promise<Kitchen> {
    const kitchen = aKitchen();
    await until(kitchen.echo, /talk\.a$/);
    await kitchen.echo.say('AMAZON.StopIntent');
    await kitchen.echo.say('RemindIntent', { day: 'sunday', time: '19:00' });
    kitchen.services.refuse({ statusCode: 401, code: 'UNAUTHORIZED' });
    await kitchen.echo.say('AMAZON.YesIntent');
    kitchen.logged.length = 0;
    return kitchen;
  }

  it.each([
    ['400, for a wrong manifest', { code: '400', message: 'zebra' }, undefined, '400'],
    ['400 as a number', { code: 400 }, {}, '400'],
    ['500', { code: '500' }, { permissionScope: REMINDERS, status: 'NOT_ANSWERED' }, '500'],
    ['a status that is none', { code: 'zebra' }, undefined, 'unknown'],
    ['200 without an answer', { code: '200' }, undefined, 'unknown'],
    [
      '200 with an answer that is none',
      { code: '200' },
      { permissionScope: REMINDERS, status: 'ZEBRA' },
      'unknown',
    ],
  ])('is logged with %s, and is not taken for a no', async (_what, status, payload, code) => {
    for (const attributes of ['those of the session', 'none']) {
      const kitchen = await asked();
      const heard = await sent(
        kitchen,
        answer(status, payload),
        attributes === 'none' ? {} : kitchen.echo.attributes,
      );
      expect(lines(kitchen)).toEqual([line(kitchen, 'permission question failed', code)]);
      expect([enUS.lines['remind.unreachable']].flat().some((words) => wordsOf(heard).includes(words))).toBe(
        true,
      );
      expect(kitchen.store.record(kitchen.id)?.household.reminder).toBeNull();
    }
  });

  it.each(['ACCEPTED', 'DENIED', 'NOT_ANSWERED'])('is not what an answer is: %s', async (status) => {
    const kitchen = await asked();
    await sent(kitchen, answer({ code: '200', message: 'OK' }, { permissionScope: REMINDERS, status }));
    expect(lines(kitchen)).toEqual([]);
  });
});

describe('a service of Alexa', () => {
  /** A kitchen in which the settings of the device are answered so. */
  async function withSettings(settings: services.ApiClientResponse | Error) {
    const kitchen = aKitchen();
    const services = fakeServices();
    const skill = skillOn(kitchen.store, recordingLog(kitchen.logged), {
      async invoke(request) {
        if (!request.url.endsWith('/System.timeZone')) return services.invoke(request);
        if (settings instanceof Error) throw settings;
        return settings;
      },
    });
    const echo = anEcho(skill);
    await until(echo, /talk\.a$/);
    await echo.say('AMAZON.StopIntent');
    kitchen.logged.length = 0;
    await echo.launch();
    return kitchen.logged
      .filter(({ message }) => message.startsWith('alexa service'))
      .map(({ fields }) => fields);
  }

  it.each([
    ['without a time zone', { statusCode: 204, body: '', headers: [] }, '204'],
    [
      'with a time zone that Node.js does not know',
      { statusCode: 200, body: '"Zebra/Land"', headers: [] },
      'unknown-zone',
    ],
    ['with something else', { statusCode: 200, body: '{}', headers: [] }, 'unknown-zone'],
    ['that are refused', { statusCode: 403, body: '{}', headers: [] }, '403'],
    ['that do not answer', new Error('zebra'), '0'],
  ])('that has settings %s leaves a line', async (_what, settings, code) => {
    expect(await withSettings(settings)).toEqual([{ operation: 'settings', code }]);
  });

  it.each([
    ['fails', { statusCode: 503 }, 'alexa service failed', '503'],
    ['refuses a request of a wrong form', { statusCode: 400 }, 'alexa service failed', '400'],
    [
      'has no reminders on this speaker',
      { statusCode: 403, code: 'DEVICE_NOT_SUPPORTED' },
      'alexa service refused',
      '403',
    ],
    ['has no permission', { statusCode: 401 }, 'alexa service refused', '401'],
  ])('that %s is logged apart from what the other kind is', async (_what, refused, message, code) => {
    const { echo, services, logged } = aKitchen();
    await until(echo, /talk\.a$/);
    await echo.say('AMAZON.StopIntent');
    await echo.say('RemindIntent', { day: 'sunday', time: '19:00' });
    services.refuse(refused);
    logged.length = 0;
    await echo.say('AMAZON.YesIntent');
    expect(logged).toContainEqual({ level: 'warn', message, fields: { operation: 'reminders', code } });
  });
});
