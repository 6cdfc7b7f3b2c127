/** The steps of `npm run deploy`, in order. Each step prints what it does. */
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import frame from '../../interaction-models/frame.json' with { type: 'json' };
import { LOCALES } from '../../interaction-models/localised-model.ts';
import { spokenName } from '../../interaction-models/model-facts.ts';
import { leftOut, type Settings, STACK } from '../settings.ts';
import { packageFaults } from '../skill-package/package-faults.ts';
import { packageFiles, writePackage } from '../skill-package/package-files.ts';
import { EXAMPLES } from '../skill-package/parameters.ts';
import { type Addresses, type Alexa, alexaThrough } from './alexa.ts';
import { notePlace, PACKAGE } from './ask-project.ts';
import type { StackFound } from './aws.ts';
import { waitUntilBuilt } from './building.ts';
import type { Dependencies } from './dependencies.ts';
import { DeployError } from './deploy-error.ts';
import { deploymentOf, type Options, settingsOf, skillIdOf } from './options.ts';
import type { Place } from './place.ts';
import { skillFor } from './skill-for.ts';

/** The stack that `cdk bootstrap` creates in an account and region. */
const BOOTSTRAP = 'CDKToolkit';

/**
 * Deploys the skill. If an earlier deployment stopped half-way, this one continues from there.
 *
 * @throws DeployError if a setting, a login, AWS, Alexa or a program prevents it
 * @throws Error if a file of the project cannot be read or written
 */
export async function deploy(options: Options, dependencies: Dependencies): Promise<void> {
  const { say, project } = dependencies;
  // What can be found wrong without a network is reported before anything is created.
  const settings = settingsOf(options, await dependencies.regionOfProfile(), dependencies.environment);
  deploymentOf(options);
  if (options.newSkill && skillIdOf(settings) !== null)
    throw new DeployError(
      'settings',
      'skillId names a skill, and `--new-skill` would create another one: give only one of the two.',
    );
  if (!options.yes && !dependencies.interactive)
    throw new DeployError(
      'not-confirmed',
      'There is no terminal in which to ask whether new permissions in AWS are acceptable: input and output have to be one. ' +
        'With `--yes` it does not ask.',
    );
  const alexa = alexaThrough(dependencies.programs, options.askProfile, project);
  const aws = dependencies.aws(settings.region);

  say('1 of 6: Checking who deploys. The first time, this downloads the ASK CLI, which takes a minute.');
  mkdirSync(project, { recursive: true });
  say(`  At Alexa: ${await alexa.developer()}.`);
  const account = await aws.account();
  say(`  At AWS: account ${account}, in ${settings.region}.`);
  const before = await aws.stackNamed(STACK);
  refuseToLoseTable(settings, before);
  const missing = leftOut(before?.outputs.SettingsGiven ?? '', Object.keys(options.given));
  for (const sentence of missing) say(`  ${sentence}`);

  say('2 of 6: Looking for the skill.');
  const here: Place = { region: settings.region, account };
  const skillId = await skillFor(settings, here, before, alexa, options, dependencies);

  say('3 of 6: Checking whether the account is prepared for the CDK.');
  if ((await aws.stackNamed(BOOTSTRAP))?.outputs.BootstrapVersion === undefined) {
    say('  It is not: preparing it, once in this region.');
    const status = await dependencies.programs.cdk(toPrepare(here));
    if (status !== 0)
      throw new DeployError(
        'failed',
        'The account could not be prepared: the CDK’s message is above. Correct what it names, and run this again.',
      );
  } else say('  It is.');

  say('4 of 6: Deploying the stack to AWS.');
  if (settings.ignoreAlarms) say('  Whatever the alarms say, this release is not rolled back.');
  // The CDK protected it before it failed, and will delete it now.
  if (before?.failed === true) await aws.unprotect(STACK);
  await deployStack(skillId, settings.region, options, dependencies);
  notePlace(project, skillId, here);
  const endpoint = (await aws.stackNamed(STACK))?.outputs.SkillEndpoint;
  if (endpoint === undefined)
    throw new DeployError(
      'failed',
      `The stack ${STACK} has no output with its endpoint. Look at it in AWS’s console.`,
    );

  say(
    '5 of 6: Uploading the package to Alexa, and waiting until its models are built. This takes a few minutes.',
  );
  const addresses = await keptAddresses(skillId, options, alexa, say);
  const { deployment, examples } = deploymentOf({ ...options, ...addresses }, endpoint);
  const files = packageFiles(deployment);
  const faults = packageFaults(files);
  if (faults.length > 0)
    throw new DeployError(
      'package',
      `The package has faults:\n${faults.map((fault) => `  ${fault}`).join('\n')}`,
    );
  writePackage(join(project, PACKAGE), files);
  await alexa.importPackage();
  await waitUntilBuilt(skillId, ['manifest', ...LOCALES], alexa, dependencies);

  say('6 of 6: Enabling the skill for you.');
  await alexa.enable(skillId);
  say('');
  const name = spokenName(frame.invocationName);
  say(`Done. Say "Alexa, start ${name}" to an Echo of your account, in English.`);
  for (const sentence of missing) say(sentence);
  say(`If Alexa starts something else, say "Alexa, open ${name} skill", and read docs/alexa-plus.md.`);
  if (examples.length > 0) {
    say(
      'This is enough for your own devices. Before you publish it, give the addresses of your privacy policy and terms:',
    );
    for (const example of examples) say(`  ${example}`);
  }
}

/**
 * The words after `cdk` that prepare an account in a region. Without an app: the CDK would run this project's to look for
 * environments, and it needs a skill.
 */
export function toPrepare({ account, region }: Place): string[] {
  return ['bootstrap', '--app', '', `aws://${account}/${region}`];
}

/** The addresses that are given, or else those that the skill has at Alexa, unless they are only examples. */
async function keptAddresses(
  skillId: string,
  given: Options,
  alexa: Alexa,
  say: Dependencies['say'],
): Promise<Addresses> {
  const atAlexa = await alexa.addressesOf(skillId);
  const kept = (name: keyof Addresses): string | undefined => {
    const address = atAlexa[name];
    if (given[name] !== undefined || address === undefined || address === EXAMPLES[name]) return given[name];
    say(`  As before: --${name} ${address}`);
    return address;
  };
  return { privacy: kept('privacy'), terms: kept('terms') };
}

/**
 * @throws DeployError if the skill uses a table that was named in an earlier deployment, and is not named in this one
 */
function refuseToLoseTable({ existing }: Settings, stack: StackFound | null): void {
  if (existing !== undefined || stack?.outputs.TableMadeHere !== 'no') return;
  const { TableName: table, TableKey: key } = stack.outputs;
  throw new DeployError(
    'settings',
    `The skill uses the table ${table}, which was named with \`-c table\`. Without that setting, the skill would get an ` +
      `empty table, and every couple would have to begin again. Give it again: \`-c table=${table} -c tableKey=${key}\`.`,
  );
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
    // The CDK shows new permissions and asks about them, unless `--yes` was given.
    '--require-approval',
    yes ? 'never' : 'broadening',
  ]);
  if (status !== 0)
    throw new DeployError(
      'failed',
      'The stack was not deployed: the CDK’s message is above. What was in place before is unchanged. Correct what the ' +
        'message names, and run this again: the skill is kept.',
    );
}
