/** The voice permission: Alexa herself asks for it, and comes back with the answer. */
import type { Directive, interfaces } from 'ask-sdk-model';
import * as z from 'zod/mini';
import type { Event } from '../conversation/model/event.ts';
import { reminderDay } from '../conversation/model/schema.ts';

/** Lets the skill set reminders. */
export const REMINDERS = 'alexa::alerts:reminders:skill:readwrite';

/** What it was for stands in the token: Amazon does not say whether the session survives the question [?]. */
const tokenSchema = z.tuple([reminderDay, z.string().check(z.regex(/^\d{2}:\d{2}$/))]);

/**
 * The directive that lets Alexa ask.
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

/** The answer as an event; what nobody asked for is not understood. */
export function permissionIn({ payload, token }: interfaces.connections.ConnectionsResponse): Event {
  const asked = tokenSchema.safeParse((token ?? '').split(' '));
  if (!asked.success || payload?.permissionScope !== REMINDERS) return { type: 'unclear' };
  const [day, time] = asked.data;
  return { type: 'permission', granted: payload.status === 'ACCEPTED', day, time };
}
