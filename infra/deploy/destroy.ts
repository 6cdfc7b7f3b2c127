/** Taking it down again: what `npm run destroy` does. What households keep stays. */
import { EXAMPLE_SKILL_ID, STACK } from '../settings.ts';
import type { Dependencies } from './dependencies.ts';
import { DeployError } from './deploy-error.ts';
import { type Options, settingsOf } from './options.ts';

/** Deletes the stack. @throws DeployError, also where nobody said yes */
export async function destroy(options: Options, dependencies: Dependencies): Promise<void> {
  const { say } = dependencies;
  const { region } = settingsOf(options, await dependencies.regionOfProfile(), dependencies.environment);
  const aws = dependencies.aws(region);
  const account = await aws.account();
  const outputs = await aws.outputsOf(STACK);
  if (outputs === null)
    throw new DeployError(
      'failed',
      `There is no stack ${STACK} in account ${account}, ${region}. If it is in another region, name that: ` +
        '`npm run destroy -- -c region=<region>`.',
    );

  say(`This deletes the stack ${STACK} in account ${account}, ${region}: the function, its log, the alarms.`);
  say(`What households keep stays: the table ${outputs.TableName}, its key and its backups.`);
  say('The skill stays at Alexa, and answers nobody any more.');
  await confirmed(options, dependencies);

  await aws.unprotect(STACK);
  // The CDK makes the template before it deletes; whose skill it names does not matter here.
  const context = ['-c', `region=${region}`, '-c', `skillId=${outputs.SkillId ?? EXAMPLE_SKILL_ID}`];
  const status = await dependencies.programs.cdk(['destroy', STACK, '--force', ...context]);
  if (status !== 0)
    throw new DeployError(
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

/** @throws DeployError unless somebody types yes, or said so beforehand */
async function confirmed({ yes }: Options, { interactive, ask }: Dependencies): Promise<void> {
  if (yes) return;
  if (!interactive)
    throw new DeployError(
      'not-confirmed',
      'Nobody can be asked here, and nothing was deleted. With `--yes` it does not ask.',
    );
  const answer = await ask('Type "yes" to delete it: ');
  if (answer.trim().toLowerCase() !== 'yes') throw new DeployError('not-confirmed', 'Nothing was deleted.');
}
