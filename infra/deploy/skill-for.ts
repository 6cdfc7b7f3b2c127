/** Finds the skill that a deployment is for, or creates it, and refuses what would give its couples an empty table. */
import { writeFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { type Settings, STACK } from '../settings.ts';
import listing from '../skill-package/listing.json' with { type: 'json' };
import { manifestToBegin } from '../skill-package/manifest.ts';
import type { Alexa, SkillFound } from './alexa.ts';
import { placeIn, prepareProject, skillIdIn } from './ask-project.ts';
import type { StackFound } from './aws.ts';
import { POLL_SECONDS, waitUntilBuilt } from './building.ts';
import type { Dependencies } from './dependencies.ts';
import { DeployError } from './deploy-error.ts';
import { type Options, skillIdOf } from './options.ts';
import { type Place, placeInArn } from './place.ts';

/** How often the deployment looks for a skill of which only the answer was lost, every `POLL_SECONDS`. */
const LOOKS = 3;

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
export async function skillFor(
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
