import { createServer, type IncomingMessage } from 'node:http';
import { listen } from '../database/database-proxy.ts';
import { type AccountSetting, type AlexaAccount, createAccount, newRecord } from './account.ts';
import { openAccountFile } from './account-file.ts';
import { tokenOf, userIdOf } from './identity.ts';
import { answerReminders } from './reminders-service.ts';
import { refuse, type ServiceAnswer } from './service-answer.ts';
import { FAULT_ANSWERS, type ServiceFault, type ServiceName, serviceOf } from './service-fault.ts';

/** Alexa's own services, as far as a skill asks for the time zone of a device and makes reminders. */
export interface AlexaServices {
  /** `context.System.apiEndpoint`, e.g. `http://127.0.0.1:40879`. */
  readonly endpoint: string;
  /** Begins with an account, on what is known of it; an earlier one of the same user gives way. */
  account(setting: AccountSetting): AlexaAccount;
  /** Lets the next `count` calls of a service fail so. */
  fail(fault: ServiceFault, count: number): void;
  /** Ends every connection. */
  close(): Promise<void>;
}

/**
 * Starts Alexa's services on 127.0.0.1: `GET /v2/devices/{id}/settings/System.timeZone` and
 * `/v1/alerts/reminders`. Time is that of each account's virtual clock. Paths and statuses: ask-sdk-model 1.86.0,
 * `services.ups` and `services.reminderManagement`; [?] codes in answers are documented in part only.
 * @param data the folder in which reminders and permissions are kept, or `memory`.
 * @throws SimulatorError `account-unreadable`.
 */
export async function startAlexaServices(data: string): Promise<AlexaServices> {
  const file = openAccountFile(data);
  const accounts = new Map<string, AlexaAccount>();
  const faults: Record<ServiceName, ServiceFault[]> = { reminders: [], settings: [] };

  const answer = (incoming: IncomingMessage, body: string): ServiceAnswer => {
    const [, token = ''] = /^Bearer (.+)$/u.exec(incoming.headers.authorization ?? '') ?? [];
    const account = accounts.get(token);
    if (account === undefined) return refuse(401, 'INVALID_BEARER_TOKEN', 'The bearer token is not known.');
    const path = (incoming.url ?? '').replace(/\?.*$/u, '');
    const [, deviceId] = /^\/v2\/devices\/([^/]+)\/settings\/System\.timeZone$/u.exec(path) ?? [];
    const [isReminders, alertToken] = /^\/v1\/alerts\/reminders(?:\/([^/]+))?$/u.exec(path) ?? [];
    const service = deviceId === undefined ? 'reminders' : 'settings';
    if (deviceId === undefined && isReminders === undefined) {
      return refuse(404, 'NOT_FOUND', `Nothing is simulated at ${path}.`);
    }
    const fault = faults[service].shift();
    if (fault !== undefined) {
      const { status, code, message } = FAULT_ANSWERS[fault];
      return refuse(status, code, message);
    }
    const method = incoming.method ?? '';
    if (deviceId === undefined) {
      return answerReminders(account, { method, alertToken: decoded(alertToken), body });
    }
    if (method !== 'GET') return refuse(405, 'METHOD_NOT_ALLOWED', `${method} is not allowed here.`);
    if (!account.deviceIds.has(decoded(deviceId) ?? '')) {
      return refuse(403, 'ACCESS_DENIED', 'The token does not have access to this device.');
    }
    return { status: 200, body: account.timezone };
  };

  const server = createServer(async (incoming, outgoing) => {
    try {
      const { status, body } = answer(incoming, await textOf(incoming));
      outgoing.writeHead(status, { 'content-type': 'application/json' });
      outgoing.end(body === undefined ? '' : JSON.stringify(body));
    } catch {
      // The client gave up, or the service is closing.
      outgoing.destroy();
    }
  });
  const port = await listen(server);

  return {
    endpoint: `http://127.0.0.1:${port}`,
    account: (setting) => {
      const userId = userIdOf(setting.user);
      const record = file.records.get(userId) ?? newRecord();
      file.records.set(userId, record);
      const account = createAccount(record, setting, file.save);
      accounts.set(tokenOf(setting.user), account);
      return account;
    },
    fail: (fault, count) => {
      for (let time = 0; time < count; time += 1) faults[serviceOf(fault)].push(fault);
    },
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

const decoded = (part: string | undefined): string | undefined => {
  try {
    return part === undefined ? undefined : decodeURIComponent(part);
  } catch {
    return part;
  }
};

async function textOf(message: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of message) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks).toString('utf8');
}
