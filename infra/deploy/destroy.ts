/** Taking it down again: what `npm run destroy` does. What households keep stays. */
import { EXAMPLE_SKILL_ID, STACK } from '../settings.ts';
import { type Options, settingsOf } from './options.ts';
import { Stopped } from './stopped.ts';
import type { World } from './world.ts';

/** Deletes the stack. @throws Stopped, also where nobody said yes */
export async function destroy(options: Options, world: World): Promise<void> {
  const { say } = world;
  const { region } = settingsOf(options, await world.regionOfProfile(), world.environment);
  const aws = world.aws(region);
  const account = await aws.account();
  const outputs = await aws.outputsOf(STACK);
  if (outputs === null)
    throw new Stopped(
      'failed',
      `There is no stack ${STACK} in account ${account}, ${region}. If it is in another region, name that: ` +
        '`npm run destroy -- -c region=<region>`.',
    );

  say(`This deletes the stack ${STACK} in account ${account}, ${region}: the function, its log, the alarms.`);
  say(`What households keep stays: the table ${outputs.TableName}, its key and its backups.`);
  say('The skill stays at Alexa, and answers nobody any more.');
  await confirmed(options, world);

  await aws.unprotect(STACK);
  // The CDK makes the template before it deletes; whose skill it names does not matter here.
  const context = ['-c', `region=${region}`, '-c', `skillId=${outputs.SkillId ?? EXAMPLE_SKILL_ID}`];
  const status = await world.programs.cdk(['destroy', STACK, '--force', ...context]);
  if (status !== 0)
    throw new Stopped(
      'failed',
      'The stack was not deleted, or not all of it: what the CDK said is above. Mend what it names, and run this again.',
    );
  say('');
  say(`Done. The table ${outputs.TableName} is still there, and costs what it holds. To use it again:`);
  say(
    `  npm run deploy -- -c region=${region} -c table=${outputs.TableName} -c tableKey=${outputs.TableKey}`,
  );
  say('docs/operations.md says how to delete it, and the skill, for good.');
}

/** @throws Stopped unless somebody types yes, or said so beforehand */
async function confirmed({ yes }: Options, { attended, ask }: World): Promise<void> {
  if (yes) return;
  if (!attended)
    throw new Stopped(
      'not-confirmed',
      'Nobody can be asked here, and nothing was deleted. With `--yes` it does not ask.',
    );
  const answer = await ask('Type "yes" to delete it: ');
  if (answer.trim().toLowerCase() !== 'yes') throw new Stopped('not-confirmed', 'Nothing was deleted.');
}
