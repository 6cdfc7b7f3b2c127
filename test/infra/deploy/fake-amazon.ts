/** A fake of Alexa and AWS in memory, as a deployment uses them. It records the calls in order. */
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import type { StackFound } from '../../../infra/deploy/aws.ts';
import type { Dependencies } from '../../../infra/deploy/dependencies.ts';
import type { ProgramResult } from '../../../infra/deploy/programs.ts';
import { STACK } from '../../../infra/settings.ts';
import listing from '../../../infra/skill-package/listing.json' with { type: 'json' };
import { LOCALES } from '../../../interaction-models/localised-model.ts';

export const NEW_SKILL = 'amzn1.ask.skill.11111111-2222-3333-4444-555555555555';
export const KEY = 'arn:aws:kms:eu-west-1:210987654321:key/12345678-90ab-cdef-1234-567890abcdef';
export const ENDPOINT = 'arn:aws:lambda:eu-west-1:210987654321:function:check-in:live';

/** The outputs of the stack that prepares an account for the CDK. */
const PREPARED = { BootstrapVersion: '33' };

type Complaint = Pick<ProgramResult, 'stderr'> & { status?: number | null };

export interface FakeAmazon {
  readonly dependencies: Dependencies;
  /** The calls and questions, in order. */
  readonly asked: string[];
  /** The lines that were printed. */
  readonly said: string[];
  readonly skills: Set<string>;
  /** The names of the skills that have another one than this project's. */
  readonly names: Map<string, string>;
  /** The endpoints of the skills that have one. */
  readonly endpoints: Map<string, string>;
  /** The outputs of the stacks in the region where something was deployed last. */
  readonly stacks: Map<string, StackFound['outputs']>;
  /** The stacks whose creation failed. They are protected, so that the CDK cannot delete them to create them again. */
  readonly failed: Set<string>;
  /** That region. In the others, the account is only prepared for the CDK. */
  region: string;
  /** The number of the account. */
  account: string;
  /** The commands of the skill management API that are done, and whose answer is lost. */
  readonly lost: Set<string>;
  /** `begun`: the manifest that a skill was created with. `imported`: the manifest of the last package. */
  readonly manifests: {
    begun?: unknown;
    imported?: {
      manifest: { apis: { custom: { endpoint: { uri: string } } }; privacyAndCompliance: object };
    };
  };
  /** The errors that the ASK CLI reports, by the command of the skill management API. */
  readonly complaints: Map<string, Complaint>;
  /** The exit codes of programs that fail, by the beginning of their command line. */
  readonly failing: Map<string, number | null>;
  /** The build statuses of the models: one list for each check, of which the last is repeated. */
  looks: string[][];
  /** What is typed in answer to a question. */
  answer: string;
  /** Whether there is a terminal. */
  interactive: boolean;
}

/** An AWS account that is prepared for the CDK, an Alexa developer without a skill, and nothing deployed, for one test. */
export function fakeAmazon(
  environment: NodeJS.ProcessEnv = {},
  region: string | undefined = 'eu-west-1',
): FakeAmazon {
  const folder = mkdtempSync(join(tmpdir(), 'our-check-in-deploy-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  const project = join(folder, 'build');
  const asked: string[] = [];
  const said: string[] = [];
  const skills = new Set<string>();
  const stacks: FakeAmazon['stacks'] = new Map([['CDKToolkit', PREPARED]]);
  const failed: FakeAmazon['failed'] = new Set();
  const manifests: FakeAmazon['manifests'] = {};
  const complaints: FakeAmazon['complaints'] = new Map();
  const failing: FakeAmazon['failing'] = new Map();
  const names: FakeAmazon['names'] = new Map();
  const endpoints: FakeAmazon['endpoints'] = new Map();
  const lost: FakeAmazon['lost'] = new Set();

  /** The id of the next skill: the first one is `NEW_SKILL`. */
  const created = (): string =>
    skills.has(NEW_SKILL) ? `${NEW_SKILL.slice(0, -1)}${skills.size}` : NEW_SKILL;
  /** A page of the list of skills, with one skill in each. A published one is listed twice. */
  const pageOf = (ids: string[], token: string) => {
    const id = ids[Number(token)];
    const skill = { skillId: id, nameByLocale: { 'en-GB': names.get(id ?? '') ?? listing.name } };
    return {
      skills: id === undefined ? [] : ['development', 'live'].map((stage) => ({ ...skill, stage })),
      isTruncated: Number(token) + 1 < ids.length,
      nextToken: String(Number(token) + 1),
    };
  };

  const smapi = (command: string, args: readonly string[]): unknown => {
    const given = (flag: string): string => args[args.indexOf(flag) + 1] ?? '';
    switch (command) {
      case 'get-vendor-list':
        return { vendors: [{ id: 'M1', name: 'Ana’s skills' }] };
      case 'create-skill-for-vendor':
        manifests.begun = JSON.parse(readFileSync(given('--manifest').replace(/^file:/u, ''), 'utf8'));
        skills.add(created());
        return { skillId: [...skills].at(-1) };
      case 'list-skills-for-vendor':
        return pageOf([...skills], args.includes('--next-token') ? given('--next-token') : '0');
      case 'get-skill-manifest': {
        if (!skills.has(given('--skill-id'))) return undefined;
        const uri = endpoints.get(given('--skill-id'));
        const { privacyAndCompliance = {} } = manifests.imported?.manifest ?? {};
        const custom = uri === undefined ? {} : { endpoint: { uri } };
        return { manifest: { apis: { custom }, privacyAndCompliance } };
      }
      case 'get-skill-status': {
        if (!skills.has(given('--skill-id'))) return undefined;
        const model = manifests.imported === undefined ? [] : (looks(amazon) ?? []);
        return {
          manifest: { lastUpdateRequest: { status: 'SUCCEEDED' } },
          interactionModel: Object.fromEntries(
            model.map((status, at) => [
              LOCALES[at],
              {
                lastUpdateRequest: {
                  status,
                  ...(status === 'FAILED' ? { errors: [{ message: 'No such slot.' }] } : {}),
                },
              },
            ]),
          ),
        };
      }
      default:
        return {};
    }
  };

  const amazon: FakeAmazon = {
    asked,
    said,
    skills,
    names,
    endpoints,
    stacks,
    failed,
    region: 'eu-west-1',
    account: '210987654321',
    lost,
    manifests,
    complaints,
    failing,
    looks: [LOCALES.map(() => 'SUCCEEDED')],
    answer: 'yes',
    interactive: true,
    dependencies: {
      environment,
      project,
      regionOfProfile: async () => region,
      say: (line) => said.push(line),
      get interactive() {
        return amazon.interactive;
      },
      async ask(question) {
        asked.push(`asks: ${question.trim()}`);
        return amazon.answer;
      },
      async wait() {},
      aws: (where) => ({
        async account() {
          asked.push(`aws: whose account, ${where}`);
          return amazon.account;
        },
        async stackNamed(name) {
          const outputs = name === STACK && where !== amazon.region ? undefined : stacks.get(name);
          return outputs === undefined ? null : { outputs, failed: failed.has(name) };
        },
        async unprotect(name) {
          asked.push(`aws: unprotect ${name}`);
          failed.delete(name);
        },
      }),
      programs: {
        async cdk(args) {
          asked.push(`cdk ${args.join(' ')}`);
          const [command = ''] = args;
          const status = failing.get(`cdk ${command}`);
          if (status !== undefined) return status;
          if (command === 'bootstrap') stacks.set('CDKToolkit', PREPARED);
          if (command === 'deploy') {
            if (failed.has(STACK)) return 1;
            const [, skillId = ''] = /skillId=(\S+)/u.exec(args.join(' ')) ?? [];
            const [, table] = / table=(\S+)/u.exec(args.join(' ')) ?? [];
            const [, where = ''] = / region=(\S+)/u.exec(args.join(' ')) ?? [];
            const settings = args.join(' ').match(/-c (?:alarmEmail|quietHours)=\S+/gu) ?? ['none'];
            amazon.region = where;
            stacks.set(STACK, {
              SkillEndpoint: ENDPOINT.replace('eu-west-1', where).replace('210987654321', amazon.account),
              SettingsGiven: settings.join(' '),
              SkillId: skillId,
              TableName: table ?? 'Households',
              TableKey: KEY,
              TableMadeHere: table === undefined ? 'yes' : 'no',
            });
          }
          if (command === 'destroy') stacks.delete(STACK);
          return 0;
        },
        async ask([, command = '', ...args]) {
          asked.push(`ask ${command}`);
          const complaint = complaints.get(command);
          if (complaint !== undefined) return { status: 1, stdout: '', ...complaint };
          const answer = smapi(command, args);
          if (lost.has(command))
            return { status: 1, stdout: '', stderr: '[Error]: {"message":"read ECONNRESET"}' };
          return answer === undefined
            ? {
                status: 1,
                stdout: '',
                stderr: '[Error]: {"message":"Request failed with status code 404"}',
              }
            : { status: 0, stdout: JSON.stringify(answer), stderr: '' };
        },
        async askInteractive(args, folder) {
          asked.push(`ask ${args.slice(0, 3).join(' ')}`);
          const status = failing.get('ask deploy');
          if (status !== undefined) return status;
          const resources = JSON.parse(readFileSync(join(folder, 'ask-resources.json'), 'utf8'));
          const { src } = resources.profiles.default.skillMetadata;
          const imported = JSON.parse(readFileSync(join(folder, src, 'skill.json'), 'utf8'));
          manifests.imported = imported;
          const states = join(folder, '.ask', 'ask-states.json');
          if (!existsSync(states)) return 1;
          const { skillId } = JSON.parse(readFileSync(states, 'utf8')).profiles.default;
          endpoints.set(skillId, imported.manifest.apis.custom.endpoint.uri);
          return 0;
        },
      },
    },
  };
  return amazon;
}

function looks(amazon: FakeAmazon): string[] | undefined {
  const [now, ...later] = amazon.looks;
  if (later.length > 0) amazon.looks = later;
  return now;
}
