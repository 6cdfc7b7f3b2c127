import { basename } from 'node:path';
import type { v1 } from 'ask-smapi-model';
import { schemaCheck } from '../../interaction-models/linter/amazon-schema.ts';
import { lintInteractionModel } from '../../interaction-models/linter/lint.ts';
import { validateAgainstSchema } from '../../interaction-models/linter/model-schema.ts';
import { type Envelope, ICONS } from './manifest.ts';
import type { PackageFiles } from './package-files.ts';
import { pngSize } from './png-size.ts';

type Listing = v1.skill.Manifest.SkillManifestLocalizedPublishingInformation;
type Model = v1.skill.interactionModel.InteractionModelData;

/** Checks a manifest against Amazon's own schema. Returns one sentence for each fault; never throws. */
const validateManifest = schemaCheck('v1.skill.Manifest.SkillManifestEnvelope', 'v1.skill.Manifest.');

const MODELS = 'interactionModels/custom/';
const EXAMPLE_PHRASES = 3;

/**
 * Checks a package for what Amazon would refuse. Returns one sentence for each fault, and an empty list for a package
 * without faults. Never throws, whatever the files contain.
 */
export function packageFaults(files: PackageFiles): string[] {
  const faults: string[] = [];
  const models = new Map<string, Model>();
  for (const [path, content] of files) {
    if (!path.startsWith(MODELS)) continue;
    const locale = basename(path, '.json');
    const model = parsed(content);
    const found = modelFaults(model, locale);
    if (found.length === 0) models.set(locale, model as Model);
    faults.push(...found.map((fault) => `${path}: ${fault}`));
  }
  const manifest = parsed(files.get('skill.json') ?? Buffer.alloc(0));
  const found = validateManifest(manifest);
  // A manifest that does not match the schema is not checked further.
  if (found.length === 0) found.push(...manifestFaults(manifest as Envelope, files, models));
  return [...faults, ...found.map((fault) => `skill.json: ${fault}`)];
}

function parsed(content: Buffer): unknown {
  try {
    return JSON.parse(content.toString('utf8'));
  } catch {
    return null;
  }
}

function modelFaults(model: unknown, locale: string): string[] {
  const findings = lintInteractionModel(model, locale);
  return [
    ...validateAgainstSchema(model),
    ...findings.map(({ rule, where, message }) => `${where}: ${message} (${rule})`),
  ];
}

function manifestFaults(
  { manifest }: Envelope,
  files: PackageFiles,
  models: ReadonlyMap<string, Model>,
): string[] {
  const listings = Object.entries(manifest?.publishingInformation?.locales ?? {});
  const privacy = manifest?.privacyAndCompliance?.locales ?? {};
  const faults: string[] = [];
  if (listings.length === 0) faults.push('It lists no locale.');
  for (const [locale, listing] of listings) {
    const invocationName = models.get(locale)?.interactionModel.languageModel?.invocationName;
    if (invocationName === undefined) faults.push(`${locale} has no interaction model without faults.`);
    if (privacy[locale]?.privacyPolicyUrl === undefined) faults.push(`${locale} has no privacy policy.`);
    if (privacy[locale]?.termsOfUseUrl === undefined) faults.push(`${locale} has no terms of use.`);
    const found = [...listingFaults(listing, invocationName ?? ''), ...iconFaults(listing, files)];
    faults.push(...found.map((fault) => `${locale}: ${fault}`));
  }
  for (const locale of models.keys()) {
    if (!listings.some(([listed]) => listed === locale))
      faults.push(`${locale} has a model, but no listing.`);
  }
  return faults;
}

/** Amazon's rules for the texts in the store that its schema does not contain. */
function listingFaults(listing: Listing, invocationName: string): string[] {
  const { name, summary = '', description = '', examplePhrases = [], keywords = [] } = listing;
  const faults: string[] = [];
  if (summary.trim() === '') faults.push('The summary is empty.');
  if (description.trim() === '') faults.push('The description is empty.');
  if (new Set(keywords).size !== keywords.length) faults.push('A keyword is listed twice.');
  if (keywords.length === 0) faults.push('It has no keywords.');
  if (examplePhrases.length !== EXAMPLE_PHRASES) faults.push('Three example phrases are needed.');
  for (const phrase of examplePhrases) {
    const callsTheSkill = phrase.startsWith('Alexa, ') && phrase.includes(invocationName);
    if (!callsTheSkill)
      faults.push(`"${phrase}" does not call the skill by "Alexa" and its invocation name.`);
  }
  // Amazon: a skill is not called "NAME Alexa skill".
  if (
    [summary, description].some((text) => text.toLowerCase().includes(`${name} Alexa skill`.toLowerCase()))
  ) {
    faults.push(`"Alexa skill" follows the name.`);
  }
  return faults;
}

function iconFaults({ smallIconUri, largeIconUri }: Listing, files: PackageFiles): string[] {
  return [[smallIconUri, ICONS.small.size] as const, [largeIconUri, ICONS.large.size] as const].flatMap(
    ([uri, side]) => {
      const file = files.get(uri?.replace(/^file:\/\//u, '') ?? '');
      const size = file === undefined ? null : pngSize(file);
      const fits = size?.width === side && size.height === side;
      return fits ? [] : [`The icon of ${side} pixels is not in the package.`];
    },
  );
}
