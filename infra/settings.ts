/** The settings of a deployment, read from the CDK's context and from the environment. */

/**
 * The regions whose Lambda functions Alexa can call: no other region has the Alexa trigger (Amazon's documentation,
 * read in a copy).
 */
export const REGIONS = ['us-east-1', 'eu-west-1', 'us-west-2', 'ap-northeast-1'] as const;
type Region = (typeof REGIONS)[number];

/** The numbers of days for which CloudWatch Logs can keep a log, up to three years. Its API takes no other number. */
const RETENTIONS = [1, 3, 5, 7, 14, 30, 60, 90, 120, 150, 180, 365, 400, 545, 731, 1096] as const;
/** Days. Long enough to look into a problem that a couple reports after their next weekly check-in, and no longer. */
const DEFAULT_RETENTION = 30;

/** The most hours over which an alarm of CloudWatch can look, with periods of an hour: those of seven days. */
const MOST_HOURS = 7 * 24;

/** The id of no skill. It has the form of a skill id, so that a template can be written before there is a skill. */
export const EXAMPLE_SKILL_ID = 'amzn1.ask.skill.00000000-0000-0000-0000-000000000000';
const SKILL_ID = /^amzn1\.ask\.skill\.[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;
const TABLE_NAME = /^[A-Za-z0-9_.-]{3,255}$/;
const KEY_ARN = /^arn:aws:kms:[a-z0-9-]+:\d{12}:key\/[A-Za-z0-9-]+$/;
const EMAIL = /^[^\s@]+@[^\s@]+$/;

/** The name of the stack in CloudFormation. */
export const STACK = 'OurCheckIn';

/** The names of the settings. */
export const SETTINGS = [
  'skillId',
  'region',
  'alarmEmail',
  'logRetentionDays',
  'reservedConcurrency',
  'quietHours',
  'ignoreAlarms',
  'table',
  'tableKey',
] as const;

/** The settings of a deployment, checked. */
export interface Settings {
  /** The one skill that may call the function. */
  readonly skillId: string;
  readonly region: Region;
  readonly logRetentionDays: number;
  /** The most executions at the same time; undefined if only the limit of the account applies. */
  readonly reservedConcurrency: number | undefined;
  /** The address that gets a mail for each alarm; undefined if the topic has no subscriber. */
  readonly alarmEmail: string | undefined;
  /** After how many hours without a request an alarm sounds; undefined for never. */
  readonly quietHours: number | undefined;
  /** True if alarms do not roll back this release: for a fix that is released while they sound. */
  readonly ignoreAlarms: boolean;
  /** A table to use instead of a new one: kept from an earlier stack, or restored from a backup. */
  readonly existing: ExistingTable | undefined;
}

/** A table that exists already. */
export interface ExistingTable {
  readonly name: string;
  /** The ARN of the key that it is encrypted with. */
  readonly key: string;
}

/**
 * A setting that cannot be used. Its message says in a sentence or two what was expected, what was found, and what to
 * do.
 */
export class SettingsError extends Error {
  override readonly name = 'SettingsError';
}

type Read = (name: string) => unknown;

/** The settings that go back to a default if they are left out, and what that means. */
const DEFAULTS = {
  alarmEmail: 'nobody gets a mail for an alarm',
  logRetentionDays: `logs are kept for ${DEFAULT_RETENTION} days`,
  reservedConcurrency: 'only the limit of the account applies',
  quietHours: 'no alarm sounds if requests stop',
} as const;

/**
 * The settings that differ from their defaults, as they are given on the command line; `none` if there are none. The
 * stack has them as an output, so that the next deployment can say which of them is missing.
 */
export function givenIn(settings: Settings): string {
  const { logRetentionDays } = settings;
  const different = {
    ...settings,
    logRetentionDays: logRetentionDays === DEFAULT_RETENTION ? undefined : logRetentionDays,
  };
  const given = Object.keys(DEFAULTS).flatMap((name) => {
    const value = different[name as keyof typeof DEFAULTS];
    return value === undefined ? [] : [`-c ${name}=${value}`];
  });
  return given.join(' ') || 'none';
}

/**
 * A sentence for each setting that was given before and is left out now.
 *
 * @param before what `givenIn` returned for the settings before
 * @param given the names of the settings that are given now, also of those that are as by default
 */
export function leftOut(before: string, given: readonly string[]): string[] {
  return before.split(/\s*-c /u).flatMap((one) => {
    const [, name = '', value] = /^(\w+)=(.*)$/u.exec(one) ?? [];
    if (!Object.hasOwn(DEFAULTS, name) || value === undefined || given.includes(name)) return [];
    const meaning = DEFAULTS[name as keyof typeof DEFAULTS];
    return [
      `${name} was ${value} until now and is left out, so from now on ${meaning}. To keep it, give \`-c ${name}=${value}\` again.`,
    ];
  });
}

function text(value: unknown): string | undefined {
  if (value === undefined || value === null || value === '') return undefined;
  return String(value);
}

function skillIdFrom(context: Read, environment: NodeJS.ProcessEnv): string {
  const id = text(context('skillId')) ?? text(environment.SKILL_ID);
  if (id === undefined) {
    if (text(context('exampleSkill')) === 'true') return EXAMPLE_SKILL_ID;
    throw new SettingsError(
      'skillId: expected the id of your skill, found nothing. `npm run deploy` creates the skill and ' +
        'knows its id; for the CDK alone, give it as `-c skillId=<id>` or in the environment as SKILL_ID.',
    );
  }
  if (!SKILL_ID.test(id))
    throw new SettingsError(
      `skillId: expected amzn1.ask.skill. and a UUID in lower case, found "${id}". The Alexa developer console shows it ` +
        'under the name of the skill.',
    );
  return id;
}

function regionFrom(context: Read, environment: NodeJS.ProcessEnv): Region {
  const asked = text(context('region')) ?? text(environment.CDK_DEFAULT_REGION) ?? REGIONS[0];
  const region = REGIONS.find((known) => known === asked);
  if (region === undefined)
    throw new SettingsError(
      `region: expected one that Alexa can call (${REGIONS.join(', ')}), found "${asked}". Choose the nearest to those ` +
        'who use the skill, and give it as `-c region=<region>`.',
    );
  return region;
}

function wholeNumber(name: string, value: string, least: number, most = Number.MAX_SAFE_INTEGER): number {
  const number = /^\d+$/.test(value) ? Number(value) : Number.NaN;
  if (number >= least && number <= most) return number;
  const expected = most === Number.MAX_SAFE_INTEGER ? `${least} or more` : `from ${least} to ${most}`;
  throw new SettingsError(`${name}: expected a whole number, ${expected}, found "${value}".`);
}

function quietHoursFrom(context: Read): number | undefined {
  const hours = text(context('quietHours'));
  return hours === undefined ? undefined : wholeNumber('quietHours', hours, 1, MOST_HOURS);
}

function ignoreAlarmsFrom(context: Read): boolean {
  const value = text(context('ignoreAlarms'));
  if (value === undefined || value === 'yes') return value === 'yes';
  throw new SettingsError(`ignoreAlarms: expected yes, or nothing at all, found "${value}".`);
}

function retentionFrom(context: Read): number {
  const value = text(context('logRetentionDays'));
  if (value === undefined) return DEFAULT_RETENTION;
  const days = wholeNumber('logRetentionDays', value, 1);
  if (!RETENTIONS.some((known) => known === days))
    throw new SettingsError(
      `logRetentionDays: expected a number that CloudWatch Logs can keep (${RETENTIONS.join(', ')}), found "${value}".`,
    );
  return days;
}

function alarmEmailFrom(context: Read): string | undefined {
  const email = text(context('alarmEmail'));
  if (email !== undefined && !EMAIL.test(email))
    throw new SettingsError(`alarmEmail: expected an address to write to, found "${email}".`);
  return email;
}

function existingFrom(context: Read, region: Region): ExistingTable | undefined {
  const name = text(context('table'));
  const key = text(context('tableKey'));
  if (name === undefined && key === undefined) return undefined;
  if (name === undefined || key === undefined)
    throw new SettingsError(
      'table, tableKey: expected both or neither, found one. Give the name of the table and the ARN of the key that it is ' +
        'encrypted with: `aws dynamodb describe-table --table-name <name>` shows it as KMSMasterKeyArn.',
    );
  if (!TABLE_NAME.test(name))
    throw new SettingsError(`table: expected the name of a table of DynamoDB, not its ARN, found "${name}".`);
  if (!KEY_ARN.test(key) || key.split(':')[3] !== region)
    throw new SettingsError(
      `tableKey: expected the ARN of a key in ${region} (arn:aws:kms:${region}:<account>:key/<id>), found "${key}".`,
    );
  return { name, key };
}

/**
 * Reads and checks the settings of a deployment. A setting given with `-c` takes precedence over the environment.
 *
 * @param context reads a value of the CDK's context by its name
 * @throws SettingsError for the first setting that cannot be used
 */
export function readSettings(context: Read, environment: NodeJS.ProcessEnv): Settings {
  const concurrency = text(context('reservedConcurrency'));
  const skillId = skillIdFrom(context, environment);
  const region = regionFrom(context, environment);
  return {
    skillId,
    region,
    logRetentionDays: retentionFrom(context),
    reservedConcurrency:
      concurrency === undefined ? undefined : wholeNumber('reservedConcurrency', concurrency, 1),
    alarmEmail: alarmEmailFrom(context),
    quietHours: quietHoursFrom(context),
    ignoreAlarms: ignoreAlarmsFrom(context),
    existing: existingFrom(context, region),
  };
}
