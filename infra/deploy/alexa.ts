/** What a deployment asks of Alexa, through the ASK CLI. */
import type { v1 } from 'ask-smapi-model';
import { DeployError } from './deploy-error.ts';
import type { ProgramResult, Programs } from './programs.ts';

type Fault = v1.skill.StandardizedError;

/** How far a resource of a skill has come. */
export interface ResourceStatus {
  /** `manifest`, or the locale of a model. */
  readonly name: string;
  readonly status: v1.skill.Status;
  readonly faults: readonly string[];
}

export interface Alexa {
  /** Checks that there is a login that Amazon takes. @returns the name of the developer. @throws DeployError */
  developer(): Promise<string>;
  /** Creates a skill from the manifest in a file. @returns its id. @throws DeployError */
  create(manifest: string): Promise<string>;
  /** How far its manifest and its models have come; null where there is no such skill. @throws DeployError */
  status(skillId: string): Promise<ResourceStatus[] | null>;
  /** Imports the package of the project. @throws DeployError */
  importPackage(): Promise<void>;
  /** Makes the skill usable on the developer's own devices. @throws DeployError */
  enable(skillId: string): Promise<void>;
}

/**
 * Alexa for a profile of the ASK CLI.
 *
 * @param folder the ASK CLI's project: it holds ask-resources.json
 */
export function alexaThrough(programs: Programs, profile: string | undefined, folder: string): Alexa {
  const as = profile === undefined ? [] : ['--profile', profile];
  /** Runs a command of SMAPI. @returns what it stdout as JSON, null where that is nothing */
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
          'This login is not a developer’s yet. Open developer.amazon.com/alexa once, accept its terms, and run this again.',
        );
      return vendor.name ?? vendor.id ?? '';
    },
    async create(manifest) {
      const answer = await smapi('create-skill-for-vendor', '--manifest', `file:${manifest}`);
      const { skillId } = (answer ?? {}) as v1.skill.CreateSkillResponse;
      if (skillId === undefined)
        throw new DeployError(
          'failed',
          'Alexa created a skill without telling its id. Find it at developer.amazon.com/alexa/console/ask, and give it ' +
            'as `-c skillId=<id>`.',
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
          'Alexa did not take the package: what the ASK CLI said is above. The stack is in place and stays. Mend what ' +
            'it names, and run this again.',
        );
    },
    async enable(skillId) {
      await smapi('set-skill-enablement', '--skill-id', skillId, '--stage', 'development');
    },
  };
}

/** The manifest first, then the models by locale. */
function statusesIn({ manifest, interactionModel = {} }: v1.skill.SkillStatus): ResourceStatus[] {
  const of = (
    name: string,
    last: { status?: v1.skill.Status; errors?: Fault[] } | undefined,
  ): ResourceStatus => ({
    name,
    // A resource that was never changed is as it should be.
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

/** What the ASK CLI's complaint means for who deploys. */
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
      `The ASK CLI could not be fetched from npm${code && `, which says ${code}`}. Check the network, npm’s settings and ` +
        'the space on this disk, and run this again.',
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
    return new DeployError('login', `Amazon does not take this login to Alexa any more. ${again}`, cause);
  if (/status code 403|"statusCode": 403/.test(stderr))
    return new DeployError(
      'not-allowed',
      `This login to Alexa may not do this: ${said} Use the login of the developer who owns the skill.`,
      cause,
    );
  if (/status code 404|"statusCode": 404/.test(stderr))
    return new DeployError(
      'no-skill',
      `Alexa knows nothing of this: ${said} Look whether the id of the skill is right.`,
      cause,
    );
  if (/ECONNREFUSED|ECONNRESET|ENOTFOUND|EAI_AGAIN|ETIMEDOUT|timeout of/.test(stderr))
    return new DeployError(
      'unreachable',
      'Alexa did not answer. Check the network, and run this again.',
      cause,
    );
  return new DeployError(
    'failed',
    `Alexa refused this: ${said} \`npm run ask -- ${command.join(' ')} --debug\` shows all that it said.`,
    cause,
  );
}

/** What the ASK CLI complains of, in one sentence: it prints JSON with the stack of its own code, or a line. */
function errorMessageIn(stderr: string): string {
  const [, text = stderr] = /\[Error\]: ([\s\S]*)/.exec(stderr) ?? [];
  const error = parsed(text) as { message?: unknown; errorMessage?: unknown } | null;
  const message = error?.message ?? error?.errorMessage ?? text;
  const [line = ''] = String(message).trim().split('\n');
  return line.replace(/[.\s]*$/u, '.');
}
