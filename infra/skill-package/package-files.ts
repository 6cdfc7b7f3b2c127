import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { LOCALES, localisedModel } from '../../interaction-models/localised-model.ts';
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
