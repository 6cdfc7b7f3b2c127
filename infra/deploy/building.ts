/** Waits for Alexa to build a skill. */
import type { Alexa, ResourceStatus } from './alexa.ts';
import type { Dependencies } from './dependencies.ts';
import { DeployError } from './deploy-error.ts';

/** Seconds between two checks of the build status. Alexa builds a model in a minute or two. */
export const POLL_SECONDS = 5;
/** The number of checks before the deployment gives up. */
const POLLS = 240;

/**
 * Waits until Alexa has built the resources with these names: `manifest`, or the locale of a model.
 *
 * @throws DeployError if one cannot be built, or if it takes longer than 20 minutes
 */
export async function waitUntilBuilt(
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
