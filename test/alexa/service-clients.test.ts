/** The clients of the bundle beside those of ask-sdk-model, in whose place they are. */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import model, { type services } from 'ask-sdk-model';
import { describe, expect, it } from 'vitest';
import { services as ours } from '../../lambda/alexa/service-clients.ts';

type Settings = Pick<services.ups.UpsServiceClient, 'getSystemTimeZone'>;
type Reminders = Pick<
  services.reminderManagement.ReminderManagementServiceClient,
  'getReminders' | 'createReminder' | 'updateReminder' | 'deleteReminder'
>;
interface Factory {
  getUpsServiceClient(): Settings;
  getReminderManagementServiceClient(): Reminders;
}
type Answer = services.ApiClientResponse;

const REQUEST = { requestTime: '2026-11-22T19:00:00', trigger: { type: 'SCHEDULED_ABSOLUTE' } } as const;
const TOKEN = 'a token/with % signs';

const calls: [string, (factory: Factory) => Promise<unknown>][] = [
  ['getSystemTimeZone', (factory) => factory.getUpsServiceClient().getSystemTimeZone('amzn1/device 1')],
  ['getReminders', (factory) => factory.getReminderManagementServiceClient().getReminders()],
  ['createReminder', (factory) => factory.getReminderManagementServiceClient().createReminder(REQUEST)],
  [
    'updateReminder',
    (factory) => factory.getReminderManagementServiceClient().updateReminder(TOKEN, REQUEST),
  ],
  ['deleteReminder', (factory) => factory.getReminderManagementServiceClient().deleteReminder(TOKEN)],
];

const json = (statusCode: number, body: string, type = 'application/json;charset=utf-8'): Answer => ({
  statusCode,
  body,
  headers: [{ key: 'content-type', value: type }],
});
const answers: [string, Answer][] = [
  ['JSON', json(200, '{"alertToken":"t","alerts":[],"version":"1"}')],
  ['a text in JSON', json(200, '"Europe/Rome"')],
  ['nothing', { statusCode: 204, body: '', headers: [] }],
  ['JSON without a type', { statusCode: 200, body: '{"alerts":[]}', headers: [] }],
  ['a plain text', json(200, 'Europe/Rome', 'text/plain')],
  ['a refusal', json(401, '{"code":"UNAUTHORIZED","message":"no"}')],
  ['too many reminders', json(403, '{"code":"MAX_REMINDERS_EXCEEDED"}')],
  ['a reminder that is gone', json(404, '{"code":"ALERT_NOT_FOUND"}')],
  ['an error without a body', { statusCode: 500, body: '', headers: [] }],
  ['an error in HTML', json(503, '<html></html>', 'text/html')],
];

/** What a call asks for, and what becomes of the answer. */
async function outcomeOf(
  {
    ServiceClientFactory,
  }: { ServiceClientFactory: new (configuration: services.ApiConfiguration) => Factory },
  call: (factory: Factory) => Promise<unknown>,
  answer: Answer,
  apiEndpoint = 'https://api.amazonalexa.com',
) {
  const asked: unknown[] = [];
  const apiClient: services.ApiClient = {
    async invoke({ url, method, headers, body }) {
      const told = headers
        .filter(({ key }) => key !== 'User-Agent')
        .sort((one, two) => one.key.localeCompare(two.key));
      asked.push({ url, method, headers: told, body });
      return answer;
    },
  };
  const factory = new ServiceClientFactory({ apiClient, apiEndpoint, authorizationValue: 'secret' });
  const [settled] = await Promise.allSettled([call(factory)]);
  if (settled.status === 'fulfilled') return { asked, value: settled.value };
  const { name, statusCode, response } = settled.reason;
  return { asked, thrown: { name, statusCode, response } };
}

describe("the clients for Alexa's services", () => {
  it.each(calls)(
    'ask for the same as those of ask-sdk-model, and tell the same of every answer: %s',
    async (_name, call) => {
      for (const [, answer] of answers)
        expect(await outcomeOf(ours, call, answer)).toEqual(await outcomeOf(model.services, call, answer));
      const withSlash = 'https://api.eu.amazonalexa.com/';
      expect(await outcomeOf(ours, call, json(200, '{}'), withSlash)).toEqual(
        await outcomeOf(model.services, call, json(200, '{}'), withSlash),
      );
    },
  );

  it('say that an answer is not JSON, without its words', async () => {
    const apiClient: services.ApiClient = { invoke: async () => json(200, 'zebra-marker') };
    const configuration = {
      apiClient,
      apiEndpoint: 'https://api.amazonalexa.com',
      authorizationValue: 'secret',
    };
    const client = new ours.ServiceClientFactory(configuration).getReminderManagementServiceClient();
    const thrown: unknown = await client.getReminders().catch((error: unknown) => error);
    expect(thrown).toBeInstanceOf(SyntaxError);
    expect(String(thrown)).not.toContain('zebra-marker');
  });

  it('are all that ask-sdk-core takes from ask-sdk-model', () => {
    const require = createRequire(import.meta.url);
    const skill = readFileSync(require.resolve('ask-sdk-core/dist/skill/CustomSkill.js'), 'utf8');
    expect(skill.match(/ask_sdk_model_1\.[\w.]+/g)).toEqual([
      'ask_sdk_model_1.services.ServiceClientFactory',
    ]);
  });
});
