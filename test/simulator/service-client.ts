import Alexa from 'ask-sdk-core';
import { services as clients, type RequestEnvelope } from 'ask-sdk-model';
import type { AlexaServices } from '../../simulator/cloud/alexa-services.ts';
import { createEcho, type Echo } from '../../simulator/device/echo.ts';
import { model, respond, START, say } from './scripted-skill.ts';

/** The body of a request to the Reminders API. */
export type ReminderRequest = clients.reminderManagement.ReminderRequest;

/** The service clients that a skill creates from a request. */
export function clientsFor(envelope: RequestEnvelope) {
  const { apiEndpoint, apiAccessToken = '' } = envelope.context.System;
  const configuration = {
    apiClient: new Alexa.DefaultApiClient(),
    apiEndpoint,
    authorizationValue: apiAccessToken,
  };
  return {
    reminders: new clients.reminderManagement.ReminderManagementServiceClient(configuration),
    settings: new clients.ups.UpsServiceClient(configuration),
    deviceId: envelope.context.System.device?.deviceId ?? '',
  };
}

/** The answer of a service: its body, or the status and code of a refusal. */
export async function outcomeOf(call: Promise<unknown>): Promise<unknown> {
  try {
    return await call;
  } catch (error) {
    const { statusCode, response } = error as { statusCode?: number; response?: { code?: string } };
    return `${statusCode} ${response?.code}`;
  }
}

export const REMINDERS = 'alexa::alerts:reminders:skill:readwrite';

/** A reminder every Sunday at seven in the evening in New York. */
export const weekly: ReminderRequest & { trigger: { recurrence: object } } = {
  requestTime: '2026-11-22T19:00:00.000',
  trigger: {
    type: 'SCHEDULED_ABSOLUTE',
    timeZoneId: 'America/New_York',
    recurrence: {
      startDateTime: '2026-11-22T19:00:00.000',
      recurrenceRules: ['FREQ=WEEKLY;BYDAY=SU;BYHOUR=19;BYMINUTE=0;BYSECOND=0;INTERVAL=1;'],
    },
  },
  alertInfo: { spokenInfo: { content: [{ locale: 'en-US', text: 'time for each other' }] } },
  pushNotification: { status: 'ENABLED' },
};

/** A reminder once, at a local time in New York. */
export const once = (scheduledTime: string): ReminderRequest => ({
  ...weekly,
  trigger: { type: 'SCHEDULED_ABSOLUTE', timeZoneId: 'America/New_York', scheduledTime } as const,
});

/** Creates an Echo whose skill calls the services when it is launched, with a function that returns the result. */
export function echoCalling(
  services: AlexaServices,
  act: (clients: ReturnType<typeof clientsFor>) => Promise<unknown>,
  options: Partial<Parameters<typeof createEcho>[0]> = {},
): { echo: Echo; call(): Promise<unknown>; envelopes: RequestEnvelope[] } {
  let outcome: unknown;
  const envelopes: RequestEnvelope[] = [];
  const echo = createEcho({
    model,
    start: START,
    timezone: 'America/New_York',
    services,
    handler: async (envelope) => {
      envelopes.push(envelope);
      if (envelope.request.type === 'LaunchRequest') outcome = await outcomeOf(act(clientsFor(envelope)));
      return respond({ say: 'Done.', end: true });
    },
    ...options,
  });
  return {
    echo,
    envelopes,
    call: async () => {
      await say(echo, 'alexa, start our check-in');
      return outcome;
    },
  };
}
