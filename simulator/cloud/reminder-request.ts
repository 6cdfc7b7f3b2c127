import { isTimezone, readLocalTime } from '../clock/local-time.ts';
import { asArray, asString, isRecord, type JsonRecord } from '../json-value.ts';
import {
  nextOccurrence,
  type RecurrenceRule,
  readDeprecatedRecurrence,
  readRecurrenceRule,
} from './recurrence.ts';

/** Why a request for a reminder is refused. */
export interface Refusal {
  readonly code: string;
  readonly message: string;
}

/** The parts of a request to the Reminders API that are kept with the reminder. */
export interface ReminderRequest {
  readonly trigger: JsonRecord;
  readonly alertInfo: JsonRecord;
  readonly pushNotification: JsonRecord;
}

const LOCAL_TIME = /^(\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2})(?:\.\d{1,3})?$/u;

/**
 * Checks the body of a request to create or change a reminder as strictly as Amazon's Alexa Reminders API Reference
 * describes it (developer.amazon.com/docs/smapi/alexa-reminders-api-reference.html). [?] If the reference gives no
 * code for a refusal, the code here is invented.
 *
 * @param now milliseconds since 1970. A reminder that would never sound after this moment is refused.
 * @returns the parts of the request; or the refusal, to be answered with status 400.
 */
export function readReminderRequest(body: unknown, now: number): ReminderRequest | Refusal {
  if (!isRecord(body)) return refusal('INVALID_REQUEST', 'The body is not a JSON object.');
  const { requestTime, trigger, alertInfo, pushNotification } = body;
  if (!/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(?:\.\d+)?(?:Z|[+-]\d{2}:\d{2})?$/u.test(String(requestTime))) {
    return refusal('INVALID_REQUEST_TIME', 'The requestTime is not an ISO 8601 time.');
  }
  if (!isRecord(trigger)) return refusal('INVALID_TRIGGER', 'The reminder has no trigger.');
  if (!isRecord(alertInfo)) return refusal('INVALID_ALERT_INFO', 'The reminder has no alertInfo.');
  if (!isRecord(pushNotification) || !['ENABLED', 'DISABLED'].includes(String(pushNotification.status))) {
    return refusal('INVALID_PUSH_NOTIFICATION', 'The pushNotification.status is not ENABLED or DISABLED.');
  }
  const problem = problemOfTrigger(trigger) ?? problemOfAlertInfo(alertInfo);
  if (problem !== null) return problem;
  if (nextTime(trigger, now) === null) {
    return refusal('TRIGGER_TIME_IN_PAST', 'The trigger names no time that is still to come.');
  }
  return { trigger, alertInfo, pushNotification };
}

/**
 * When a reminder sounds next after a moment.
 *
 * @param trigger a trigger that `readReminderRequest` has accepted.
 * @param after milliseconds since 1970.
 * @returns milliseconds since 1970; null if it never sounds again.
 */
export function nextTime(trigger: JsonRecord, after: number): number | null {
  const timezone = String(trigger.timeZoneId);
  const recurrence = isRecord(trigger.recurrence) ? trigger.recurrence : null;
  if (recurrence === null) {
    const at = localTime(trigger.scheduledTime, timezone);
    return at !== null && at > after ? at : null;
  }
  const start = startOf(trigger, recurrence) ?? A_MONDAY;
  const begins = localTime(start, timezone);
  if (begins === null) return null;
  const span = {
    startDate: start.slice(0, 10),
    begins,
    ends: localTime(recurrence.endDateTime, timezone),
    timezone,
  };
  const times = rulesOf(recurrence, start)
    .filter((rule): rule is RecurrenceRule => typeof rule !== 'string')
    .map((rule) => nextOccurrence(rule, span, after))
    .filter((time) => time !== null);
  return times.length === 0 ? null : Math.min(...times);
}

/** The text of a reminder in a locale; if it has none in that locale, its first text. */
export function textToSay(alertInfo: JsonRecord, locale: string): string {
  const content = isRecord(alertInfo.spokenInfo)
    ? asArray(alertInfo.spokenInfo.content).filter(isRecord)
    : [];
  const said = content.find((it) => it.locale === locale) ?? content[0];
  return asString(said?.text) ?? '';
}

function problemOfTrigger(trigger: JsonRecord): Refusal | null {
  if (trigger.type === 'SCHEDULED_RELATIVE') {
    return refusal('INVALID_TRIGGER', 'The trigger.type SCHEDULED_RELATIVE is not simulated.');
  }
  if (trigger.type !== 'SCHEDULED_ABSOLUTE') {
    return refusal(
      'INVALID_TRIGGER',
      'The trigger.type is neither SCHEDULED_ABSOLUTE nor SCHEDULED_RELATIVE.',
    );
  }
  const timezone = asString(trigger.timeZoneId);
  if (timezone === undefined || !isTimezone(timezone)) {
    return refusal('INVALID_TIME_ZONE_ID', 'The trigger.timeZoneId is not a zone such as America/New_York.');
  }
  const { recurrence } = trigger;
  if (recurrence === undefined || recurrence === null) {
    const read = localTime(trigger.scheduledTime, timezone);
    return read === null ? notLocal('trigger.scheduledTime') : null;
  }
  if (!isRecord(recurrence)) return refusal('INVALID_RECURRENCE', 'The trigger.recurrence is not an object.');
  const { startDateTime, endDateTime } = recurrence;
  if (isGiven(startDateTime) && localTime(startDateTime, timezone) === null) {
    return notLocal('trigger.recurrence.startDateTime');
  }
  const start = startOf(trigger, recurrence);
  const isDeprecated = asArray(recurrence.recurrenceRules).length === 0 && isGiven(recurrence.freq);
  if (isDeprecated && (start === null || localTime(start, timezone) === null)) {
    return notLocal('trigger.scheduledTime');
  }
  if (isGiven(endDateTime) && localTime(endDateTime, timezone) === null) {
    return notLocal('trigger.recurrence.endDateTime');
  }
  const rules = rulesOf(recurrence, start ?? A_MONDAY);
  if (rules.length === 0) {
    return refusal('INVALID_RECURRENCE', 'The trigger.recurrence has neither recurrenceRules nor a freq.');
  }
  const wrong = rules.find((rule) => typeof rule === 'string');
  return typeof wrong === 'string' ? refusal('INVALID_RECURRENCE', wrong) : null;
}

function problemOfAlertInfo(alertInfo: JsonRecord): Refusal | null {
  const content = isRecord(alertInfo.spokenInfo) ? asArray(alertInfo.spokenInfo.content) : [];
  const hasText = (it: unknown) =>
    isRecord(it) && /^[a-z]{2}-[A-Z]{2}$/u.test(String(it.locale)) && String(it.text ?? '').trim() !== '';
  return content.length > 0 && content.every(hasText)
    ? null
    : refusal(
        'INVALID_ALERT_INFO',
        'The alertInfo.spokenInfo.content needs a locale such as en-US and a text in each of its entries.',
      );
}

/** The rules of a recurrence. The deprecated freq counts if there are none. */
function rulesOf(recurrence: JsonRecord, start: string): (RecurrenceRule | string)[] {
  const rules = asArray(recurrence.recurrenceRules);
  if (rules.length > 0) return rules.map((rule) => readRecurrenceRule(String(rule)));
  return isGiven(recurrence.freq) ? [readDeprecatedRecurrence(recurrence, start)] : [];
}

/**
 * When a recurrence begins, as a local time: at its startDateTime, which may be left out. The deprecated freq goes by the
 * scheduledTime instead, which is ignored if there are rules. Null if neither is given.
 */
function startOf({ scheduledTime }: JsonRecord, recurrence: JsonRecord): string | null {
  const { startDateTime, recurrenceRules } = recurrence;
  const isDeprecated = asArray(recurrenceRules).length === 0;
  if (isDeprecated && isGiven(scheduledTime)) return String(scheduledTime);
  return isGiven(startDateTime) ? String(startDateTime) : null;
}

/** The day from which a recurrence without a beginning is counted. [?] Amazon does not say it. */
const A_MONDAY = '2024-01-01T00:00:00';

const isGiven = (value: unknown): boolean => value !== undefined && value !== null;

function localTime(value: unknown, timezone: string): number | null {
  const [, local] = LOCAL_TIME.exec(asString(value) ?? '') ?? [];
  return local === undefined ? null : (readLocalTime(local, timezone)?.getTime() ?? null);
}

const refusal = (code: string, message: string): Refusal => ({ code, message });

const notLocal = (name: string): Refusal =>
  refusal(
    'INVALID_TRIGGER_TIME',
    `The ${name} is not a local time such as 2026-11-29T19:00:00, without Z or an offset.`,
  );
