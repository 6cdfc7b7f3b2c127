import { parseArgs } from 'node:util';
import { isTimezone, readLocalTime } from '../clock/local-time.ts';
import { DEVICE_KINDS, type DeviceKind } from '../device/device-kind.ts';
import { SimulatorError } from '../simulator-error.ts';

/** The options of the command line. */
export interface Options {
  readonly help: boolean;
  readonly version: boolean;
  readonly json: boolean;
  /** The utterance to understand; null to run the Echo. */
  readonly parse: string | null;
  /** The id of the state whose question the utterance answers; null if none is given. */
  readonly state: string | null;
  /** The data folder, or `memory`. */
  readonly data: string;
  readonly device: DeviceKind;
  readonly deviceId: string;
  readonly locale: string;
  readonly user: string;
  /** The moment at which the virtual clock begins. */
  readonly start: Date;
  readonly timezone: string;
  /** What ids are derived from. */
  readonly seed: string;
  readonly strict: boolean;
  /** Whether the devices ignore Dialog.ElicitSlot. */
  readonly noElicit: boolean;
  /** Whether the page is left out. */
  readonly noWeb: boolean;
  /** The file to read in place of standard input; null for standard input. */
  readonly script: string | null;
}

/** The values of options that are not given. */
export interface Defaults {
  readonly now: Date;
  /** The time zone of this machine. */
  readonly timezone: string;
  /** A seed that is different in every run. */
  readonly seed: string;
}

export const HELP = `Our Check-In on this machine: an Echo in the terminal, and in the browser.

  npm start                                  talk to it, here or on the page whose address it prints
  npm run --silent simulate -- --json        the same for programs: a command a line in, a JSON object a line out
  npm run --silent simulate -- --parse "UTTERANCE" [--state ID]
                                             what Alexa would understand, and nothing else

Options (with npm, after --)
  --data DIR|memory     where progress, reminders and permissions are kept (.local/data)
  --device KIND         echo, show, show-round or alexa-plus (echo); alexa-plus is a speaker of an account with Alexa+
  --device-id NAME      the name of the first device (kitchen)
  --locale LOCALE       the country: en-US, en-GB, en-CA, en-AU or en-IN (en-US)
  --user ID             the account (demo)
  --at TIME             the local time at which the clock begins, e.g. 2026-11-22T19:00:00 (now)
  --timezone ZONE       e.g. America/New_York (this machine's)
  --seed N              the same seed gives the same request and session ids (a new one each run)
  --strict              only what the interaction model holds word for word is understood
  --no-elicit           a device that ignores which slot the skill asks for
  --no-web              without the page in the browser
  --script FILE         read the lines from a file
  --version             the version of the skill
  --help                this page

Lines besides what is said
  (silence)  (wait 20h)  (as NAME)  (as nobody)  (on DEVICE)  (tap ID)  (disable)  (enable)
  (grant reminders)  (revoke reminders)
  (fault NAME N)        the next N calls fail so: throttle, timeout, down (the database); reminders-unsupported,
                        reminders-full, reminders-down, settings-refused, settings-down (Alexa's services);
                        sound, sound-mute (a device that cannot play APLA); launch, answer (Alexa takes the
                        words for herself)
`;

const DEFINITIONS = {
  help: { type: 'boolean', short: 'h' },
  version: { type: 'boolean' },
  json: { type: 'boolean' },
  parse: { type: 'string' },
  state: { type: 'string' },
  data: { type: 'string' },
  device: { type: 'string' },
  'device-id': { type: 'string' },
  locale: { type: 'string' },
  user: { type: 'string' },
  at: { type: 'string' },
  timezone: { type: 'string' },
  seed: { type: 'string' },
  strict: { type: 'boolean' },
  'no-elicit': { type: 'boolean' },
  'no-web': { type: 'boolean' },
  script: { type: 'string' },
} as const;

/**
 * Reads the command line.
 *
 * @param args the arguments after the name of the script.
 * @throws {SimulatorError} `bad-option` if an option is unknown or its value is not valid.
 */
export function readOptions(args: readonly string[], defaults: Defaults): Options {
  const values = parse(args);
  const timezone = values.timezone ?? defaults.timezone;
  if (!isTimezone(timezone)) throw bad(`--timezone ${timezone} is not a time zone such as America/New_York.`);
  const device = DEVICE_KINDS.find((kind) => kind === (values.device ?? 'echo'));
  if (device === undefined) throw bad(`--device ${values.device} is not one of ${DEVICE_KINDS.join(', ')}.`);
  const start = values.at === undefined ? defaults.now : readLocalTime(values.at, timezone);
  if (start === null) throw bad(`--at ${values.at} is not a local time such as 2026-11-22T19:00:00.`);
  const locale = values.locale ?? 'en-US';
  if (!/^[a-z]{2}-[A-Z]{2}$/u.test(locale)) throw bad(`--locale ${locale} is not a locale such as en-US.`);
  if (values.seed !== undefined && !/^-?\d+$/u.test(values.seed)) {
    throw bad(`--seed ${values.seed} is not a whole number.`);
  }
  if (values.state !== undefined && values.parse === undefined) throw bad('--state goes with --parse only.');
  for (const name of ['data', 'user', 'device-id', 'script'] as const) {
    if (values[name]?.trim() === '') throw bad(`--${name} is empty.`);
  }
  return {
    help: values.help ?? false,
    version: values.version ?? false,
    json: values.json ?? false,
    parse: values.parse ?? null,
    state: values.state ?? null,
    data: values.data ?? '.local/data',
    device,
    deviceId: values['device-id'] ?? 'kitchen',
    locale,
    user: values.user ?? 'demo',
    start,
    timezone,
    seed: seedOf(values.seed, values.at, defaults),
    strict: values.strict ?? false,
    noElicit: values['no-elicit'] ?? false,
    noWeb: values['no-web'] ?? false,
    script: values.script ?? null,
  };
}

/**
 * The time given with --at is part of the seed. A second evening that is played on the same data with the same seed is
 * another evening, so its requests must not have the ids of the first one.
 */
const seedOf = (seed: string | undefined, at: string | undefined, defaults: Defaults): string =>
  seed === undefined ? defaults.seed : `${seed}@${at ?? ''}`;

function parse(args: readonly string[]) {
  try {
    return parseArgs({ args: [...args], options: DEFINITIONS, strict: true, allowPositionals: false }).values;
  } catch (error) {
    const [sentence] = error instanceof Error ? error.message.split('\n') : ['The options cannot be read.'];
    const [, option] = /'(--[\w-]+)[^']*' argument is ambiguous/u.exec(sentence ?? '') ?? [];
    const written =
      option === undefined ? '' : ` Write ${option}=${args[args.indexOf(option) + 1]} if that is its value.`;
    throw new SimulatorError(
      'bad-option',
      `${sentence?.replace(/\.? To specify.*$/u, '').replace(/\.$/u, '')}.${written}`,
      error,
    );
  }
}

const bad = (sentence: string): SimulatorError => new SimulatorError('bad-option', sentence);
