import { parseArgs } from 'node:util';
import { optionFault } from '../../command-line/script-options.ts';
import { EXAMPLE_SKILL_ID, readSettings, SETTINGS, type Settings, SettingsError } from '../settings.ts';
import { EXAMPLES, ParametersError, readParameters } from '../skill-package/parameters.ts';
import { DeployError } from './deploy-error.ts';

/** The command line of `npm run deploy` or `npm run destroy`. */
export interface Options {
  readonly help: boolean;
  /** The settings of the stack as given with `-c`, by name. */
  readonly given: Readonly<Record<string, string>>;
  /** The addresses of the privacy policy and the terms; undefined if not given. */
  readonly privacy: string | undefined;
  readonly terms: string | undefined;
  /** The profile of the ASK CLI; undefined for its default. */
  readonly askProfile: string | undefined;
  /** True if a skill is to be created even if one is known. */
  readonly newSkill: boolean;
  /** True if the skill may get an empty table: in another region or account, or without the one that `destroy` kept. */
  readonly newPlace: boolean;
  /** True if it must not ask anything. */
  readonly yes: boolean;
}

const FLAGS = {
  context: { type: 'string', short: 'c', multiple: true },
  privacy: { type: 'string' },
  terms: { type: 'string' },
  'ask-profile': { type: 'string' },
  'new-skill': { type: 'boolean' },
  'new-place': { type: 'boolean' },
  yes: { type: 'boolean', short: 'y' },
  // What is done with it: run-command.ts.
  verbose: { type: 'boolean' },
  help: { type: 'boolean', short: 'h' },
} as const;

/** The options of a command, and the settings that it knows. */
const KNOWN = {
  deploy: { flags: FLAGS, settings: SETTINGS },
  destroy: {
    flags: { context: FLAGS.context, yes: FLAGS.yes, verbose: FLAGS.verbose, help: FLAGS.help },
    settings: ['region'],
  },
} as const;
export type Command = keyof typeof KNOWN;

/**
 * Reads a command line, and the environment for what it lacks.
 *
 * @throws DeployError for an option that cannot be used, or that the command does not have
 */
export function readOptions(
  command: Command,
  args: readonly string[],
  environment: NodeJS.ProcessEnv,
): Options {
  const flags = parse(command, args);
  return {
    help: flags.help === true,
    given: settingsIn(flags.context ?? [], KNOWN[command].settings),
    // An empty value counts as none: a CI sets a variable to an empty text if it has no value for it.
    privacy: flags.privacy || environment.SKILL_PRIVACY_URL || undefined,
    terms: flags.terms || environment.SKILL_TERMS_URL || undefined,
    askProfile: flags['ask-profile'] || environment.ASK_DEFAULT_PROFILE || undefined,
    newSkill: flags['new-skill'] === true,
    newPlace: flags['new-place'] === true,
    yes: flags.yes === true,
  };
}

function parse(command: Command, args: readonly string[]) {
  const options: Partial<typeof FLAGS> = KNOWN[command].flags;
  try {
    return parseArgs({ args: [...args], options: options as typeof FLAGS, strict: true }).values;
  } catch (cause) {
    throw new DeployError('settings', `${optionFault(cause)}. See --help.`, { cause });
  }
}

function settingsIn(context: readonly string[], names: readonly string[]): Record<string, string> {
  const settings = new Map<string, string>();
  for (const [name, value] of context.map((given) => settingIn(given, names))) {
    if (settings.has(name))
      throw new DeployError('settings', `-c ${name}=${value}: this setting was given twice. Give it once.`);
    settings.set(name, value);
  }
  return Object.fromEntries(settings);
}

function settingIn(given: string, names: readonly string[]): [name: string, value: string] {
  const [, name = '', value] = /^([^=]*)=(.*)$/u.exec(given) ?? [];
  if (value === undefined || !names.includes(name))
    throw new DeployError(
      'settings',
      `-c ${given}: expected a setting and its value, such as \`-c region=eu-west-1\`. The settings are ` +
        `${names.join(', ')}.`,
    );
  return [name, value];
}

/**
 * The settings of the stack. If no skill is named, they have the example id.
 *
 * @param region the region of the AWS profile, which is used if no region is given
 * @throws DeployError for a setting that cannot be used
 */
export function settingsOf(
  { given }: Options,
  region: string | undefined,
  environment: NodeJS.ProcessEnv,
): Settings {
  const around = { SKILL_ID: environment.SKILL_ID, CDK_DEFAULT_REGION: region };
  const context: Record<string, string> = { ...given, exampleSkill: 'true' };
  try {
    return readSettings((name) => context[name], around);
  } catch (cause) {
    if (!(cause instanceof SettingsError)) throw cause;
    throw new DeployError('settings', cause.message, { cause });
  }
}

/** The id of the skill that the settings name; null if they name none. */
export function skillIdOf({ skillId }: Settings): string | null {
  return skillId === EXAMPLE_SKILL_ID ? null : skillId;
}

/**
 * The values in the package that depend on the deployment. Addresses that are not given are examples, which is enough
 * for a developer's own devices.
 *
 * @throws DeployError for an address that cannot be used
 */
export function deploymentOf({ privacy, terms }: Options, endpoint = EXAMPLES.endpoint) {
  const flags = Object.entries({ endpoint, privacy, terms }).flatMap(([name, value]) =>
    value === undefined ? [] : [`--${name}`, value],
  );
  try {
    return readParameters(['--example', ...flags], {});
  } catch (cause) {
    if (!(cause instanceof ParametersError)) throw cause;
    throw new DeployError('settings', cause.sentences.join('\n'), { cause });
  }
}
