/**
 * The project of the ASK CLI: a folder with the package, with the id of the skill that it belongs to, and beside that
 * with the place where the skill was deployed.
 */
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { askResources, PROFILES } from './ask-resources.ts';
import { DeployError } from './deploy-error.ts';
import type { Place } from './place.ts';

/** The folder of the package within the project. */
export const PACKAGE = 'skill-package';
const STATES = join('.ask', 'ask-states.json');
/** Beside the file of the ASK CLI, which writes that one anew. It has a place for each id of a skill. */
const PLACES = join('.ask', 'places.json');

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

/**
 * Reads where a skill was deployed from this project; null if it was not.
 *
 * @throws DeployError if the file with the places is not JSON
 * @throws Error if the file exists and cannot be read
 */
export function placeIn(project: string, skillId: string): Place | null {
  const place: Partial<Place> | undefined = placesIn(project)[skillId];
  return place?.region === undefined || place.account === undefined ? null : (place as Place);
}

/**
 * Notes where a skill was deployed.
 *
 * @throws DeployError if the file with the places is not JSON
 * @throws Error if the file cannot be read or written
 */
export function notePlace(project: string, skillId: string, { region, account }: Place): void {
  write(join(project, PLACES), { ...placesIn(project), [skillId]: { region, account } });
}

function placesIn(project: string): Record<string, Place> {
  return jsonIn(join(project, PLACES), 'says where your skill was deployed') ?? {};
}

function profilesOf(profile: string | undefined): readonly string[] {
  return profile === undefined ? PROFILES : [profile];
}

function statesIn(project: string): States {
  const none = { askcliStatesVersion: '2020-03-31', profiles: {} };
  const states = jsonIn<Partial<States>>(join(project, STATES), 'contains the id of your skill');
  return { ...none, ...states, profiles: states?.profiles ?? {} };
}

/** What a JSON file contains; null if there is no such file. */
function jsonIn<Content>(path: string, what: string): Content | null {
  let text: string;
  try {
    text = readFileSync(path, 'utf8');
  } catch (error) {
    // With any other error the file may contain the id of a skill, and a second skill must not be created.
    if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error;
    return null;
  }
  try {
    return JSON.parse(text) as Content;
  } catch (cause) {
    throw new DeployError(
      'settings',
      `${path} ${what}, and is not valid JSON. Correct it, or delete it and give the id as \`-c skillId=<id>\`.`,
      { cause },
    );
  }
}

function write(path: string, value: object): void {
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, `${JSON.stringify(value, null, 2)}\n`);
}
