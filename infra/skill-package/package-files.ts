import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { LOCALES, localisedModel } from '../../interaction-models/localised-model.ts';
import { askResources } from './ask-resources.ts';
import { type Deployment, ICONS, manifestFor } from './manifest.ts';

/** A skill package: what each of its files holds, by its path in the folder. */
export type PackageFiles = ReadonlyMap<string, Buffer>;

/** The parts of a package that this program writes; whatever else lies in the folder is somebody else's. */
const OWN = ['skill.json', 'interactionModels/custom', 'assets/images'];

const iconFile = (name: keyof typeof ICONS): URL => new URL(`icons/${name}.png`, import.meta.url);

/** The package for a deployment. The same deployment gives the same files. */
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
 * Writes ask-resources.json beside a package, so that `ask deploy` takes it from there. A file that is there already
 * belongs to whoever wrote it, and stays.
 *
 * @returns its path if it was written
 */
export function writeAskResources(folder: string): string | null {
  const path = join(dirname(folder), 'ask-resources.json');
  if (existsSync(path)) return null;
  writeFileSync(path, json(askResources(basename(folder))));
  return path;
}

/** Writes a package in place of the one that was there. */
export function writePackage(folder: string, files: PackageFiles): void {
  for (const part of OWN) rmSync(join(folder, part), { recursive: true, force: true });
  for (const [path, content] of files) {
    const to = join(folder, path);
    mkdirSync(dirname(to), { recursive: true });
    writeFileSync(to, content);
  }
}

const json = (value: object): Buffer => Buffer.from(`${JSON.stringify(value, null, 2)}\n`);
