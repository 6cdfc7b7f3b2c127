/**
 * The requests to Alexa's Reminders API.
 *
 * https://developer.amazon.com/en-US/docs/alexa/smapi/alexa-reminders-api-reference.html
 */
import type { services } from 'ask-sdk-model';
import { wallClock } from '../conversation/model/calendar.ts';
import type { Reminded, Reminding } from '../conversation/model/effect.ts';
import type { PlannedReminder } from '../conversation/model/reminder.ts';
import { ruleFor, timeOf } from './recurrence.ts';

/** What is needed to set a reminder, besides its day and time. */
export interface Clock {
  /** Milliseconds since 1970. */
  now: number;
  /** Null if Alexa does not tell the time zone of the device. */
  zone: string | null;
  locale: string;
  /** What Alexa says when it sounds. Everybody in the room hears it. */
  text: string;
}

type Client = services.reminderManagement.ReminderManagementServiceClient;
type Request = services.reminderManagement.ReminderRequest;
type Alert = services.reminderManagement.Reminder;

/**
 * Sets a reminder. If one is set already, it is changed, so that there is never a second one.
 *
 * @returns `set`, or `unreachable` if the time zone is not known
 * @throws ServiceError if Alexa refuses the request
 */
export async function setReminder(
  client: Client,
  { reminder, token }: Extract<Reminding, { do: 'set' }>,
  clock: Clock,
): Promise<Reminded> {
  const { zone } = clock;
  // Without the time zone it could sound at the wrong hour.
  if (zone === null) return { outcome: 'unreachable' };
  const request = requestFor(reminder, { ...clock, zone });
  const set = (alertToken: string): Reminded => ({
    outcome: 'set',
    reminder: { ...reminder, token: alertToken },
  });
  const change = async (there: string): Promise<Reminded | null> => {
    try {
      return set((await client.updateReminder(there, request)).alertToken ?? there);
    } catch (cause) {
      if (statusOf(cause) !== 404) throw cause;
      return null;
    }
  };
  const changed = token === null ? null : await change(token);
  if (changed !== null) return changed;
  for (const { alertToken } of await active(client)) {
    const other = alertToken === undefined || alertToken === token ? null : await change(alertToken);
    if (other !== null) return other;
  }
  const created = await client.createReminder(request);
  if (created.alertToken === undefined) return { outcome: 'unreachable' };
  return set(created.alertToken);
}

/**
 * Finds the reminder as it is now, since it can be changed or deleted in the app: `changed` if its pattern is none that
 * the skill has words for.
 *
 * @throws ServiceError if Alexa refuses the request
 */
export async function findReminder(client: Client, token: string | null): Promise<Reminded> {
  const all = await active(client);
  const alert = all.find(({ alertToken }) => alertToken === token) ?? all[0];
  if (alert?.alertToken === undefined) return { outcome: 'none' };
  const time = timeOf(alert.trigger ?? {});
  return time === null
    ? { outcome: 'changed' }
    : { outcome: 'found', reminder: { ...time, token: alert.alertToken } };
}

/**
 * Deletes all reminders of this skill, because the token of one may not be known.
 *
 * @throws ServiceError if Alexa refuses the request
 */
export async function cancelReminders(client: Client): Promise<Reminded> {
  const all = await active(client);
  await Promise.all(
    all.map(async ({ alertToken }) => {
      if (alertToken === undefined) return;
      try {
        await client.deleteReminder(alertToken);
      } catch (cause) {
        if (statusOf(cause) !== 404) throw cause;
      }
    }),
  );
  return { outcome: all.length === 0 ? 'none' : 'cancelled' };
}

/**
 * The reminders that are set. A completed one stays in the list for three days. [?] Amazon documents no other status than
 * `ON` and `COMPLETED`, so whatever else it may be, such as switched off in the app, is a reminder that is there.
 *
 * https://developer.amazon.com/en-US/docs/alexa/smapi/alexa-reminders-overview.html
 */
async function active(client: Client): Promise<Alert[]> {
  const { alerts } = await client.getReminders();
  return (alerts ?? []).filter(({ status }) => status !== 'COMPLETED');
}

/** The request that sets a reminder. */
function requestFor(
  reminder: PlannedReminder,
  { now, zone, locale, text }: Clock & { zone: string },
): Request {
  const at = wallClock(now, zone);
  return {
    requestTime: at,
    trigger: {
      type: 'SCHEDULED_ABSOLUTE',
      timeZoneId: zone,
      recurrence: {
        startDateTime: at,
        recurrenceRules: [ruleFor(reminder)],
      },
    },
    alertInfo: { spokenInfo: { content: [{ locale, text }] } },
    pushNotification: { status: 'DISABLED' },
  };
}

/**
 * The outcome for an error of the Reminders API. Its codes `DEVICE_NOT_SUPPORTED` and `MAX_REMINDERS_EXCEEDED` come
 * with status 403.
 */
export function remindedBy(cause: unknown): Reminded {
  switch (codeOf(cause)) {
    case 'DEVICE_NOT_SUPPORTED':
      return { outcome: 'unsupported' };
    case 'MAX_REMINDERS_EXCEEDED':
      return { outcome: 'full' };
    default:
      return { outcome: [401, 403].includes(statusOf(cause)) ? 'no-permission' : 'unreachable' };
  }
}

/** The HTTP status of an error of Alexa's services; 0 if there was no answer. */
export function statusOf(cause: unknown): number {
  return typeof cause === 'object' && cause !== null && 'statusCode' in cause ? Number(cause.statusCode) : 0;
}

/** The code in the body of an error; an empty string if there is none. */
function codeOf(cause: unknown): string {
  if (typeof cause !== 'object' || cause === null || !('response' in cause)) return '';
  const { response } = cause;
  const body: unknown = typeof response === 'string' ? parsed(response) : response;
  return typeof body === 'object' && body !== null && 'code' in body ? String(body.code) : '';
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
