/** From a clone to a speaker: what `npm run deploy` does, in order, each step saying what it does. */
import { mkdirSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { LOCALES } from '../../interaction-models/localised-model.ts';
import { type Settings, STACK } from '../settings.ts';
import { manifestToBegin } from '../skill-package/manifest.ts';
import { packageFaults } from '../skill-package/package-faults.ts';
import { packageFiles, writePackage } from '../skill-package/package-files.ts';
import { type Alexa, alexaThrough, type ResourceStatus } from './alexa.ts';
import { PACKAGE, prepareProject, skillIdIn } from './ask-project.ts';
import type { Aws, Outputs } from './aws.ts';
import type { Dependencies } from './dependencies.ts';
import { DeployError } from './deploy-error.ts';
import { deploymentOf, type Options, settingsOf, skillIdOf } from './options.ts';

/** What the CDK keeps in an account that it deploys to. */
const BOOTSTRAP = 'CDKToolkit';

/** Seconds between two looks at how far Alexa is, and looks before it is given up: a model takes a minute or two. */
const POLL_SECONDS = 5;
const POLLS = 240;

/** Deploys. Whatever it comes upon half done, it goes on from. @throws DeployError */
export async function deploy(options: Options, dependencies: Dependencies): Promise<void> {
  const { say, project } = dependencies;
  // All that can be known to be wrong is said before anything is made.
  const settings = settingsOf(options, await dependencies.regionOfProfile(), dependencies.environment);
  deploymentOf(options);
  if (options.newSkill && skillIdOf(settings) !== null)
    throw new DeployError(
      'settings',
      'skillId names a skill, and `--new-skill` would create one: give one of the two.',
    );
  const alexa = alexaThrough(dependencies.programs, options.askProfile, project);
  const aws = dependencies.aws(settings.region);

  say('1 of 6: Checking who deploys. The first time, this fetches the ASK CLI, which takes a minute.');
  mkdirSync(project, { recursive: true });
  say(`  At Alexa: ${await alexa.developer()}.`);
  const account = await aws.account();
  say(`  At AWS: account ${account}, in ${settings.region}.`);
  refuseToLoseTable(settings, await aws.outputsOf(STACK));
  if (!options.yes && !dependencies.interactive)
    throw new DeployError(
      'not-confirmed',
      'Nobody can be asked here whether new rights in AWS are all right. With `--yes` it does not ask.',
    );

  say('2 of 6: Looking for the skill.');
  const skillId = await skillFor(skillIdOf(settings), alexa, aws, options, dependencies);

  say('3 of 6: Looking whether the account is prepared for the CDK.');
  if ((await aws.outputsOf(BOOTSTRAP)) === null) {
    say('  It is not: preparing it, once.');
    const status = await dependencies.programs.cdk(['bootstrap', `aws://${account}/${settings.region}`]);
    if (status !== 0)
      throw new DeployError(
        'failed',
        'The account could not be prepared: what the CDK said is above. Mend what it names, and run this again.',
      );
  } else say('  It is.');

  say('4 of 6: Deploying what answers the skill.');
  await deployStack(skillId, settings.region, options, dependencies);
  const endpoint = (await aws.outputsOf(STACK))?.SkillEndpoint;
  if (endpoint === undefined)
    throw new DeployError(
      'failed',
      `The stack ${STACK} does not tell its endpoint. Look at it in AWS’s console.`,
    );

  say('5 of 6: Handing Alexa the package, and waiting until its models are built. It takes a few minutes.');
  const { deployment, examples } = deploymentOf(options, endpoint);
  const files = packageFiles(deployment);
  const faults = packageFaults(files);
  if (faults.length > 0)
    throw new DeployError(
      'package',
      `The package is not in order:\n${faults.map((fault) => `  ${fault}`).join('\n')}`,
    );
  writePackage(join(project, PACKAGE), files);
  await alexa.importPackage();
  await waitUntilBuilt(skillId, ['manifest', ...LOCALES], alexa, dependencies);

  say('6 of 6: Enabling the skill for you.');
  await alexa.enable(skillId);
  say('');
  say('Done. Say "Alexa, start our check-in" to an Echo of your account, in English.');
  if (examples.length > 0) {
    say(
      'Enough for your own devices. Before you publish it, give the addresses of your privacy policy and your terms:',
    );
    for (const example of examples) say(`  ${example}`);
  }
}

/** @throws DeployError where the households would be left behind in a table that was named before, and is not now */
function refuseToLoseTable({ existing }: Settings, outputs: Outputs | null): void {
  if (existing !== undefined || outputs?.TableMadeHere !== 'no') return;
  const { TableName: table, TableKey: key } = outputs;
  throw new DeployError(
    'settings',
    `The skill uses the table ${table}, which was named with \`-c table\`: without it, every couple would begin anew, with ` +
      `an empty table. Give it again: \`-c table=${table} -c tableKey=${key}\`.`,
  );
}

/** The id of the skill to deploy: the one that was named, or was deployed from here, or by this stack; else a new one. */
async function skillFor(
  named: string | null,
  alexa: Alexa,
  aws: Aws,
  { askProfile, newSkill }: Options,
  { project, say, wait }: Dependencies,
): Promise<string> {
  const before = async () => skillIdIn(project, askProfile) ?? (await aws.outputsOf(STACK))?.SkillId ?? null;
  const known = named ?? (newSkill ? null : await before());
  if (known !== null) {
    if ((await alexa.status(known)) === null)
      throw new DeployError(
        'no-skill',
        `There is no skill ${known} of this developer. Log in to Alexa as the developer who has it, or name another as ` +
          '`-c skillId=<id>`. If it was deleted, `--new-skill` creates one: Alexa then takes every couple for new.',
      );
    say(`  It is ${known}.`);
    prepareProject(project, known, askProfile);
    return known;
  }
  say(newSkill ? '  Creating a new one, as you said.' : '  There is none: creating it.');
  const manifest = resolve(project, 'manifest-to-begin.json');
  writeFileSync(manifest, `${JSON.stringify(manifestToBegin(), null, 2)}\n`);
  const created = await alexa.create(manifest);
  say(`  It is ${created}.`);
  // Whatever fails from here on, this skill is found again.
  prepareProject(project, created, askProfile);
  await waitUntilBuilt(created, ['manifest'], alexa, { say, wait });
  return created;
}

async function deployStack(
  skillId: string,
  region: string,
  { given, yes }: Options,
  { programs }: Dependencies,
): Promise<void> {
  const settings = Object.entries({ ...given, skillId, region });
  const status = await programs.cdk([
    'deploy',
    STACK,
    ...settings.flatMap(([name, value]) => ['-c', `${name}=${value}`]),
    // New rights are shown, and asked about, unless nothing is to be asked.
    '--require-approval',
    yes ? 'never' : 'broadening',
  ]);
  if (status !== 0)
    throw new DeployError(
      'failed',
      'The stack was not deployed: what the CDK said is above. What was in place before is as it was. Mend what it ' +
        'names, and run this again: the skill is kept.',
    );
}

/** Waits until Alexa is done with the manifest and the models. @throws DeployError where one fails, or it takes too long */
async function waitUntilBuilt(
  skillId: string,
  names: readonly string[],
  alexa: Alexa,
  { say, wait }: Pick<Dependencies, 'say' | 'wait'>,
): Promise<void> {
  const ready = new Set<string>();
  for (let poll = 0; poll < POLLS; poll += 1) {
    const all = ((await alexa.status(skillId)) ?? []).filter(({ name }) => names.includes(name));
    const failed = all.filter(({ status }) => status === 'FAILED');
    if (failed.length > 0)
      throw new DeployError('failed', `Alexa could not build this:\n${failed.map(faultsOf).join('\n')}`);
    for (const { name, status } of all) {
      if (status !== 'SUCCEEDED' || ready.has(name)) continue;
      ready.add(name);
      say(`  Ready: ${name}.`);
    }
    if (names.every((name) => ready.has(name))) return;
    await wait(POLL_SECONDS);
  }
  throw new DeployError(
    'failed',
    `Alexa is still not done after ${(POLLS * POLL_SECONDS) / 60} minutes. Run this again: what is in place is kept.`,
  );
}

function faultsOf({ name, faults }: ResourceStatus): string {
  return `  ${name}: ${faults.length === 0 ? 'Alexa gives no reason.' : faults.join(' ')}`;
}
