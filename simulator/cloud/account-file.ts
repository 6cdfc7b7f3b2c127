import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { reasonOf, SimulatorError } from '../simulator-error.ts';
import type { AccountRecord } from './account.ts';

/** The records of all accounts, by account id. */
export type AccountRecords = Map<string, AccountRecord>;

const part = z.record(z.string(), z.unknown());
const records = z.record(
  z.string(),
  z.object({
    permissions: z.record(z.string(), z.enum(['GRANTED', 'DENIED'])),
    reminders: z.array(
      z.object({
        alertToken: z.string(),
        createdTime: z.string(),
        updatedTime: z.string(),
        status: z.enum(['ON', 'COMPLETED']),
        version: z.string(),
        deviceId: z.string(),
        trigger: part,
        alertInfo: part,
        pushNotification: part,
      }),
    ),
  }),
);

/** The records kept in `alexa-account.json` of a data folder. */
export interface AccountFile {
  readonly records: AccountRecords;
  /** Writes them, whole or not at all. */
  save(): void;
}

/**
 * Opens the records of a data folder, or ones in memory alone.
 * @param data the folder, made if missing, or `memory`.
 * @throws SimulatorError `account-unreadable` when the file is there and is not what was written.
 */
export function openAccountFile(data: string): AccountFile {
  if (data === 'memory') return { records: new Map(), save: () => {} };
  const path = join(data, 'alexa-account.json');
  const kept = read(path);
  return {
    records: kept,
    save: () => {
      mkdirSync(data, { recursive: true });
      const text = `${JSON.stringify(Object.fromEntries(kept), null, 2)}\n`;
      writeFileSync(`${path}.new`, text);
      renameSync(`${path}.new`, path);
    },
  };
}

function read(path: string): AccountRecords {
  if (!existsSync(path)) return new Map();
  try {
    return new Map(Object.entries(records.parse(JSON.parse(readFileSync(path, 'utf8')))));
  } catch (error) {
    throw new SimulatorError(
      'account-unreadable',
      `The file ${path} cannot be read (${reasonOf(error).split('\n')[0]}): delete it to begin without reminders.`,
      error,
    );
  }
}
