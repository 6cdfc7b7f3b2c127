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

/** A skill of this developer, and its endpoint: the ARN of a function, or an address; null if it never had one. */
export interface SkillFound {
  readonly skillId: string;
  readonly endpoint: string | null;
}

/** The public addresses of a privacy policy and of terms of use. */
export interface Addresses {
  readonly privacy: string | undefined;
  readonly terms: string | undefined;
}

/** Each method throws a DeployError if Alexa refuses or does not answer, or if the ASK CLI cannot be run. */
export interface Alexa {
  /** Checks that there is a login that Amazon accepts. @returns the name of the developer */
  developer(): Promise<string>;
  /**
   * Creates a skill from the manifest in a file. If it throws an error with the code `unreachable` or `unclear`, the
   * skill may have been created.
   *
   * @returns the id of the skill
   */
  create(manifest: string): Promise<string>;
  /** The skills of this developer that have this name in some language. */
  skillsNamed(name: string): Promise<SkillFound[]>;
  /** The endpoint of a skill; null if it has none. */
  endpointOf(skillId: string): Promise<string | null>;
  /** The addresses that a skill names, each undefined if it names none. */
  addressesOf(skillId: string): Promise<Addresses>;
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
  const manifestOf = async (skillId: string): Promise<v1.skill.Manifest.SkillManifest> => {
    try {
      const answer = await smapi('get-skill-manifest', '--skill-id', skillId);
      const { manifest = {} } = (answer ?? {}) as v1.skill.Manifest.SkillManifestEnvelope;
      return manifest;
    } catch (error) {
      // A skill that was created a moment ago has no manifest yet.
      if (error instanceof DeployError && error.code === 'no-skill') return {};
      throw error;
    }
  };
  const endpointOf = async (skillId: string): Promise<string | null> => {
    const { endpoint, regions = {} } = (await manifestOf(skillId)).apis?.custom ?? {};
    const all = [endpoint, ...Object.values(regions).map((region) => region.endpoint)];
    return all.find((one) => one?.uri !== undefined)?.uri ?? null;
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
        throw new DeployError('unclear', 'Alexa did not return the id of the skill.');
      return skillId;
    },
    async skillsNamed(name) {
      const ids = new Set<string>();
      let token: string | undefined;
      do {
        const page = token === undefined ? [] : ['--next-token', token];
        const answer = await smapi('list-skills-for-vendor', '--max-results', '50', ...page);
        const { skills = [], isTruncated, nextToken } = (answer ?? {}) as v1.skill.ListSkillResponse;
        // A published skill is listed once for each of its stages.
        for (const { skillId, nameByLocale = {} } of skills)
          if (skillId !== undefined && Object.values(nameByLocale).includes(name)) ids.add(skillId);
        token = isTruncated === true ? nextToken : undefined;
      } while (token !== undefined);
      const found: SkillFound[] = [];
      for (const skillId of ids) found.push({ skillId, endpoint: await endpointOf(skillId) });
      return found;
    },
    endpointOf,
    async addressesOf(skillId) {
      const [locale] = Object.values((await manifestOf(skillId)).privacyAndCompliance?.locales ?? {});
      return { privacy: locale?.privacyPolicyUrl, terms: locale?.termsOfUseUrl };
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
    /status code 4\d\d|"statusCode": ?4\d\d/.test(stderr) ? 'failed' : 'unclear',
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
