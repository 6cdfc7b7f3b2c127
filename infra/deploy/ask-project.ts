/** The project of the ASK CLI: a folder with the package, and with the id of the skill that it belongs to. */
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

/**
 * Reads the id of the skill that was deployed from this project with a profile.
 *
 * @param profile a profile of the ASK CLI; undefined for its default
 * @returns the id; null if no skill was deployed from here
 * @throws DeployError if the file with the id is not JSON
 * @throws Error if the file exists and cannot be read
 */
export function skillIdIn(project: string, profile: string | undefined): string | null {
  const { profiles } = statesIn(project);
  return profilesOf(profile).flatMap((name) => profiles[name]?.skillId ?? [])[0] ?? null;
}

/**
 * Makes the folder a project of the ASK CLI, with the id of a skill and the location of its package.
 *
 * @throws DeployError if the file with the id is not JSON
 * @throws Error if a file cannot be read or written
 */
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
    // With any other error the file may contain the id of a skill, and a second skill must not be created.
    if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error;
    return { askcliStatesVersion: '2020-03-31', profiles: {} };
  }
  try {
    const states = JSON.parse(text) as Partial<States>;
    return { askcliStatesVersion: '2020-03-31', ...states, profiles: states.profiles ?? {} };
  } catch (cause) {
    throw new DeployError(
      'settings',
      `${path} contains the id of your skill, and is not valid JSON. Correct it, or delete it and give the id as \`-c skillId=<id>\`.`,
      { cause },
    );
  }
}

function write(path: string, value: object): void {
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, `${JSON.stringify(value, null, 2)}\n`);
}
