import { chmod, mkdir, mkdtemp, rm, stat, writeFile } from 'node:fs/promises';
import { get } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { services as clients } from 'ask-sdk-model';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { type AlexaServices, startAlexaServices } from '../../../simulator/cloud/alexa-services.ts';
import { deviceIdOf, tokenOf, userIdOf } from '../../../simulator/cloud/identity.ts';
import { SimulatorError } from '../../../simulator/simulator-error.ts';
import { echoWith, say } from '../scripted-skill.ts';
import { clientsFor, echoCalling, once, outcomeOf, REMINDERS, weekly } from '../service-client.ts';

type ReminderResponse = clients.reminderManagement.ReminderResponse;

let services: AlexaServices;
beforeEach(async () => {
  services = await startAlexaServices('memory');
});
afterEach(() => services.close());

describe('the settings of a device', () => {
  test('give each account the time zone of its Echo', async () => {
    const ask = ({ settings, deviceId }: { settings: clients.ups.UpsServiceClient; deviceId: string }) =>
      settings.getSystemTimeZone(deviceId);
    const here = echoCalling(services, ask);
    const there = echoCalling(services, ask, { user: 'others', timezone: 'Europe/Berlin' });
    expect(await here.call()).toBe('America/New_York');
    expect(await there.call()).toBe('Europe/Berlin');
  });

  test('are refused for a device of another account', async () => {
    const { call } = echoCalling(services, ({ settings }) =>
      settings.getSystemTimeZone(deviceIdOf('others', 'kitchen')),
    );
    expect(await call()).toBe('403 ACCESS_DENIED');
  });
});

describe('a call without a known token', () => {
  test.each([undefined, 'Bearer nonsense', tokenOf('demo')])('is refused: %s', async (authorization) => {
    echoCalling(services, async () => {});
    const response = await fetch(`${services.endpoint}/v1/alerts/reminders`, {
      headers: authorization === undefined ? {} : { authorization },
    });
    expect(response.status).toBe(401);
    expect(await response.json()).toMatchObject({ code: 'INVALID_BEARER_TOKEN' });
  });
});

describe('a service that is not simulated', () => {
  test.each([
    ['POST', '/v1/directives'],
    ['GET', '/v2/accounts/~current/settings/Profile.email'],
    ['GET', '/v1/users/~current/skills/~current/inSkillProducts'],
  ])('refuses the call, and is named among the violations: %s %s', async (method, path) => {
    const { echo } = echoCalling(services, async () => {
      const headers = { authorization: `Bearer ${tokenOf('demo')}` };
      expect((await fetch(`${services.endpoint}${path}?a=b`, { method, headers })).status).toBe(404);
    });
    expect((await say(echo, 'alexa, start our check-in')).violations).toEqual([
      `${method} ${path} is not simulated: the skill got the status 404.`,
    ]);
    expect((await say(echo, '(wait 1s)')).violations).toEqual([]);
  });

  test.each([
    [{ type: 'SCHEDULED_RELATIVE', offsetInSeconds: 60 }, 'The trigger.type SCHEDULED_RELATIVE'],
    [
      { recurrence: { recurrenceRules: ['FREQ=MONTHLY;BYHOUR=19;'] } },
      'FREQ=MONTHLY of the recurrence rule "FREQ=MONTHLY;BYHOUR=19;"',
    ],
  ])('is part of one that is: a reminder with %j', async (change, what) => {
    const trigger = { ...weekly.trigger, ...change } as typeof weekly.trigger;
    const { echo } = echoCalling(services, ({ reminders }) =>
      reminders.createReminder({ ...weekly, trigger }),
    );
    await say(echo, '(grant reminders)');
    expect((await say(echo, 'alexa, start our check-in')).violations).toEqual([
      `${what} is not simulated: the skill got the status 400.`,
    ]);
  });
});

describe('a page in a browser', () => {
  test.each([{ origin: 'https://example.com' }, { host: 'example.com' }])(
    'is refused, even with a token: %j',
    async (headers) => {
      echoCalling(services, async () => {});
      const status = await new Promise((resolve, reject) => {
        const authorization = `Bearer ${tokenOf('demo')}`;
        get(
          `${services.endpoint}/v1/alerts/reminders`,
          { headers: { authorization, ...headers } },
          (answer) => {
            answer.resume();
            resolve(answer.statusCode);
          },
        ).once('error', reject);
      });
      expect(status).toBe(403);
    },
  );
});

describe('without the permission', () => {
  test('every call about reminders is refused, and the request has no permissions', async () => {
    const { call, envelopes } = echoCalling(services, ({ reminders }) => reminders.createReminder(weekly));
    expect(await call()).toBe('401 UNAUTHORIZED');
    expect(envelopes[0]?.context.System.user.permissions).toBeUndefined();
  });

  test('calls are refused again after it was revoked, and the request says DENIED', async () => {
    const { echo, call, envelopes } = echoCalling(services, ({ reminders }) => reminders.getReminders());
    await say(echo, '(grant reminders)');
    expect(await call()).toMatchObject({ totalCount: '0' });
    expect(envelopes[0]?.context.System.user.permissions).toEqual({
      scopes: { [REMINDERS]: { status: 'GRANTED' } },
    });
    await say(echo, '(revoke reminders)');
    expect(await call()).toBe('401 UNAUTHORIZED');
    expect(envelopes[1]?.context.System.user.permissions).toEqual({
      scopes: { [REMINDERS]: { status: 'DENIED' } },
    });
  });

  test('an unknown name is refused with the list of permissions', async () => {
    const { echo } = echoWith({});
    expect((await say(echo, '(grant timers)')).error).toBe(
      '(grant timers) needs the name of a permission: reminders.',
    );
  });
});

describe('a reminder', () => {
  test('is created, read, listed, changed and deleted', async () => {
    const { echo, call } = echoCalling(services, async ({ reminders }) => {
      const made = await reminders.createReminder(weekly);
      const token = made.alertToken ?? '';
      const read = await reminders.getReminder(token);
      const changed = await reminders.updateReminder(token, once('2026-11-25T08:00:00'));
      const listed = await reminders.getReminders();
      await reminders.deleteReminder(token);
      return { made, read, changed, listed, after: await reminders.getReminders() };
    });
    await say(echo, '(grant reminders)');
    const { made, read, changed, listed, after } = (await call()) as Record<string, ReminderResponse>;
    expect(made).toEqual({
      alertToken: expect.stringMatching(/^amzn1\.alexa\.alert\./u),
      createdTime: '2026-11-22T19:00:00.000Z',
      updatedTime: '2026-11-22T19:00:00.000Z',
      status: 'ON',
      version: '1',
      href: `/v1/alerts/reminders/${made?.alertToken}`,
    });
    expect(read).toMatchObject({ alertToken: made?.alertToken, status: 'ON', trigger: weekly.trigger });
    expect(read).not.toHaveProperty('deviceId');
    expect(changed).toMatchObject({ alertToken: made?.alertToken, version: '2' });
    expect(listed).toMatchObject({
      totalCount: '1',
      alerts: [{ trigger: { scheduledTime: '2026-11-25T08:00:00' } }],
    });
    expect(after).toMatchObject({ totalCount: '0', alerts: [] });
  });

  test('has the same token for the same seed', async () => {
    const tokens: unknown[] = [];
    for (const user of ['demo', 'others']) {
      const { echo, call } = echoCalling(services, ({ reminders }) => reminders.createReminder(weekly), {
        user,
        seed: 3,
      });
      await say(echo, '(grant reminders)');
      tokens.push(((await call()) as ReminderResponse).alertToken);
    }
    expect(tokens[0]).toBe(tokens[1]);
  });

  test('is not created once the skill has answered', async () => {
    const { echo, envelopes } = echoCalling(services, async () => {});
    await say(echo, '(grant reminders)');
    await say(echo, 'alexa, start our check-in');
    const [envelope] = envelopes;
    const { reminders } = clientsFor(envelope ?? expect.fail('The skill was not called.'));
    expect(await outcomeOf(reminders.createReminder(weekly))).toBe('403 FORBIDDEN');
    expect(await outcomeOf(reminders.getReminders())).toMatchObject({ totalCount: '0' });
  });

  test('of another account is not visible', async () => {
    const one = echoCalling(services, ({ reminders }) => reminders.createReminder(weekly));
    await say(one.echo, '(grant reminders)');
    const { alertToken = '' } = (await one.call()) as ReminderResponse;
    const other = echoCalling(services, ({ reminders }) => reminders.getReminder(alertToken), {
      user: 'others',
    });
    await say(other.echo, '(grant reminders)');
    expect(await other.call()).toBe('404 ALERT_NOT_FOUND');
  });

  test('is deleted when the skill is disabled, and so is the permission', async () => {
    const { echo, call } = echoCalling(services, async ({ reminders }) => {
      if ((await reminders.getReminders()).totalCount === '0') await reminders.createReminder(weekly);
      return (await reminders.getReminders()).totalCount;
    });
    await say(echo, '(grant reminders)');
    expect(await call()).toBe('1');
    await say(echo, '(disable)');
    expect((await say(echo, '(grant reminders)')).error).toContain("isn't enabled");
    await say(echo, '(enable)');
    expect(await call()).toBe('401 UNAUTHORIZED');
    await say(echo, '(grant reminders)');
    expect(await call()).toBe('1');
  });
});

describe('faults', () => {
  test.each([
    ['reminders-unsupported', '403 DEVICE_NOT_SUPPORTED'],
    ['reminders-full', '403 MAX_REMINDERS_EXCEEDED'],
    ['reminders-down', '503 SERVICE_UNAVAILABLE'],
  ])('(fault %s) makes the next call about reminders fail', async (fault, outcome) => {
    const { echo, call } = echoCalling(services, ({ reminders }) => reminders.createReminder(weekly));
    await say(echo, '(grant reminders)');
    await say(echo, `(fault ${fault})`);
    expect(await call()).toBe(outcome);
    expect(await call()).toMatchObject({ status: 'ON' });
  });

  test.each([
    ['settings-refused 2', '403 ACCESS_DENIED'],
    ['settings-down 2', '503 SERVICE_UNAVAILABLE'],
  ])('(fault %s) makes the next two calls to the settings fail', async (fault, outcome) => {
    const { echo, call } = echoCalling(services, ({ settings, deviceId }) =>
      settings.getSystemTimeZone(deviceId),
    );
    await say(echo, `(fault ${fault})`);
    expect([await call(), await call(), await call()]).toEqual([outcome, outcome, 'America/New_York']);
  });

  test('are refused if there are no services', async () => {
    const { echo } = echoWith({});
    expect((await say(echo, '(fault reminders-down)')).error).toContain('no services of Alexa');
  });
});

describe('on disk', () => {
  let folder: string;
  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'our-check-in-'));
  });
  afterEach(() => rm(folder, { recursive: true, force: true }));

  test('reminders and permissions survive a restart', async () => {
    const today = await startAlexaServices(folder);
    const { echo, call } = echoCalling(today, ({ reminders }) => reminders.createReminder(weekly));
    await say(echo, '(grant reminders)');
    const { alertToken } = (await call()) as ReminderResponse;
    await today.close();
    const tomorrow = await startAlexaServices(folder);
    const later = echoCalling(tomorrow, ({ reminders }) => reminders.getReminders());
    expect(await later.call()).toMatchObject({ alerts: [{ alertToken, status: 'ON' }] });
    await tomorrow.close();
  });

  test('the user id after a disabling survives a restart', async () => {
    const today = await startAlexaServices(folder);
    const { echo, call, envelopes } = echoCalling(today, async () => {});
    for (const line of ['(disable)', '(enable)']) await say(echo, line);
    await call();
    await today.close();
    const tomorrow = await startAlexaServices(folder);
    const later = echoCalling(tomorrow, async () => {});
    await later.call();
    expect(later.envelopes[0]?.context.System.user.userId).toBe(envelopes.at(-1)?.context.System.user.userId);
    expect(later.envelopes[0]?.context.System.user.userId).not.toBe(userIdOf('demo'));
    await tomorrow.close();
  });

  test('a file from before user ids changed is read', async () => {
    const records = { [userIdOf('demo')]: { permissions: { [REMINDERS]: 'GRANTED' }, reminders: [] } };
    await writeFile(join(folder, 'alexa-account.json'), JSON.stringify(records));
    const today = await startAlexaServices(folder);
    const { call, envelopes } = echoCalling(today, ({ reminders }) => reminders.getReminders());
    expect(await call()).toMatchObject({ totalCount: '0' });
    expect(envelopes[0]?.context.System.user.userId).toBe(userIdOf('demo'));
    await today.close();
  });

  test('are for their owner alone, also if they were not before', async () => {
    const file = join(folder, 'alexa-account.json');
    const modeOf = async () => (await stat(file)).mode & 0o777;
    const today = await startAlexaServices(folder);
    const { echo } = echoCalling(today, async () => {});
    await writeFile(`${file}.new`, '', { mode: 0o644 });
    await say(echo, '(grant reminders)');
    expect(await modeOf()).toBe(0o600);
    await today.close();
    await chmod(file, 0o644);
    await (await startAlexaServices(folder)).close();
    expect(await modeOf()).toBe(0o600);
  });

  test('a file that cannot be written is reported, and the skill gets the status 500', async () => {
    const file = join(folder, 'alexa-account.json');
    const today = await startAlexaServices(folder);
    const { echo } = echoCalling(today, async ({ reminders }) => {
      expect(await outcomeOf(reminders.createReminder(weekly))).toBe('500 undefined');
    });
    await say(echo, '(grant reminders)');
    await rm(file);
    await mkdir(file);
    expect((await say(echo, 'alexa, start our check-in')).violations).toEqual([
      expect.stringMatching(
        /^The simulator failed on POST \/v1\/alerts\/reminders: .*\. The skill got the status 500\.$/u,
      ),
    ]);
    await today.close();
  });

  test('a file that cannot be read is refused', async () => {
    await writeFile(join(folder, 'alexa-account.json'), '{"x":');
    await expect(startAlexaServices(folder)).rejects.toThrow(SimulatorError);
  });
});
