/** The project of the ASK CLI: which package it takes, and which skill it is for. */
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { askResources, PROFILES } from '../skill-package/ask-resources.ts';
import { DeployError } from './deploy-error.ts';

/** The folder of the package within the project. */
export const PACKAGE = 'skill-package';
const STATES = join('.ask', 'ask-states.json');

interface States {
  askcliStatesVersion: string;
  profiles: Record<string, { skillId?: string }>;
}

/** The id of the skill that was deployed from here before, with this login; null where none was. @throws DeployError, or what reading a file throws */
export function skillIdIn(project: string, profile: string | undefined): string | null {
  const { profiles } = statesIn(project);
  return profilesOf(profile).flatMap((name) => profiles[name]?.skillId ?? [])[0] ?? null;
}

/** Makes the folder a project of the ASK CLI, for a skill and its package. @throws DeployError */
export function prepareProject(project: string, skillId: string, profile: string | undefined): void {
  const states = statesIn(project);
  for (const name of profilesOf(profile)) states.profiles[name] = { ...states.profiles[name], skillId };
  write(join(project, STATES), states);
  write(join(project, 'ask-resources.json'), askResources(PACKAGE, profilesOf(profile)));
}

function profilesOf(profile: string | undefined): readonly string[] {
  return profile === undefined ? PROFILES : [profile];
}

function statesIn(project: string): States {
  const path = join(project, STATES);
  let text: string;
  try {
    text = readFileSync(path, 'utf8');
  } catch (error) {
    // Anything else may hide a skill, and a second one would be created.
    if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error;
    return { askcliStatesVersion: '2020-03-31', profiles: {} };
  }
  try {
    const states = JSON.parse(text) as Partial<States>;
    return { askcliStatesVersion: '2020-03-31', ...states, profiles: states.profiles ?? {} };
  } catch (cause) {
    throw new DeployError(
      'settings',
      `${path} cannot be read: it holds the id of your skill. Mend it, or delete it and give the id as \`-c skillId=<id>\`.`,
      { cause },
    );
  }
}

function write(path: string, value: object): void {
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, `${JSON.stringify(value, null, 2)}\n`);
}
