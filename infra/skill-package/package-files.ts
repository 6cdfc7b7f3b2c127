import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { LOCALES, localisedModel } from '../../interaction-models/localised-model.ts';
import { askResources } from './ask-resources.ts';
import { type Deployment, ICONS, manifestFor } from './manifest.ts';

/** A skill package: the content of each file, by its path in the folder of the package. */
export type PackageFiles = ReadonlyMap<string, Buffer>;

/** The files and folders that this program writes and replaces. Anything else in the folder is left alone. */
const OWN_PATHS = ['skill.json', 'interactionModels/custom', 'assets/images'];

const iconFile = (name: keyof typeof ICONS): URL => new URL(`icons/${name}.png`, import.meta.url);

/**
 * The files of the package for a deployment. The same deployment always gives the same files.
 *
 * @throws Error if the interaction model or an icon cannot be read
 */
export function packageFiles(deployment: Deployment): PackageFiles {
  return new Map([
    ['skill.json', json(manifestFor(deployment))],
    ...LOCALES.map(
      (locale) => [`interactionModels/custom/${locale}.json`, json(localisedModel(locale))] as const,
    ),
    [ICONS.small.path, readFileSync(iconFile('small'))],
    [ICONS.large.path, readFileSync(iconFile('large'))],
  ]);
}

/**
 * Writes ask-resources.json next to the folder of a package, so that `ask deploy` finds the package. A file that exists
 * already is left as it is.
 *
 * @returns the path of the file if it was written, or null
 * @throws Error if the file cannot be written
 */
export function writeAskResources(folder: string): string | null {
  const path = join(dirname(folder), 'ask-resources.json');
  if (existsSync(path)) return null;
  writeFileSync(path, json(askResources(basename(folder))));
  return path;
}

/**
 * Writes a package into a folder, and removes the files of the package that was there before.
 *
 * @throws Error if a file cannot be written
 */
export function writePackage(folder: string, files: PackageFiles): void {
  for (const path of OWN_PATHS) rmSync(join(folder, path), { recursive: true, force: true });
  for (const [path, content] of files) {
    const to = join(folder, path);
    mkdirSync(dirname(to), { recursive: true });
    writeFileSync(to, content);
  }
}

const json = (value: object): Buffer => Buffer.from(`${JSON.stringify(value, null, 2)}\n`);
