/** The permission to set reminders. Alexa asks for it by voice, and sends the answer as a request. */
import type { Directive, interfaces } from 'ask-sdk-model';
import * as z from 'zod/mini';
import type { Event } from '../conversation/model/event.ts';
import { reminderDays } from '../conversation/model/schema.ts';

/** The scope of the permission to set reminders. */
export const REMINDERS = 'alexa::alerts:reminders:skill:readwrite';

/**
 * The token contains the days, with commas between them, and the time: Amazon does not say whether the session continues
 * after the question [?].
 */
const tokenSchema = z.tuple([reminderDays, z.string().check(z.regex(/^\d{2}:\d{2}$/))]);

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

/** The event for the answer; `unclear` if it is not the answer to this question. */
export function permissionIn({ payload, token }: interfaces.connections.ConnectionsResponse): Event {
  const [days = '', ...rest] = (token ?? '').split(' ');
  const asked = tokenSchema.safeParse([days.includes(',') ? days.split(',') : days, ...rest]);
  if (!asked.success || payload?.permissionScope !== REMINDERS) return { type: 'unclear' };
  const [day, time] = asked.data;
  return { type: 'permission', granted: payload.status === 'ACCEPTED', day, time };
}
