/** The steps of `npm run deploy`, in order. Each step prints what it does. */
import { mkdirSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import frame from '../../interaction-models/frame.json' with { type: 'json' };
import { LOCALES } from '../../interaction-models/localised-model.ts';
import { spokenName } from '../../interaction-models/model-facts.ts';
import { leftOut, type Settings, STACK } from '../settings.ts';
import listing from '../skill-package/listing.json' with { type: 'json' };
import { manifestToBegin } from '../skill-package/manifest.ts';
import { packageFaults } from '../skill-package/package-faults.ts';
import { packageFiles, writePackage } from '../skill-package/package-files.ts';
import { EXAMPLES } from '../skill-package/parameters.ts';
import { type Addresses, type Alexa, alexaThrough, type ResourceStatus, type SkillFound } from './alexa.ts';
import { notePlace, PACKAGE, placeIn, prepareProject, skillIdIn } from './ask-project.ts';
import type { StackFound } from './aws.ts';
import type { Dependencies } from './dependencies.ts';
import { DeployError } from './deploy-error.ts';
import { deploymentOf, type Options, settingsOf, skillIdOf } from './options.ts';
import { type Place, placeInArn } from './place.ts';

/** The stack that `cdk bootstrap` creates in an account and region. */
const BOOTSTRAP = 'CDKToolkit';

/** Seconds between two checks of the build status. Alexa builds a model in a minute or two. */
const POLL_SECONDS = 5;
/** The number of checks before the deployment gives up. */
const POLLS = 240;

/** How often the deployment looks for a skill of which only the answer was lost, every `POLL_SECONDS`. */
const LOOKS = 3;

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

/** @throws DeployError if the skill is answered from elsewhere, and nobody asked to move it */
function refuseToMove(
  skillId: string,
  here: Place,
  known: readonly (Place | null)[],
  { newPlace }: Options,
): void {
  if (newPlace) return;
  for (const place of known) {
    if (place === null || (place.region === here.region && place.account === here.account)) continue;
    const moved = place.account === here.account ? `the region ${here.region}` : `account ${here.account}`;
    const back =
      place.account === here.account
        ? `Give \`-c region=${place.region}\`.`
        : `Log in to account ${place.account}, and give \`-c region=${place.region}\`.`;
    throw new DeployError(
      'settings',
      `The skill ${skillId} was deployed to ${place.region} in account ${place.account}. In ${moved} it would get an ` +
        `empty table, and every couple would have to begin again. ${back} If you do mean to move it, see docs/operations.md ` +
        'about its data, and give `--new-place`.',
    );
  }
}

/**
 * @throws DeployError if the skill was deployed here and its stack was deleted, and neither its table is named nor
 *   another one asked for
 */
function refuseToStartEmpty(
  skillId: string,
  here: Place,
  known: readonly (Place | null)[],
  stack: StackFound | null,
  { existing }: Settings,
  { newPlace }: Options,
): void {
  // A stack that was begun and never created has no outputs.
  const isStanding = stack?.outputs.TableName !== undefined;
  if (newPlace || isStanding || existing !== undefined) return;
  if (!known.some((place) => place?.region === here.region && place.account === here.account)) return;
  throw new DeployError(
    'settings',
    `The skill ${skillId} was deployed here before, and its stack ${STACK} was deleted. A new one would have an empty ` +
      'table, and every couple would have to begin again. Give the table that was kept, as `npm run destroy` named it: ' +
      '`-c table=<table> -c tableKey=<key>`. `aws dynamodb list-tables` shows it. If you do mean to begin with an empty ' +
      'one, give `--new-place`.',
  );
}

/**
 * Finds the skill to deploy, and creates one if there is none. It takes the skill that the settings name, or else the
 * one that was deployed from this project, or else the one of the stack, or else one that was created and never got an
 * endpoint: nobody can have used that one.
 *
 * @returns the id of the skill
 */
async function skillFor(
  settings: Settings,
  here: Place,
  stack: StackFound | null,
  alexa: Alexa,
  options: Options,
  { project, say, wait }: Dependencies,
): Promise<string> {
  const { askProfile, newSkill } = options;
  const before = skillIdIn(project, askProfile) ?? stack?.outputs.SkillId ?? null;
  const known = skillIdOf(settings) ?? (newSkill ? null : before);
  if (known !== null) {
    if ((await alexa.status(known)) === null)
      throw new DeployError(
        'no-skill',
        `There is no skill ${known} of this developer. Log in to Alexa as the developer who owns it, or name another as ` +
          '`-c skillId=<id>`. If it was deleted, `--new-skill` creates one: for Alexa, every couple is then new.',
      );
    const atAlexa = placeInArn((await alexa.endpointOf(known)) ?? '');
    const places = [placeIn(project, known), atAlexa];
    refuseToMove(known, here, places, options);
    refuseToStartEmpty(known, here, places, stack, settings, options);
    say(`  It is ${known}.`);
    prepareProject(project, known, askProfile);
    return known;
  }
  const all = await alexa.skillsNamed(listing.name);
  const namesakes = all.filter(({ skillId }) => skillId !== before);
  const begun = begunIn(namesakes);
  const [used] = namesakes;
  if (begun === undefined && used !== undefined && !newSkill) throw alreadyThere(used);
  if (begun !== undefined)
    say(`  ${begun} was created before, and has never been answered: going on with it.`);
  else say(newSkill ? '  Creating a new one, as requested.' : '  There is none: creating it.');
  const skillId = begun ?? (await created(alexa, project, all, { say, wait }));
  say(`  It is ${skillId}.`);
  // If a later step fails, the next deployment finds this skill again.
  prepareProject(project, skillId, askProfile);
  await waitUntilBuilt(skillId, ['manifest'], alexa, { say, wait });
  return skillId;
}

/** A skill that was created and never got an endpoint. */
function begunIn(skills: readonly SkillFound[]): string | undefined {
  return skills.find(({ endpoint }) => endpoint === null)?.skillId;
}

/** The error if this developer has a skill of this name already, which neither this project nor the stack knows. */
function alreadyThere({ skillId, endpoint }: SkillFound): DeployError {
  const place = placeInArn(endpoint ?? '');
  const region = place === null ? '' : ` -c region=${place.region}`;
  return new DeployError(
    'settings',
    `You have a skill named ${listing.name} already: ${skillId}, with the endpoint ${endpoint}. To go on with it, give ` +
      `\`-c skillId=${skillId}${region}\`. \`--new-skill\` creates another one: for Alexa, every couple is then new.`,
  );
}

/**
 * Creates a skill. If the answer is lost, it looks whether there is a new skill, so that there is never a second one.
 *
 * @param others the skills that had this name before
 * @returns the id of the skill
 */
async function created(
  alexa: Alexa,
  project: string,
  others: readonly SkillFound[],
  { say, wait }: Pick<Dependencies, 'say' | 'wait'>,
): Promise<string> {
  const manifest = resolve(project, 'manifest-to-begin.json');
  writeFileSync(manifest, `${JSON.stringify(manifestToBegin(), null, 2)}\n`);
  try {
    return await alexa.create(manifest);
  } catch (error) {
    if (!(error instanceof DeployError) || !['unreachable', 'unclear'].includes(error.code)) throw error;
    say('  The answer was lost. Looking whether the skill was created.');
    for (let look = 0; look < LOOKS; look += 1) {
      await wait(POLL_SECONDS);
      const found = await alexa.skillsNamed(listing.name).catch(() => []);
      const skillId = begunIn(found.filter((one) => !others.some((other) => other.skillId === one.skillId)));
      if (skillId !== undefined) return skillId;
    }
    throw new DeployError(
      error.code,
      `${error.message} If the skill was created all the same, the next run finds it and creates no second one.`,
      { cause: error },
    );
  }
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

/**
 * Waits until Alexa has built the resources with these names: `manifest`, or the locale of a model.
 *
 * @throws DeployError if one cannot be built, or if it takes longer than 20 minutes
 */
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
    `Alexa has still not finished after ${(POLLS * POLL_SECONDS) / 60} minutes. Run this again: what is in place is kept.`,
  );
}

function faultsOf({ name, faults }: ResourceStatus): string {
  return `  ${name}: ${faults.length === 0 ? 'Alexa gives no reason.' : faults.join(' ')}`;
}
