import type { VirtualClock } from '../clock/virtual-clock.ts';
import type { JsonRecord } from '../json-value.ts';
import { idsFrom, userIdOf } from './identity.ts';
import type { PermissionStatus } from './permission.ts';
import { nextTime, type ReminderRequest, textToSay } from './reminder-request.ts';

/** A reminder as Amazon's service returns it, with the device on which it was made. */
export interface Reminder extends ReminderRequest {
  readonly alertToken: string;
  readonly createdTime: string;
  readonly updatedTime: string;
  readonly status: 'ON' | 'COMPLETED';
  readonly version: string;
  readonly deviceId: string;
}

/** What Amazon keeps of an account for a skill. */
export interface AccountRecord {
  /** Scopes by name; one that was never asked for is absent. */
  permissions: Record<string, PermissionStatus>;
  reminders: Reminder[];
}

/** Where an account's devices are, and when it is. */
export interface AccountSetting {
  readonly user: string;
  readonly clock: VirtualClock;
  /** The IANA time zone of its devices. */
  readonly timezone: string;
  readonly locale: string;
  /** The tokens of reminders derive from it. */
  readonly seed: string;
}

/** A reminder that is to sound, and when. */
export interface DueReminder {
  readonly alertToken: string;
  /** Milliseconds since 1970. */
  readonly at: number;
  readonly deviceId: string;
  /** What is said. */
  readonly text: string;
}

/** The account of an Echo: what its holder has allowed the skill, and the reminders the skill has made. */
export interface AlexaAccount {
  readonly userId: string;
  readonly timezone: string;
  readonly clock: VirtualClock;
  /** The devices registered to it. */
  readonly deviceIds: Set<string>;
  /** The device whose request the skill is answering; null outside of a session. */
  deviceInSession: string | null;
  /** `context.System.user.permissions`; undefined as long as nothing was decided. */
  permissions(): { readonly scopes: Readonly<Record<string, { status: PermissionStatus }>> } | undefined;
  isGranted(scope: string): boolean;
  decide(scope: string, status: PermissionStatus): void;
  reminders(): readonly Reminder[];
  /** @returns the new reminder. */
  create(request: ReminderRequest, deviceId: string): Reminder;
  /** @returns the changed reminder; null when there is none with the token. */
  change(alertToken: string, request: ReminderRequest): Reminder | null;
  /** @returns whether there was a reminder with the token. */
  remove(alertToken: string): boolean;
  /** The reminder that sounds next; null when none will. */
  due(): DueReminder | null;
  /** Notes that the reminder sounded: it comes back at its next time, or is completed. */
  sounded(reminder: DueReminder): void;
  /** Takes away permissions and reminders, as Amazon does when the skill is disabled. */
  disable(): void;
}

/**
 * An account on its record. Reminders whose time passed before the clock began have sounded unheard.
 * @param changed is called after every change of the record.
 */
export function createAccount(
  record: AccountRecord,
  { user, clock, timezone, locale, seed }: AccountSetting,
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
  /** Sets a reminder for its next time after a moment. */
  const set = (reminder: Reminder, after: number): Reminder => {
    const at = reminder.status === 'ON' ? nextTime(reminder.trigger, after) : null;
    if (at !== null) times.set(reminder.alertToken, at);
    else times.delete(reminder.alertToken);
    return put(at === null ? { ...reminder, status: 'COMPLETED' } : reminder);
  };
  const newToken = (): string => {
    const token = nextId('amzn1.alexa.alert');
    return record.reminders.some(({ alertToken }) => alertToken === token) ? newToken() : token;
  };
  for (const reminder of [...record.reminders]) set(reminder, clock.now());

  return {
    userId: userIdOf(user),
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
      set(reminder, clock.now());
      changed();
      return reminder;
    },
    change: (alertToken, { trigger, alertInfo, pushNotification }) => {
      const known = record.reminders.find((it) => it.alertToken === alertToken);
      if (known === undefined) return null;
      const version = String(Number(known.version) + 1);
      const updatedTime = new Date(clock.now()).toISOString();
      const status = 'ON';
      const reminder = set(
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
      if (reminder !== undefined && set(reminder, at).status === 'COMPLETED') changed();
    },
    disable: () => {
      record.permissions = {};
      record.reminders = [];
      times.clear();
      changed();
    },
  };
}

/** What Amazon keeps of an account that has never dealt with the skill. */
export const newRecord = (): AccountRecord => ({ permissions: {}, reminders: [] });

/** A reminder as the service returns it: without the device on which it was made. */
export function publicReminder({ deviceId: _, ...reminder }: Reminder): JsonRecord {
  return reminder;
}
