/** The calls that a deployment makes to Alexa, through the ASK CLI. */
import type { v1 } from 'ask-smapi-model';
import { DeployError } from './deploy-error.ts';
import type { ProgramResult, Programs } from './programs.ts';

type Fault = v1.skill.StandardizedError;

/** The build status of a resource of a skill. */
export interface ResourceStatus {
  /** `manifest`, or the locale of an interaction model. */
  readonly name: string;
  readonly status: v1.skill.Status;
  /** Why it failed, a message for each reason that Alexa gives. */
  readonly faults: readonly string[];
}

/** Each method throws a DeployError if Alexa refuses or does not answer, or if the ASK CLI cannot be run. */
export interface Alexa {
  /** Checks that there is a login that Amazon accepts. @returns the name of the developer */
  developer(): Promise<string>;
  /** Creates a skill from the manifest in a file. @returns the id of the skill */
  create(manifest: string): Promise<string>;
  /** The build status of the manifest and the interaction models; null if there is no such skill. */
  status(skillId: string): Promise<ResourceStatus[] | null>;
  /** Uploads the package of the project, and waits until Alexa has imported it. */
  importPackage(): Promise<void>;
  /** Makes the skill usable on the developer's own devices. */
  enable(skillId: string): Promise<void>;
}

/**
 * Alexa, called through the ASK CLI with one of its profiles.
 *
 * @param profile undefined for the default profile
 * @param folder the project of the ASK CLI, which contains ask-resources.json
 */
export function alexaThrough(programs: Programs, profile: string | undefined, folder: string): Alexa {
  const as = profile === undefined ? [] : ['--profile', profile];
  /**
   * Runs a command of the skill management API (SMAPI).
   *
   * @returns the JSON that it printed, or null if it printed none
   */
  const smapi = async (...args: string[]): Promise<unknown> => {
    const command = ['smapi', ...args, ...as];
    const ran = await programs.ask(command, folder);
    if (ran.status === 0) return parsed(ran.stdout);
    throw deployErrorOf(ran, command, profile);
  };
  return {
    async developer() {
      const { vendors = [] } = (await smapi('get-vendor-list')) as v1.vendorManagement.Vendors;
      const [vendor] = vendors;
      if (vendor === undefined)
        throw new DeployError(
          'login',
          'This login is not a developer account yet. Open developer.amazon.com/alexa once, accept the terms, and run this again.',
        );
      return vendor.name ?? vendor.id ?? '';
    },
    async create(manifest) {
      const answer = await smapi('create-skill-for-vendor', '--manifest', `file:${manifest}`);
      const { skillId } = (answer ?? {}) as v1.skill.CreateSkillResponse;
      if (skillId === undefined)
        throw new DeployError(
          'failed',
          'Alexa created a skill but did not return its id. Find the id at developer.amazon.com/alexa/console/ask, and ' +
            'give it as `-c skillId=<id>`.',
        );
      return skillId;
    },
    async status(skillId) {
      try {
        return statusesIn((await smapi('get-skill-status', '--skill-id', skillId)) as v1.skill.SkillStatus);
      } catch (error) {
        if (error instanceof DeployError && error.code === 'no-skill') return null;
        throw error;
      }
    },
    async importPackage() {
      const status = await programs.askInteractive(
        ['deploy', '--target', 'skill-metadata', '--ignore-hash', ...as],
        folder,
      );
      if (status !== 0)
        throw new DeployError(
          'failed',
          'Alexa did not accept the package: the ASK CLI’s message is above. The stack is in place. Correct what ' +
            'that message names, and run this again.',
        );
    },
    async enable(skillId) {
      await smapi('set-skill-enablement', '--skill-id', skillId, '--stage', 'development');
    },
  };
}

/** The status of the manifest first, then that of the model of each locale. */
function statusesIn({ manifest, interactionModel = {} }: v1.skill.SkillStatus): ResourceStatus[] {
  const of = (
    name: string,
    last: { status?: v1.skill.Status; errors?: Fault[] } | undefined,
  ): ResourceStatus => ({
    name,
    // A resource without an update request has been built already.
    status: last?.status ?? 'SUCCEEDED',
    faults: (last?.errors ?? []).map(({ message }) => message ?? '').filter((message) => message !== ''),
  });
  const models = Object.entries(interactionModel).map(([locale, { lastUpdateRequest }]) =>
    of(locale, lastUpdateRequest),
  );
  return [of('manifest', manifest?.lastUpdateRequest), ...models];
}

function parsed(stdout: string): unknown {
  try {
    return JSON.parse(stdout);
  } catch {
    return null;
  }
}

/** What an error message of the ASK CLI means for the person who deploys. */
function deployErrorOf(
  { status, stderr }: ProgramResult,
  command: readonly string[],
  profile: string | undefined,
): DeployError {
  const login = `npm run ask -- configure${profile === undefined ? '' : ` --profile ${/\s/.test(profile) ? `"${profile}"` : profile}`}`;
  const again =
    `Log in with \`${login}\` (it opens a browser; when it asks about AWS, say no: the CDK does that part), and run this ` +
    'again.';
  const said = errorMessageIn(stderr);
  const cause = { cause: new Error(`the ASK CLI ended with ${status}`) };
  if (status === null || /npm (error|ERR!)/.test(stderr)) {
    const [, code = ''] = /npm (?:error|ERR!) code (\S+)/.exec(stderr) ?? [];
    return new DeployError(
      'tool',
      `The ASK CLI could not be downloaded from npm${code && `, which reports ${code}`}. Check the network, npm’s ` +
        'configuration and the free space on this disk, and run this again.',
      cause,
    );
  }
  if (/cli_config not exists|Can't resolve profile|[Nn]o such file.*cli_config/.test(said))
    return new DeployError(
      'login',
      `There is no login to Alexa for the profile "${profile ?? 'default'}" here. ${again}`,
      cause,
    );
  if (/status code 401|"statusCode": 401|invalid_grant|[Rr]efresh token|invalid\/expired/.test(stderr))
    return new DeployError('login', `Amazon no longer accepts this login to Alexa. ${again}`, cause);
  if (/status code 403|"statusCode": 403/.test(stderr))
    return new DeployError(
      'not-allowed',
      `This login to Alexa has no permission for this: ${said} Use the login of the developer who owns the skill.`,
      cause,
    );
  if (/status code 404|"statusCode": 404/.test(stderr))
    return new DeployError('no-skill', `Alexa does not find this: ${said} Check the id of the skill.`, cause);
  if (/ECONNREFUSED|ECONNRESET|ENOTFOUND|EAI_AGAIN|ETIMEDOUT|timeout of/.test(stderr))
    return new DeployError(
      'unreachable',
      'Alexa did not answer. Check the network, and run this again.',
      cause,
    );
  return new DeployError(
    'failed',
    `Alexa refused this: ${said} \`npm run ask -- ${command.join(' ')} --debug\` shows the full answer.`,
    cause,
  );
}

/**
 * The error message of the ASK CLI in one sentence. It prints JSON with a stack trace of its own code, or a single
 * line.
 */
function errorMessageIn(stderr: string): string {
  const [, text = stderr] = /\[Error\]: ([\s\S]*)/.exec(stderr) ?? [];
  const error = parsed(text) as { message?: unknown; errorMessage?: unknown } | null;
  const message = error?.message ?? error?.errorMessage ?? text;
  const [line = ''] = String(message).trim().split('\n');
  return line.replace(/[.\s]*$/u, '.');
}
