/** Alexa's own services, as far as the skill asks for them: the device's time zone, and reminders. */
import { DefaultApiClient } from 'ask-sdk-core';
import type { RequestEnvelope, services } from 'ask-sdk-model';
import { isZone } from '../conversation/model/calendar.ts';
import type { Reminded, Reminding } from '../conversation/model/effect.ts';
import { within } from './deadline.ts';
import type { Log } from './log.ts';
import { type Clock, cancelReminders, findReminder, remindedBy, setReminder, statusOf } from './reminders.ts';

/** Milliseconds for one call. */
const CALL_TIMEOUT = 1_000;

export interface AlexaServices {
  /** The time zone of the device, as the IANA names it; null if Alexa does not tell. Never throws. */
  timeZone(): Promise<string | null>;
  /** Sets, finds or cancels the household's reminder. Never throws: every refusal is an outcome. */
  remind(reminding: Reminding, clock: Clock): Promise<Reminded>;
}

/** The services that a request brings the address and the token for. */
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
        return typeof zone === 'string' && isZone(zone) ? zone : null;
      } catch (cause) {
        // The message of a refusal is Amazon's, and is not logged.
        log.warn('alexa service failed', { operation: 'settings', code: String(statusOf(cause)) });
        return null;
      }
    },
    async remind(reminding, clock) {
      if (factory === undefined) return { outcome: 'unreachable' };
      const client = factory.getReminderManagementServiceClient();
      try {
        switch (reminding.do) {
          case 'set':
            return await setReminder(client, reminding, clock);
          case 'find':
            return await findReminder(client, reminding.token);
          case 'cancel':
            return await cancelReminders(client);
        }
      } catch (cause) {
        const reminded = remindedBy(cause);
        log.warn('alexa service failed', { operation: 'reminders', code: String(statusOf(cause)) });
        return reminded;
      }
    },
  };
}

/** A client that gives up in time: ask-sdk-core's own waits for as long as it takes. */
export function createApiClient(): services.ApiClient {
  const client = new DefaultApiClient();
  return { invoke: (request) => within(client.invoke(request), CALL_TIMEOUT, 'ServiceLate') };
}
