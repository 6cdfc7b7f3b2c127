/** The permission to set reminders. Alexa asks for it by voice, and sends the answer as a request. */
import type { Directive, interfaces } from 'ask-sdk-model';
import * as v from 'valibot';
import type { Event } from '../conversation/model/event.ts';
import { reminderDays } from '../conversation/model/schema.ts';

/** The scope of the permission to set reminders. */
export const REMINDERS = 'alexa::alerts:reminders:skill:readwrite';

/**
 * The token contains the days, with commas between them, and the time: Amazon does not say whether the session continues
 * after the question [?].
 */
const tokenSchema = v.strictTuple([
  reminderDays,
  v.pipe(
    v.string(),
    v.check((time) => /^\d{2}:\d{2}$/.test(time)),
  ),
]);

/**
 * The directive with which Alexa asks for the permission. Its answer carries this token.
 *
 * https://developer.amazon.com/en-US/docs/alexa/smapi/voice-permissions-for-reminders.html
 */
export function askForReminders(token: string): Directive {
  return {
    type: 'Connections.SendRequest',
    name: 'AskFor',
    payload: {
      '@type': 'AskForPermissionsConsentRequest',
      '@version': '1',
      permissionScope: REMINDERS,
    },
    token,
  };
}

/** The status of a question that was asked. The other codes are those of HTTP (ask-sdk-model, `ConnectionsStatus`). */
const ASKED = '200';

const ANSWERS: ReadonlySet<unknown> = new Set(['ACCEPTED', 'DENIED', 'NOT_ANSWERED']);

/**
 * Why Alexa could not ask, as a code: an HTTP status (400 if the manifest does not name the permission), or `unknown` if
 * the answer cannot be read. Null if she asked. An answer to anything else is none of these.
 */
export function permissionFault({
  name,
  status,
  payload,
}: interfaces.connections.ConnectionsResponse): string | null {
  if (name !== 'AskFor') return null;
  const code: unknown = status?.code;
  if (code != null && String(code) !== ASKED)
    return /^[1-5]\d{2}$/.test(String(code)) ? String(code) : 'unknown';
  return ANSWERS.has(payload?.status) ? null : 'unknown';
}

/** The event for the answer; `unclear` if it is not the answer to this question. */
export function permissionIn(response: interfaces.connections.ConnectionsResponse): Event {
  const { payload, token } = response;
  const [days = '', ...rest] = (token ?? '').split(' ');
  const asked = v.safeParse(tokenSchema, [days.includes(',') ? days.split(',') : days, ...rest]);
  if (!asked.success) return { type: 'unclear' };
  const [day, time] = asked.output;
  // If Alexa could not ask, the answer need not name the permission.
  if (permissionFault(response) !== null) return { type: 'permission', granted: null, day, time };
  if (payload?.permissionScope !== REMINDERS) return { type: 'unclear' };
  return { type: 'permission', granted: payload.status === 'ACCEPTED', day, time };
}
