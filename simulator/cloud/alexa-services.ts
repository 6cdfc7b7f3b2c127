import { createServer, type IncomingMessage } from 'node:http';
import { text } from 'node:stream/consumers';
import { answerFailure, closeServer, guard, listen } from '../local-server.ts';
import { type AccountOptions, type AlexaAccount, createAccount, newRecord } from './account.ts';
import { openAccountFile } from './account-file.ts';
import { userIdOf } from './identity.ts';
import { answerReminders } from './reminders-service.ts';
import { notSimulated, refuse, type ServiceAnswer } from './service-answer.ts';
import { FAULT_ANSWERS, type ServiceFault, type ServiceName, serviceOf } from './service-fault.ts';

/** Alexa's own services that are simulated: the settings of a device (its time zone) and reminders. */
export interface AlexaServices {
  /** `context.System.apiEndpoint`, e.g. `http://127.0.0.1:40879`. */
  readonly endpoint: string;
  /** Opens the account of a user from its stored record. It replaces an account that was opened before. */
  account(options: AccountOptions): AlexaAccount;
  /** Makes `count` more of the next calls to the fault's service fail in this way. */
  fail(fault: ServiceFault, count: number): void;
  /** One sentence for each call since the last time that asked for what is not simulated, or on which they failed. */
  reports(): string[];
  /** Stops the services, and closes every connection. */
  close(): Promise<void>;
}

/**
 * Starts Alexa's services on 127.0.0.1: `GET /v2/devices/{id}/settings/System.timeZone` and
 * `/v1/alerts/reminders`. The time is that of each account's virtual clock. Source of paths and statuses: ask-sdk-model
 * 1.86.0, `services.ups` and `services.reminderManagement`. [?] Amazon documents only some of the codes in answers. Every
 * other call is refused, and reported.
 *
 * @param data the folder in which reminders and permissions are stored, or `memory`.
 * @throws {SimulatorError} `account-unreadable` if the stored accounts cannot be read.
 */
export async function startAlexaServices(data: string): Promise<AlexaServices> {
  const file = openAccountFile(data);
  /** By the id that each had at first. */
  const accounts = new Map<string, AlexaAccount>();
  const faults: Record<ServiceName, ServiceFault[]> = { reminders: [], settings: [] };
  const reports = new Set<string>();

  const answer = (incoming: IncomingMessage, body: string): ServiceAnswer => {
    const [, token = ''] = /^Bearer (.+)$/u.exec(incoming.headers.authorization ?? '') ?? [];
    const account = [...accounts.values()].find((it) => it.token === token);
    if (account === undefined) return refuse(401, 'INVALID_BEARER_TOKEN', 'The bearer token is not known.');
    const path = (incoming.url ?? '').replace(/\?.*$/u, '');
    const [, deviceId] = /^\/v2\/devices\/([^/]+)\/settings\/System\.timeZone$/u.exec(path) ?? [];
    const [isReminders, alertToken] = /^\/v1\/alerts\/reminders(?:\/([^/]+))?$/u.exec(path) ?? [];
    const service = deviceId === undefined ? 'reminders' : 'settings';
    if (deviceId === undefined && isReminders === undefined) {
      return notSimulated(404, 'NOT_FOUND', `${incoming.method} ${path}`);
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
      const { status, body, notSimulated: what } = answer(incoming, await text(incoming));
      if (what !== undefined) reports.add(`${what} is not simulated: the skill got the status ${status}.`);
      outgoing.writeHead(status, { 'content-type': 'application/json' });
      outgoing.end(body === undefined ? '' : JSON.stringify(body));
    } catch (error) {
      const report = answerFailure(incoming, outgoing, error);
      if (report !== null) reports.add(report);
    }
  });
  // Without a secret in the path, because each account has a token of its own.
  guard(server);
  const port = await listen(server);

  return {
    endpoint: `http://127.0.0.1:${port}`,
    account: (options) => {
      const userId = userIdOf(options.user);
      const record = file.records.get(userId) ?? newRecord();
      file.records.set(userId, record);
      const account = createAccount(record, options, file.save);
      accounts.set(userId, account);
      return account;
    },
    fail: (fault, count) => {
      for (let time = 0; time < count; time += 1) faults[serviceOf(fault)].push(fault);
    },
    reports: () => {
      const taken = [...reports];
      reports.clear();
      return taken;
    },
    close: () => closeServer(server),
  };
}

const decoded = (part: string | undefined): string | undefined => {
  try {
    return part === undefined ? undefined : decodeURIComponent(part);
  } catch {
    return part;
  }
};
