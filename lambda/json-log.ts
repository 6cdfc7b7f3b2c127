/** Writes the log: one line of JSON for each message, as Lambda's JSON log format and the metric filters expect it. */
import type { Log, LogFields, Message } from './alexa/log.ts';

/**
 * Amazon, "Using Lambda advanced logging controls": a line that is JSON, with a `level` and a `timestamp` in the format of
 * RFC 3339, is kept as it is.
 *
 * @param service - the name of the skill, in each line
 * @param write - for one line; by default to stdout, and `null` for none at all
 */
export function createJsonLog(service: string, write: ((line: string) => void) | null = toStdout): Log {
  const log = (level: string) => (message: Message, fields: LogFields) =>
    write?.(JSON.stringify({ level, message, timestamp: new Date().toISOString(), service, ...fields }));
  return { info: log('INFO'), warn: log('WARN'), error: log('ERROR') };
}

function toStdout(line: string): void {
  process.stdout.write(`${line}\n`);
}
