/**
 * The requests to Alexa's Reminders API.
 *
 * https://developer.amazon.com/en-US/docs/alexa/smapi/alexa-reminders-api-reference.html
 */
import type { services } from 'ask-sdk-model';
import { WEEKDAYS, type Weekday, wallClock } from '../conversation/model/calendar.ts';
import type { Reminded, Reminding } from '../conversation/model/effect.ts';
import type { Reminder } from '../conversation/model/household.ts';

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

/** The days of the recurrence rules of iCalendar. */
const BY_DAY: Readonly<Record<Weekday, string>> = {
  sunday: 'SU',
  monday: 'MO',
  tuesday: 'TU',
  wednesday: 'WE',
  thursday: 'TH',
  friday: 'FR',
  saturday: 'SA',
};

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
  const there = token ?? (await active(client))[0]?.alertToken ?? null;
  if (there !== null) {
    try {
      const changed = await client.updateReminder(there, request);
      return { outcome: 'set', reminder: { ...reminder, token: changed.alertToken ?? there } };
    } catch (cause) {
      if (statusOf(cause) !== 404) throw cause;
    }
  }
  const created = await client.createReminder(request);
  if (created.alertToken === undefined) return { outcome: 'unreachable' };
  return { outcome: 'set', reminder: { ...reminder, token: created.alertToken } };
}

/**
 * Finds the reminder as it is now, since it can be changed or deleted in the app.
 *
 * @throws ServiceError if Alexa refuses the request
 */
export async function findReminder(client: Client, token: string | null): Promise<Reminded> {
  const all = await active(client);
  const alert = all.find(({ alertToken }) => alertToken === token) ?? all[0];
  const reminder = alert === undefined ? null : reminderIn(alert);
  return reminder === null ? { outcome: 'none' } : { outcome: 'found', reminder };
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

/** The reminders that are set. */
async function active(client: Client): Promise<Alert[]> {
  const { alerts = [] } = await client.getReminders();
  return alerts.filter(({ status }) => status === 'ON');
}

/** The request that sets a reminder. */
function requestFor(
  { day, time }: Omit<Reminder, 'token'>,
  { now, zone, locale, text }: Clock & { zone: string },
): Request {
  const [hour = '0', minute = '0'] = time.split(':');
  const on = day === 'every-day' ? 'FREQ=DAILY' : `FREQ=WEEKLY;BYDAY=${BY_DAY[day]}`;
  const at = wallClock(now, zone);
  return {
    requestTime: at,
    trigger: {
      type: 'SCHEDULED_ABSOLUTE',
      timeZoneId: zone,
      recurrence: {
        startDateTime: at,
        recurrenceRules: [`${on};BYHOUR=${Number(hour)};BYMINUTE=${Number(minute)};BYSECOND=0;INTERVAL=1;`],
      },
    },
    alertInfo: { spokenInfo: { content: [{ locale, text }] } },
    pushNotification: { status: 'DISABLED' },
  };
}

/** The day and the time of a reminder; null if its recurrence rule is not one of this skill. */
function reminderIn({ alertToken, trigger }: Alert): Reminder | null {
  const rule = trigger?.recurrence?.recurrenceRules?.[0] ?? '';
  const hour = /BYHOUR=(\d{1,2})/.exec(rule)?.[1];
  const minute = /BYMINUTE=(\d{1,2})/.exec(rule)?.[1];
  const by = /BYDAY=([A-Z]{2})/.exec(rule)?.[1];
  const day = WEEKDAYS.find((weekday) => BY_DAY[weekday] === by);
  if (alertToken === undefined || hour === undefined || minute === undefined) return null;
  return {
    token: alertToken,
    day: day ?? 'every-day',
    time: `${hour.padStart(2, '0')}:${minute.padStart(2, '0')}`,
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
