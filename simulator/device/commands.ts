import { PERMISSIONS } from '../cloud/permission.ts';
import { SERVICE_FAULTS, type ServiceFault } from '../cloud/service-fault.ts';
import { FAULTS, type Fault } from '../database/database-meter.ts';
import { DEVICE_FAULTS, type DeviceFault } from './device-fault.ts';

/** One line of input, parsed. */
export type Command =
  | { readonly kind: 'speech'; readonly words: string; readonly wakeWord: boolean }
  | { readonly kind: 'silence' }
  | { readonly kind: 'wait'; readonly seconds: number }
  | { readonly kind: 'speaker'; readonly name: string | null }
  | { readonly kind: 'tap'; readonly id: string; readonly token?: string }
  | { readonly kind: 'disable' }
  | { readonly kind: 'enable' }
  | { readonly kind: 'fault'; readonly fault: Fault; readonly count: number }
  | { readonly kind: 'service-fault'; readonly fault: ServiceFault; readonly count: number }
  | { readonly kind: 'device-fault'; readonly fault: DeviceFault; readonly count: number }
  | { readonly kind: 'grant' | 'revoke'; readonly scope: string }
  | { readonly kind: 'device'; readonly name: string }
  | { readonly kind: 'comment' }
  | { readonly kind: 'unknown'; readonly problem: string };

const COMMANDS =
  'Commands are (silence), (wait 20h), (as NAME), (as nobody), (tap ID), (disable), (enable), (grant reminders), (revoke reminders), (fault throttle 2), (on DEVICE).';

/** The units of `(wait ...)`, in seconds. */
const UNITS: Readonly<Record<string, number>> = { s: 1, m: 60, h: 3600, d: 86_400 };

const SECONDS_PER_YEAR = 365 * 86_400;

/** The longest wait that is accepted: a hundred years. */
const LONGEST_WAIT_SECONDS = 100 * SECONDS_PER_YEAR;

/** Parses a line of input. Never throws: a line that is not valid becomes `unknown`, with a sentence that says why. */
export function parseCommand(line: string): Command {
  const text = line.trim();
  if (text === '' || text.startsWith('#')) return { kind: 'comment' };
  const command = /^\(\s*([^()]*?)\s*\)$/u.exec(text);
  if (command !== null) return parseParenthesised(command[1] ?? '', text);
  if (text.startsWith('(')) return unknown(text);
  const woken = /^alexa(?![\p{L}\p{N}'’])[\s,.:;!-]*/iu.exec(text);
  if (woken === null) return { kind: 'speech', words: text, wakeWord: false };
  return { kind: 'speech', words: text.slice(woken[0].length), wakeWord: true };
}

/** The words after the wake word; null if a line is said without it, or is a command of the simulator. */
export function wokenWords(line: string): string | null {
  const command = parseCommand(line);
  return command.kind === 'speech' && command.wakeWord ? command.words : null;
}

function parseParenthesised(inside: string, text: string): Command {
  const [, verb = '', rest = ''] = /^(\S*)\s*(.*)$/u.exec(inside) ?? [];
  switch (verb.toLowerCase()) {
    case 'silence':
    case 'disable':
    case 'enable':
      return rest === '' ? { kind: verb.toLowerCase() as 'silence' } : unknown(text);
    case 'wait':
      return parseWait(rest);
    case 'as':
      if (rest === '') return invalid('(as ...) needs a name, or "nobody".');
      return { kind: 'speaker', name: rest.toLowerCase() === 'nobody' ? null : rest };
    case 'tap':
      return rest === '' ? invalid('(tap ...) needs the id of what is touched.') : { kind: 'tap', id: rest };
    case 'on':
      return rest === '' ? invalid('(on ...) needs the name of a device.') : { kind: 'device', name: rest };
    case 'grant':
    case 'revoke':
      return parsePermission(verb.toLowerCase() as 'grant' | 'revoke', rest);
    case 'fault':
      return parseFault(rest);
    default:
      return unknown(text);
  }
}

function parseWait(duration: string): Command {
  const parts = [...duration.matchAll(/(\d+(?:\.\d+)?)\s*([smhd])\s*/giu)];
  const readable = parts.length > 0 && parts.map(([part]) => part).join('') === duration;
  const seconds = parts.reduce(
    (sum, [, n, unit = '']) => sum + Number(n) * (UNITS[unit.toLowerCase()] ?? 0),
    0,
  );
  if (!readable) return invalid(`(wait ${duration}) needs a duration such as 60s, 5m, 20h or 7d.`);
  if (seconds > LONGEST_WAIT_SECONDS) return invalid(`(wait ${duration}) is longer than a hundred years.`);
  return { kind: 'wait', seconds };
}

function parseFault(rest: string): Command {
  const [, name = '', times = '1'] = /^(\S+)(?:\s+(\d+))?$/u.exec(rest) ?? [];
  const fault = FAULTS.find((known) => known === name.toLowerCase());
  const serviceFault = SERVICE_FAULTS.find((known) => known === name.toLowerCase());
  const deviceFault = DEVICE_FAULTS.find((known) => known === name.toLowerCase());
  const count = Number(times);
  if (count >= 1 && count <= 1000) {
    if (fault !== undefined) return { kind: 'fault', fault, count };
    if (serviceFault !== undefined) return { kind: 'service-fault', fault: serviceFault, count };
    if (deviceFault !== undefined) return { kind: 'device-fault', fault: deviceFault, count };
  }
  const known = [...FAULTS, ...SERVICE_FAULTS, ...DEVICE_FAULTS].join(', ');
  return invalid(`(fault ${rest}) needs one of ${known} and a number from 1 to 1000.`);
}

function parsePermission(kind: 'grant' | 'revoke', name: string): Command {
  const known = name.toLowerCase();
  const scope = Object.hasOwn(PERMISSIONS, known) ? PERMISSIONS[known] : undefined;
  if (scope !== undefined) return { kind, scope };
  return invalid(`(${kind} ${name}) needs the name of a permission: ${Object.keys(PERMISSIONS).join(', ')}.`);
}

const invalid = (problem: string): Command => ({ kind: 'unknown', problem });

const unknown = (text: string): Command => ({
  kind: 'unknown',
  problem: `${text} is not a command. ${COMMANDS}`,
});
