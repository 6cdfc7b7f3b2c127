import { chmodSync, existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import * as v from 'valibot';
import { reasonOf, SimulatorError } from '../simulator-error.ts';
import type { AccountRecord } from './account.ts';

/** The records of all accounts, by account id. */
type AccountRecords = Map<string, AccountRecord>;

const json = v.record(v.string(), v.unknown());
const recordsSchema = v.record(
  v.string(),
  v.object({
    permissions: v.record(v.string(), v.picklist(['GRANTED', 'DENIED'])),
    reminders: v.array(
      v.object({
        alertToken: v.string(),
        createdTime: v.string(),
        updatedTime: v.string(),
        status: v.picklist(['ON', 'COMPLETED']),
        version: v.string(),
        deviceId: v.string(),
        trigger: json,
        alertInfo: json,
        pushNotification: json,
      }),
    ),
    enablements: v.optional(v.pipe(v.number(), v.safeInteger(), v.minValue(0)), 0),
  }),
);

/** The account records in the file `alexa-account.json` of a data folder, which only its owner can read. */
export interface AccountFile {
  readonly records: AccountRecords;
  /** Writes all records to the file, in one step: a crash leaves the old file or the new one. */
  save(): void;
}

/**
 * Reads the account records of a data folder.
 *
 * @param data the folder, created at the first save if it does not exist; or `memory` for records that are not saved.
 * @throws {SimulatorError} `account-unreadable` if the file exists but does not contain account records.
 */
export function openAccountFile(data: string): AccountFile {
  if (data === 'memory') return { records: new Map(), save: () => {} };
  const path = join(data, 'alexa-account.json');
  const records = read(path);
  return {
    records,
    save: () => {
      mkdirSync(data, { recursive: true, mode: 0o700 });
      const text = `${JSON.stringify(Object.fromEntries(records), null, 2)}\n`;
      // The mode is that of a new file alone.
      rmSync(`${path}.new`, { force: true });
      writeFileSync(`${path}.new`, text, { mode: 0o600 });
      renameSync(`${path}.new`, path);
    },
  };
}

function read(path: string): AccountRecords {
  if (!existsSync(path)) return new Map();
  try {
    chmodSync(path, 0o600);
    return new Map(Object.entries(v.parse(recordsSchema, JSON.parse(readFileSync(path, 'utf8')))));
  } catch (error) {
    throw new SimulatorError(
      'account-unreadable',
      `The file ${path} cannot be read (${reasonOf(error).split('\n')[0]}): delete it to begin without reminders.`,
      error,
    );
  }
}
