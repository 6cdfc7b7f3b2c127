import type { VirtualClock } from '../clock/virtual-clock.ts';
import type { JsonRecord } from '../json-value.ts';
import { idsFrom, tokenOf, userIdOf } from './identity.ts';
import type { PermissionStatus } from './permission.ts';
import { nextTime, type ReminderRequest, textToSay } from './reminder-request.ts';

/** A reminder as Amazon's service returns it, and the device on which it was created. */
export interface Reminder extends ReminderRequest {
  readonly alertToken: string;
  readonly createdTime: string;
  readonly updatedTime: string;
  readonly status: 'ON' | 'COMPLETED';
  readonly version: string;
  readonly deviceId: string;
}

/** What Amazon stores about an account and the skill. */
export interface AccountRecord {
  /** The decision about each scope; a scope that was never asked for is absent. */
  permissions: Record<string, PermissionStatus>;
  reminders: Reminder[];
  /** How often the skill was enabled again after it had been disabled. */
  enablements: number;
}

/** Where and when the devices of an account are used. */
export interface AccountOptions {
  /** A short name or a full account id. */
  readonly user: string;
  readonly clock: VirtualClock;
  /** The IANA time zone of its devices. */
  readonly timezone: string;
  readonly locale: string;
  /** The tokens of reminders are derived from it. */
  readonly seed: string;
}

/** A reminder that will sound, and when. */
export interface DueReminder {
  readonly alertToken: string;
  /** Milliseconds since 1970. */
  readonly at: number;
  readonly deviceId: string;
  /** What Alexa says. */
  readonly text: string;
}

/** An Amazon account: its devices, the permissions its holder gave the skill, and the skill's reminders. */
export interface AlexaAccount {
  /** The account id, which is another one each time that the skill is enabled again. */
  readonly userId: string;
  /** `context.System.apiAccessToken`, which changes with the account id. */
  readonly token: string;
  readonly timezone: string;
  readonly clock: VirtualClock;
  /** The ids of the devices registered to it. */
  readonly deviceIds: Set<string>;
  /** The id of the device whose request the skill is answering; null if it is answering none, or an event. */
  deviceInSession: string | null;
  /** `context.System.user.permissions`; undefined until the first decision. */
  permissions(): { readonly scopes: Readonly<Record<string, { status: PermissionStatus }>> } | undefined;
  isGranted(scope: string): boolean;
  decide(scope: string, status: PermissionStatus): void;
  reminders(): readonly Reminder[];
  /** @returns the new reminder. */
  create(request: ReminderRequest, deviceId: string): Reminder;
  /** @returns the changed reminder; null if there is none with the token. */
  change(alertToken: string, request: ReminderRequest): Reminder | null;
  /** @returns whether there was a reminder with the token. */
  remove(alertToken: string): boolean;
  /** The reminder that sounds next; null if none will. */
  due(): DueReminder | null;
  /** Records that a reminder sounded: it is set for its next time, or completed if there is none. */
  sounded(reminder: DueReminder): void;
  /** Deletes permissions and reminders, as Amazon does if the skill is disabled. */
  disable(): void;
  /** Gives the account another id, as Amazon does if a skill is enabled that was disabled. */
  enable(): void;
}

/**
 * Creates an account from its record. A reminder whose time passed before the clock began counts as having sounded.
 *
 * @param record is changed in place.
 * @param changed is called after every change of the record.
 */
export function createAccount(
  record: AccountRecord,
  { user, clock, timezone, locale, seed }: AccountOptions,
  changed: () => void,
): AlexaAccount {
  const nextId = idsFrom(`${seed}/reminders`);
  const times = new Map<string, number>();

  const put = (reminder: Reminder): Reminder => {
    const index = record.reminders.findIndex(({ alertToken }) => alertToken === reminder.alertToken);
    if (index < 0) record.reminders.push(reminder);
    else record.reminders[index] = reminder;
    return reminder;
  };
  /** Stores a reminder and sets it for its next time after a moment. */
  const schedule = (reminder: Reminder, after: number): Reminder => {
    const at = reminder.status === 'ON' ? nextTime(reminder.trigger, after) : null;
    if (at !== null) times.set(reminder.alertToken, at);
    else times.delete(reminder.alertToken);
    return put(at === null ? { ...reminder, status: 'COMPLETED' } : reminder);
  };
  const newToken = (): string => {
    const token = nextId('amzn1.alexa.alert');
    return record.reminders.some(({ alertToken }) => alertToken === token) ? newToken() : token;
  };
  for (const reminder of [...record.reminders]) schedule(reminder, clock.now());

  return {
    get userId() {
      return userIdOf(user, record.enablements);
    },
    get token() {
      return tokenOf(user, record.enablements);
    },
    timezone,
    clock,
    deviceIds: new Set(),
    deviceInSession: null,
    permissions: () => {
      const decided = Object.entries(record.permissions);
      if (decided.length === 0) return undefined;
      return { scopes: Object.fromEntries(decided.map(([scope, status]) => [scope, { status }])) };
    },
    isGranted: (scope) => record.permissions[scope] === 'GRANTED',
    decide: (scope, status) => {
      record.permissions[scope] = status;
      changed();
    },
    reminders: () => record.reminders,
    create: ({ trigger, alertInfo, pushNotification }, deviceId) => {
      const now = new Date(clock.now()).toISOString();
      const reminder: Reminder = {
        ...{ alertToken: newToken(), createdTime: now, updatedTime: now, status: 'ON', version: '1' },
        ...{ trigger, alertInfo, pushNotification, deviceId },
      };
      schedule(reminder, clock.now());
      changed();
      return reminder;
    },
    change: (alertToken, { trigger, alertInfo, pushNotification }) => {
      const known = record.reminders.find((it) => it.alertToken === alertToken);
      if (known === undefined) return null;
      const version = String(Number(known.version) + 1);
      const updatedTime = new Date(clock.now()).toISOString();
      const status = 'ON';
      const reminder = schedule(
        { ...known, trigger, alertInfo, pushNotification, version, updatedTime, status },
        clock.now(),
      );
      changed();
      return reminder;
    },
    remove: (alertToken) => {
      const index = record.reminders.findIndex((it) => it.alertToken === alertToken);
      if (index < 0) return false;
      record.reminders.splice(index, 1);
      times.delete(alertToken);
      changed();
      return true;
    },
    due: () => {
      const [first] = [...times].sort(([, one], [, other]) => one - other);
      const reminder = record.reminders.find(({ alertToken }) => alertToken === first?.[0]);
      if (first === undefined || reminder === undefined) return null;
      const { alertToken, deviceId, alertInfo } = reminder;
      return { alertToken, at: first[1], deviceId, text: textToSay(alertInfo, locale) };
    },
    sounded: ({ alertToken, at }) => {
      const reminder = record.reminders.find((it) => it.alertToken === alertToken);
      if (reminder !== undefined && schedule(reminder, at).status === 'COMPLETED') changed();
    },
    disable: () => {
      record.permissions = {};
      record.reminders = [];
      times.clear();
      changed();
    },
    enable: () => {
      record.enablements += 1;
      changed();
    },
  };
}

/** The record of an account that has never used the skill. */
export const newRecord = (): AccountRecord => ({ permissions: {}, reminders: [], enablements: 0 });

/** A reminder as Amazon's service returns it: without the device on which it was created. */
export function publicReminder({ deviceId: _, ...reminder }: Reminder): JsonRecord {
  return reminder;
}
