import { parseArgs } from 'node:util';
import { optionFault } from '../../command-line/script-options.ts';
import { REGIONS } from '../settings.ts';
import type { Deployment } from './manifest.ts';

/** What the command line of `npm run package` asks for. */
export interface Parameters {
  readonly help: boolean;
  readonly deployment: Deployment;
  /** The folder to write the package to. */
  readonly out: string;
  /** One sentence for each value in the package that is only an example. */
  readonly examples: readonly string[];
}

/** The command line cannot be used: `sentences` has one sentence for each fault. */
export class ParametersError extends Error {
  override readonly name = 'ParametersError';
  readonly sentences: readonly string[];

  constructor(sentences: readonly string[]) {
    super(sentences.join('\n'));
    this.sentences = sentences;
  }
}

export const HELP = `Writes the skill package of Our Check-In, in the format of the ASK CLI.

  npm run package -- --endpoint ARN --privacy URL --terms URL
  npm run package -- --example

Options, and the environment variable that is read if an option is missing
  --endpoint ARN   SKILL_ENDPOINT      the alias of the deployed function
  --privacy URL    SKILL_PRIVACY_URL   the address of your privacy policy
  --terms URL      SKILL_TERMS_URL     the address of your terms of use
  --out DIR        SKILL_PACKAGE_DIR   the folder to write to (build/skill-package)
  --example        uses example values for what is missing: to look at the package, not to publish it
  --verbose        after an error that is not expected, says where it arose
  --help           prints this page
`;

const OPTIONS = {
  endpoint: { type: 'string' },
  privacy: { type: 'string' },
  terms: { type: 'string' },
  out: { type: 'string' },
  example: { type: 'boolean' },
  // What is done with it: run-package.ts.
  verbose: { type: 'boolean' },
  help: { type: 'boolean', short: 'h' },
} as const;

const VARIABLES = {
  endpoint: 'SKILL_ENDPOINT',
  privacy: 'SKILL_PRIVACY_URL',
  terms: 'SKILL_TERMS_URL',
  out: 'SKILL_PACKAGE_DIR',
} as const;

export const EXAMPLES: Deployment = {
  endpoint: 'arn:aws:lambda:us-east-1:123456789012:function:our-check-in:live',
  privacy: 'https://example.com/our-check-in/privacy-policy',
  terms: 'https://example.com/our-check-in/terms',
};

const MISSING: Deployment = {
  endpoint:
    'The endpoint is missing: deploy the skill, and give the ARN of its alias with --endpoint or SKILL_ENDPOINT.',
  privacy:
    'The privacy policy is missing: fill in docs/privacy-policy.md, publish it, and give its address with --privacy or SKILL_PRIVACY_URL.',
  terms:
    'The terms of use are missing: fill in docs/terms.md, publish them, and give their address with --terms or SKILL_TERMS_URL.',
};

const ALIAS_ARN =
  /^arn:aws:lambda:([a-z0-9-]+):\d{12}:function:[A-Za-z0-9_-]+:[A-Za-z0-9_-]*[A-Za-z_-][A-Za-z0-9_-]*$/u;

/**
 * Reads each parameter from the flags, or else from the environment, or else, with `--example`, from the examples.
 *
 * @throws ParametersError if a parameter is missing or cannot be used
 */
export function readParameters(
  args: readonly string[],
  environment: Readonly<Record<string, string | undefined>>,
): Parameters {
  const flags = parse(args);
  const given = (name: keyof typeof VARIABLES): string | undefined =>
    flags[name]?.trim() || environment[VARIABLES[name]]?.trim() || undefined;
  const out = given('out') ?? 'build/skill-package';
  if (flags.help === true) return { help: true, deployment: EXAMPLES, out, examples: [] };
  const sentences: string[] = [];
  const examples: string[] = [];
  const take = (name: keyof Deployment): string => {
    const value = given(name);
    if (value !== undefined) {
      const fault = name === 'endpoint' ? faultOfEndpoint(value) : faultOfAddress(name, value);
      if (fault !== null) sentences.push(fault);
      return value;
    }
    if (flags.example === true) examples.push(`--${name} is an example: ${EXAMPLES[name]}`);
    else sentences.push(MISSING[name]);
    return EXAMPLES[name];
  };
  const deployment = { endpoint: take('endpoint'), privacy: take('privacy'), terms: take('terms') };
  if (sentences.length > 0) throw new ParametersError(sentences);
  return { help: false, deployment, out, examples };
}

function parse(args: readonly string[]) {
  try {
    return parseArgs({ args: [...args], options: OPTIONS, strict: true, allowPositionals: false }).values;
  } catch (error) {
    throw new ParametersError([`${optionFault(error)}. See --help.`]);
  }
}

function faultOfEndpoint(value: string): string | null {
  const region = ALIAS_ARN.exec(value)?.[1];
  if (region === undefined) {
    return `--endpoint ${value} is not the ARN of an alias, such as ${EXAMPLES.endpoint}.`;
  }
  if (REGIONS.some((known) => known === region)) return null;
  return `--endpoint is in ${region}, where Alexa cannot call it: deploy to ${REGIONS.join(', ')}.`;
}

function faultOfAddress(name: string, value: string): string | null {
  const isPublic = URL.canParse(value) && /^https:\/\/[^/:]+\.[^/:]+/u.test(new URL(value).href);
  return isPublic ? null : `--${name} ${value} is not a public address that begins with https://.`;
}
