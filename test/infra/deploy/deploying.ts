/** Deployments to a fake of Amazon, and how they end. */
import { vi } from 'vitest';
import { deploy } from '../../../infra/deploy/deploy.ts';
import { DeployError } from '../../../infra/deploy/deploy-error.ts';
import { readOptions } from '../../../infra/deploy/options.ts';
import type { Deployment } from '../../../infra/skill-package/manifest.ts';
import type { PackageFiles } from '../../../infra/skill-package/package-files.ts';
import type { FakeAmazon } from './fake-amazon.ts';

// Nearly every test deploys the same package, and making and checking one takes a fifth of a second: each is made and
// checked once.
const { remembered } = vi.hoisted(() => ({
  remembered: <In, Out>(work: (value: In) => Out, keyOf: (value: In) => string): ((value: In) => Out) => {
    const results = new Map<string, Out>();
    return (value) => {
      const key = keyOf(value);
      const result = results.get(key) ?? work(value);
      results.set(key, result);
      return result;
    };
  },
}));
vi.mock(import('../../../infra/skill-package/package-files.ts'), async (importOriginal) => {
  const original = await importOriginal();
  return {
    ...original,
    packageFiles: remembered(original.packageFiles, (one: Deployment) => JSON.stringify(one)),
  };
});
vi.mock(import('../../../infra/skill-package/package-faults.ts'), async (importOriginal) => {
  const original = await importOriginal();
  const manifestOf = (files: PackageFiles) => String(files.get('skill.json'));
  return { ...original, packageFaults: remembered(original.packageFaults, manifestOf) };
});

export const OTHER_SKILL = 'amzn1.ask.skill.99999999-2222-3333-4444-555555555555';

export function deployed(amazon: FakeAmazon, ...args: string[]): Promise<void> {
  return deploy(readOptions('deploy', args, amazon.dependencies.environment), amazon.dependencies);
}

/** The error with which a deployment stopped. */
export async function stop(amazon: FakeAmazon, ...args: string[]): Promise<DeployError> {
  try {
    await deployed(amazon, ...args);
  } catch (error) {
    if (error instanceof DeployError) return error;
    throw error;
  }
  throw new Error('it did not stop');
}

/** The calls that change something. */
export function changes({ asked }: FakeAmazon): string[] {
  return asked.filter((one) => !/^(aws: whose|ask (get|list)-|asks)/.test(one));
}
