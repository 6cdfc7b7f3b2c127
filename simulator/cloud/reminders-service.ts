import { type AlexaAccount, publicReminder, type Reminder } from './account.ts';
import { REMINDERS_SCOPE } from './permission.ts';
import { type ReminderRequest, readReminderRequest } from './reminder-request.ts';
import { NOT_SIMULATED, notSimulated, refuse, type ServiceAnswer } from './service-answer.ts';

/** A call to the Reminders API. */
export interface RemindersCall {
  /** The HTTP method. */
  readonly method: string;
  /** The token in the path; undefined if the path stands for all reminders. */
  readonly alertToken: string | undefined;
  readonly body: string;
}

const PATH = '/v1/alerts/reminders';

/**
 * Answers a call to the Reminders API. It gives access to the reminders of the one account.
 * Source: Alexa Reminders API Reference (developer.amazon.com/docs/smapi/alexa-reminders-api-reference.html).
 */
export function answerReminders(account: AlexaAccount, call: RemindersCall): ServiceAnswer {
  if (!account.isGranted(REMINDERS_SCOPE)) {
    return refuse(401, 'UNAUTHORIZED', 'The account holder has not allowed this skill to use reminders.');
  }
  return call.alertToken === undefined
    ? answerForAll(account, call)
    : answerForOne(account, call, call.alertToken);
}

function answerForAll(account: AlexaAccount, { method, body }: RemindersCall): ServiceAnswer {
  if (method === 'GET') {
    const alerts = account.reminders().map(publicReminder);
    return { status: 200, body: { totalCount: String(alerts.length), alerts, links: null } };
  }
  if (method !== 'POST') return notAllowed(method);
  const request = readBody(account, body);
  if ('status' in request) return request;
  // The reference: a reminder can be created in a session only, not with the token of an event. [?] The code is invented.
  const { deviceInSession } = account;
  if (deviceInSession === null) {
    return refuse(403, 'FORBIDDEN', 'A reminder can be created in a session only.');
  }
  return { status: 201, body: summaryOf(account.create(request, deviceInSession)) };
}

function answerForOne(account: AlexaAccount, call: RemindersCall, alertToken: string): ServiceAnswer {
  const reminder = account.reminders().find((it) => it.alertToken === alertToken);
  if (reminder === undefined) {
    return refuse(404, 'ALERT_NOT_FOUND', 'There is no reminder with this token.');
  }
  switch (call.method) {
    case 'GET':
      return { status: 200, body: publicReminder(reminder) };
    case 'PUT': {
      const request = readBody(account, call.body);
      if ('status' in request) return request;
      return { status: 200, body: summaryOf(account.change(alertToken, request) ?? reminder) };
    }
    case 'DELETE':
      account.remove(alertToken);
      return { status: 200 };
    default:
      return notAllowed(call.method);
  }
}

/** The request in the body of a call; or the answer that refuses it. */
function readBody(account: AlexaAccount, body: string): ReminderRequest | ServiceAnswer {
  let parsed: unknown;
  try {
    parsed = JSON.parse(body);
  } catch {
    return refuse(400, 'INVALID_REQUEST', 'The body is not JSON.');
  }
  const request = readReminderRequest(parsed, account.clock.now());
  if (!('code' in request)) return request;
  const { code, message } = request;
  return message.endsWith(NOT_SIMULATED)
    ? notSimulated(400, code, message.slice(0, -NOT_SIMULATED.length))
    : refuse(400, code, message);
}

const summaryOf = ({ alertToken, createdTime, updatedTime, status, version }: Reminder) => ({
  ...{ alertToken, createdTime, updatedTime, status, version },
  href: `${PATH}/${alertToken}`,
});

const notAllowed = (method: string): ServiceAnswer =>
  refuse(405, 'METHOD_NOT_ALLOWED', `${method} is not allowed here.`);
