/** Alexa's own services that the skill uses: the time zone of the device, and reminders. */
import { DefaultApiClient } from 'ask-sdk-core/dist/service/DefaultApiClient.js';
import type { RequestEnvelope, services } from 'ask-sdk-model';
import { isZone } from '../conversation/model/calendar.ts';
import type { Reminded, Reminding } from '../conversation/model/effect.ts';
import { within } from './deadline.ts';
import type { Log } from './log.ts';
import { type Clock, cancelReminders, findReminder, remindedBy, setReminder, statusOf } from './reminders.ts';

/** Milliseconds for one request. */
const CALL_TIMEOUT = 1_000;

/** The services, as an exchange uses them. */
export interface AlexaServices {
  /** The IANA name of the device's time zone; null if Alexa does not tell it. Never throws. */
  timeZone(): Promise<string | null>;
  /** Sets, finds or cancels the household's reminder. Never throws: every error is an outcome. */
  remind(reminding: Reminding, clock: Clock): Promise<Reminded>;
}

/**
 * The services for a request, which contains their address and the access token.
 *
 * @param factory - undefined if the skill has no client for them
 */
export function servicesOf(
  factory: services.ServiceClientFactory | undefined,
  { context: { System: system } }: RequestEnvelope,
  log: Log,
): AlexaServices {
  return {
    async timeZone() {
      const deviceId = system.device?.deviceId;
      if (factory === undefined || deviceId === undefined) return null;
      try {
        const zone: unknown = await factory.getUpsServiceClient().getSystemTimeZone(deviceId);
        if (typeof zone === 'string' && isZone(zone)) return zone;
        log.warn('alexa service failed', { operation: 'settings', code: missingZone(zone) });
        return null;
      } catch (cause) {
        // The message of the error is Amazon's and could contain anything, so it is not logged.
        log.warn('alexa service failed', { operation: 'settings', code: String(statusOf(cause)) });
        return null;
      }
    },
    async remind(reminding, clock) {
      if (factory === undefined) return { outcome: 'unreachable' };
      const client = factory.getReminderManagementServiceClient();
      try {
        switch (reminding.do) {
          case 'set': {
            const reminded = await setReminder(client, reminding, clock);
            // A missing time zone was logged when it was asked for.
            if (reminded.outcome === 'unreachable' && clock.zone !== null)
              log.warn('alexa service failed', { operation: 'reminders', code: 'no-token' });
            return reminded;
          }
          case 'find':
            return await findReminder(client, reminding.token);
          case 'cancel':
            return await cancelReminders(client);
        }
      } catch (cause) {
        const reminded = remindedBy(cause);
        // Everybody who forgets all asks this, and most couples never allowed reminders.
        const expected = reminding.do === 'cancel' && reminded.outcome === 'no-permission';
        const message = reminded.outcome === 'unreachable' ? 'alexa service failed' : 'alexa service refused';
        if (!expected) log.warn(message, { operation: 'reminders', code: String(statusOf(cause)) });
        return reminded;
      }
    },
  };
}

/**
 * The code for an answer without a time zone that can be used. If no time zone is set, the status is 204 and there is no
 * body (`callGetSystemTimeZone` of ask-sdk-model, which does not hand on the status).
 *
 * https://developer.amazon.com/en-US/docs/alexa/smapi/alexa-settings-api-reference.html
 */
function missingZone(zone: unknown): string {
  return zone == null || zone === '' ? '204' : 'unknown-zone';
}

/** The client of ask-sdk-core with a time limit for each request, which it does not have itself. */
export function createApiClient(): services.ApiClient {
  const client = new DefaultApiClient();
  return { invoke: (request) => within(client.invoke(request), CALL_TIMEOUT, 'ServiceLate') };
}
