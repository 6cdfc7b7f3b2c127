/** A fake of Alexa and AWS in memory, as a deployment uses them. It records the calls in order. */
import { existsSync, mkdtempSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Outputs } from '../../../infra/deploy/aws.ts';
import type { Dependencies } from '../../../infra/deploy/dependencies.ts';
import type { ProgramResult } from '../../../infra/deploy/programs.ts';
import { STACK } from '../../../infra/settings.ts';
import { LOCALES } from '../../../interaction-models/localised-model.ts';

export const NEW_SKILL = 'amzn1.ask.skill.11111111-2222-3333-4444-555555555555';
export const KEY = 'arn:aws:kms:eu-west-1:210987654321:key/12345678-90ab-cdef-1234-567890abcdef';
export const ENDPOINT = 'arn:aws:lambda:eu-west-1:210987654321:function:check-in:live';

type Complaint = Pick<ProgramResult, 'stderr'> & { status?: number | null };

export interface FakeAmazon {
  readonly dependencies: Dependencies;
  /** The calls and questions, in order. */
  readonly asked: string[];
  /** The lines that were printed. */
  readonly said: string[];
  readonly skills: Set<string>;
  readonly stacks: Map<string, Outputs>;
  /** `begun`: the manifest that a skill was created with. `imported`: the manifest of the last package. */
  readonly manifests: { begun?: unknown; imported?: unknown };
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

/** An AWS account that is prepared for the CDK, an Alexa developer without a skill, and nothing deployed. */
export function fakeAmazon(
  environment: NodeJS.ProcessEnv = {},
  region: string | undefined = 'eu-west-1',
): FakeAmazon {
  const project = join(mkdtempSync(join(tmpdir(), 'our-check-in-deploy-')), 'build');
  const asked: string[] = [];
  const said: string[] = [];
  const skills = new Set<string>();
  const stacks = new Map<string, Outputs>([['CDKToolkit', {}]]);
  const manifests: FakeAmazon['manifests'] = {};
  const complaints: FakeAmazon['complaints'] = new Map();
  const failing: FakeAmazon['failing'] = new Map();

  const smapi = (command: string, args: readonly string[]): unknown => {
    const given = (flag: string): string => args[args.indexOf(flag) + 1] ?? '';
    switch (command) {
      case 'get-vendor-list':
        return { vendors: [{ id: 'M1', name: 'Ana’s skills' }] };
      case 'create-skill-for-vendor':
        manifests.begun = JSON.parse(readFileSync(given('--manifest').replace(/^file:/u, ''), 'utf8'));
        skills.add(NEW_SKILL);
        return { skillId: NEW_SKILL };
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
    stacks,
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
          return '210987654321';
        },
        outputsOf: async (name) => stacks.get(name) ?? null,
        async unprotect(name) {
          asked.push(`aws: unprotect ${name}`);
        },
      }),
      programs: {
        async cdk(args) {
          asked.push(`cdk ${args.join(' ')}`);
          const [command = ''] = args;
          const status = failing.get(`cdk ${command}`);
          if (status !== undefined) return status;
          if (command === 'bootstrap') stacks.set('CDKToolkit', {});
          if (command === 'deploy') {
            const [, skillId = ''] = /skillId=(\S+)/u.exec(args.join(' ')) ?? [];
            const [, table] = / table=(\S+)/u.exec(args.join(' ')) ?? [];
            stacks.set(STACK, {
              SkillEndpoint: ENDPOINT,
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
          manifests.imported = JSON.parse(readFileSync(join(folder, src, 'skill.json'), 'utf8'));
          return existsSync(join(folder, '.ask', 'ask-states.json')) ? 0 : 1;
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
