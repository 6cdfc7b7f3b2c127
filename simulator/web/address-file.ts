import { createHash } from 'node:crypto';
import { chmodSync, existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import * as v from 'valibot';

const schema = v.strictObject({
  port: v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(65_535)),
  token: v.string(),
});

/** Where the page of the last run was. */
export interface LastAddress {
  readonly port: number;
  /** The SHA-256 of the token of that run. */
  readonly token: string;
}

/** The file in a data folder that tells where the page was, so that an open page finds the next run. */
export interface AddressFile {
  /** Null if there was no run before, or if the file cannot be read. */
  readonly last: LastAddress | null;
  /** Stores where the page of this run is. */
  save(port: number, token: string): void;
}

/** The SHA-256 of a token, in hexadecimal digits. */
export const hashOf = (token: string): string => createHash('sha256').update(token).digest('hex');

/**
 * Opens the file `web-echo.json`, which only its owner can read. It holds the hash of a token, and not the token.
 *
 * @param data the data folder, or `memory`: then nothing is stored.
 */
export function openAddressFile(data: string): AddressFile {
  if (data === 'memory') return { last: null, save: () => {} };
  const path = join(data, 'web-echo.json');
  return {
    last: read(path),
    save: (port, token) => {
      mkdirSync(data, { recursive: true, mode: 0o700 });
      // The mode is that of a new file alone.
      rmSync(path, { force: true });
      writeFileSync(path, `${JSON.stringify({ port, token: hashOf(token) })}\n`, { mode: 0o600 });
    },
  };
}

function read(path: string): LastAddress | null {
  if (!existsSync(path)) return null;
  try {
    chmodSync(path, 0o600);
    return v.parse(schema, JSON.parse(readFileSync(path, 'utf8')));
  } catch {
    return null;
  }
}
