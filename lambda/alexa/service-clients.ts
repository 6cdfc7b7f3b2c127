/**
 * The clients for the two services of Alexa that the skill uses: the settings of a device, and reminders. The bundle has
 * this module in the place of `ask-sdk-model` (infra/bundle.ts), which has one for every service, 62 KB in all. A test
 * compares the two.
 *
 * https://developer.amazon.com/en-US/docs/alexa/smapi/alexa-settings-api-reference.html
 * https://developer.amazon.com/en-US/docs/alexa/smapi/alexa-reminders-api-reference.html
 */
import type { services as model } from 'ask-sdk-model';

type Configuration = model.ApiConfiguration;
type Request = model.reminderManagement.ReminderRequest;
type Changed = model.reminderManagement.ReminderResponse;
type All = model.reminderManagement.GetRemindersResponse;

const REMINDERS = '/v1/alerts/reminders';
const reminder = (token: string): string => `${REMINDERS}/${encodeURIComponent(token)}`;

/**
 * Sends a request.
 *
 * @returns the body of the answer; undefined if it is empty
 * @throws ServiceError with `statusCode`, and `response` for the body, for another status than 2xx; SyntaxError if the body
 *   is not the JSON that it claims to be
 */
async function answerOf<T>(
  { apiClient, apiEndpoint, authorizationValue }: Configuration,
  method: string,
  path: string,
  body?: unknown,
): Promise<T> {
  const headers = [{ key: 'Authorization', value: `Bearer ${authorizationValue}` }];
  if (body !== undefined) headers.push({ key: 'Content-type', value: 'application/json' });
  const response = await apiClient.invoke({
    method,
    url: `${apiEndpoint.replace(/\/$/, '')}${path}`,
    headers,
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  });
  const answer = bodyOf(response);
  if (response.statusCode >= 200 && response.statusCode < 300) return answer as T;
  const error = new Error(`status ${response.statusCode}`);
  error.name = 'ServiceError';
  throw Object.assign(error, { statusCode: response.statusCode, response: answer });
}

function bodyOf({ headers, body }: model.ApiClientResponse): unknown {
  if (!body) return undefined;
  const type = headers.find(({ key }) => key === 'content-type');
  if (type !== undefined && !type.value.includes('application/json')) return body;
  try {
    return JSON.parse(body) || undefined;
  } catch {
    // Without the body in the message, as it could contain anything.
    throw new SyntaxError('The answer is not JSON.');
  }
}

/** Makes the clients, as the one of ask-sdk-model does. */
class ServiceClientFactory {
  readonly #configuration: Configuration;
  constructor(configuration: Configuration) {
    this.#configuration = configuration;
  }

  getUpsServiceClient() {
    const configuration = this.#configuration;
    return {
      getSystemTimeZone: (deviceId: string): Promise<string> =>
        answerOf(
          configuration,
          'GET',
          `/v2/devices/${encodeURIComponent(deviceId)}/settings/System.timeZone`,
        ),
    };
  }

  getReminderManagementServiceClient() {
    const configuration = this.#configuration;
    return {
      getReminders: (): Promise<All> => answerOf(configuration, 'GET', REMINDERS),
      createReminder: (request: Request): Promise<Changed> =>
        answerOf(configuration, 'POST', REMINDERS, request),
      updateReminder: (token: string, request: Request): Promise<Changed> =>
        answerOf(configuration, 'PUT', reminder(token), request),
      async deleteReminder(token: string): Promise<void> {
        await answerOf(configuration, 'DELETE', reminder(token));
      },
    };
  }
}

/** What `ask-sdk-core` takes from `ask-sdk-model`. */
export const services = { ServiceClientFactory };
