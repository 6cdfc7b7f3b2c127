/** The steps of `npm run destroy`. The data of the households is kept. */
import { EXAMPLE_SKILL_ID, STACK } from '../settings.ts';
import type { Dependencies } from './dependencies.ts';
import { DeployError } from './deploy-error.ts';
import { type Options, settingsOf } from './options.ts';

/** Asks, and then deletes the stack. @throws DeployError if it cannot be deleted, or if nobody confirmed it */
export async function destroy(options: Options, dependencies: Dependencies): Promise<void> {
  const { say } = dependencies;
  const { region } = settingsOf(options, await dependencies.regionOfProfile(), dependencies.environment);
  const aws = dependencies.aws(region);
  const account = await aws.account();
  const stack = await aws.stackNamed(STACK);
  if (stack === null)
    throw new DeployError(
      'failed',
      `There is no stack ${STACK} in account ${account}, ${region}. If it is in another region, name that region: ` +
        '`npm run destroy -- -c region=<region>`.',
    );

  say(
    `This deletes the stack ${STACK} in account ${account}, ${region}: the function, its log, and the alarms.`,
  );
  const { TableName: table, TableKey: key, SkillId: skillId = EXAMPLE_SKILL_ID } = stack.outputs;
  // A stack whose creation failed has no outputs. If it left a table behind, that table is empty.
  if (table !== undefined)
    say(`The data of the households is kept: the table ${table}, its key and its backups.`);
  say('The skill stays at Alexa, but no longer answers.');
  await confirmed(options, dependencies);

  await aws.unprotect(STACK);
  // The CDK synthesises the template before it deletes the stack. Which skill the template names does not matter then.
  const context = ['-c', `region=${region}`, '-c', `skillId=${skillId}`];
  const status = await dependencies.programs.cdk(['destroy', STACK, '--force', ...context]);
  if (status !== 0)
    throw new DeployError(
      'failed',
      'The stack was not deleted completely: the CDK’s message is above. Correct what it names, and run this again.',
    );
  say('');
  if (table === undefined) {
    say('Done. An empty table and its key may be left: docs/operations.md says how to find and delete them.');
    return;
  }
  say(`Done. The table ${table} still exists, and its storage still costs money. To use it again:`);
  say(`  npm run deploy -- -c region=${region} -c table=${table} -c tableKey=${key}`);
  say('docs/operations.md says how to delete the table and the skill permanently.');
}

/**
 * Asks for confirmation, unless `--yes` was given.
 *
 * @throws DeployError if the answer is not yes, or if nobody can be asked
 */
async function confirmed({ yes }: Options, { interactive, ask }: Dependencies): Promise<void> {
  if (yes) return;
  if (!interactive)
    throw new DeployError(
      'not-confirmed',
      'There is no terminal in which to ask, so nothing was deleted: input and output have to be one. With `--yes` it ' +
        'does not ask.',
    );
  const answer = await ask('Type "yes" to delete it: ');
  if (answer.trim().toLowerCase() !== 'yes') throw new DeployError('not-confirmed', 'Nothing was deleted.');
}
