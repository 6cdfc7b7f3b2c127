import type { v1 } from 'ask-smapi-model';
import { LOCALES, type Locale } from '../../interaction-models/localised-model.ts';
import listing from './listing.json' with { type: 'json' };

export type Envelope = v1.skill.Manifest.SkillManifestEnvelope;
type Publishing = v1.skill.Manifest.SkillManifestPublishingInformation;

/** The part of the manifest that differs from deployment to deployment. */
export interface Deployment {
  /** The ARN of the alias of the function that answers Alexa. */
  readonly endpoint: string;
  /** The public URL of the privacy policy. */
  readonly privacy: string;
  /** The public URL of the terms of use. */
  readonly terms: string;
}

/**
 * The two icons that Amazon asks for: the path of each in the package, and its width and height in pixels
 * (`smallIconUri` and `largeIconUri` in Amazon's "Skill manifest schema").
 */
export const ICONS = {
  small: { size: 108, path: 'assets/images/icon-108.png' },
  large: { size: 512, path: 'assets/images/icon-512.png' },
} as const;

/**
 * The screens that the documents are designed for, in dp: hubs that are round, small, medium, large and extra large, and
 * televisions. The ranges follow Amazon's viewport profiles.
 *
 * https://developer.amazon.com/en-US/docs/alexa/alexa-presentation-language/apl-alexa-viewport-profiles-package.html
 */
const VIEWPORTS: v1.skill.Manifest.ViewportSpecification[] = [
  { mode: 'HUB', shape: 'ROUND', minWidth: 100, maxWidth: 599, minHeight: 100, maxHeight: 599 },
  { mode: 'HUB', shape: 'RECTANGLE', minWidth: 960, maxWidth: 1279, minHeight: 100, maxHeight: 599 },
  { mode: 'HUB', shape: 'RECTANGLE', minWidth: 960, maxWidth: 1279, minHeight: 600, maxHeight: 1279 },
  { mode: 'HUB', shape: 'RECTANGLE', minWidth: 1280, maxWidth: 1919, minHeight: 600, maxHeight: 1279 },
  { mode: 'HUB', shape: 'RECTANGLE', minWidth: 1920, maxWidth: 2560, minHeight: 960, maxHeight: 1279 },
  { mode: 'TV', shape: 'RECTANGLE', minWidth: 300, maxWidth: 960, minHeight: 200, maxHeight: 540 },
];

/** The manifest of the skill: its texts in the store, its permissions, and its endpoint. */
export function manifestFor({ endpoint, privacy, terms }: Deployment): Envelope {
  return {
    manifest: {
      manifestVersion: '1.0',
      publishingInformation: publishing(),
      privacyAndCompliance: {
        usesPersonalInfo: true,
        isChildDirected: false,
        // Amazon: true only for publishers to whom HIPAA applies.
        usesHealthInfo: false,
        containsAds: false,
        allowsPurchases: false,
        isExportCompliant: true,
        locales: forEachLocale(() => ({ privacyPolicyUrl: privacy, termsOfUseUrl: terms })),
      },
      permissions: [{ name: 'alexa::alerts:reminders:skill:readwrite' }, { name: 'alexa::person_id:read' }],
      // APL for audio needs no interface.
      apis: {
        custom: {
          endpoint: { uri: endpoint },
          interfaces: [{ type: 'ALEXA_PRESENTATION_APL', supportedViewports: VIEWPORTS }],
        },
      },
      // Only the events that the skill handles: if the skill is disabled, it deletes the household; if a permission is
      // withdrawn, it deletes what it kept for that permission.
      events: {
        endpoint: { uri: endpoint },
        subscriptions: [
          { eventName: 'SKILL_DISABLED' },
          { eventName: 'SKILL_PERMISSION_ACCEPTED' },
          { eventName: 'SKILL_PERMISSION_CHANGED' },
        ],
      },
    },
  };
}

/**
 * The manifest to create a skill with. It has no endpoint: Alexa checks that it may call an endpoint, and the
 * permission for that needs the id of the skill, which does not exist yet. It has no icons: only a package can contain
 * their files.
 */
export function manifestToBegin(): Envelope {
  const locales = Object.entries(publishing().locales ?? {}).map(([locale, listing]) => {
    const { smallIconUri: _small, largeIconUri: _large, ...texts } = listing;
    return [locale, texts];
  });
  return {
    manifest: {
      manifestVersion: '1.0',
      publishingInformation: { ...publishing(), locales: Object.fromEntries(locales) },
      apis: { custom: {} },
    },
  };
}

function publishing(): Publishing {
  return {
    locales: forEachLocale(() => ({
      name: listing.name,
      summary: listing.summary,
      description: listing.description.join('\n\n'),
      examplePhrases: [...listing.examplePhrases],
      keywords: [...listing.keywords],
      smallIconUri: `file://${ICONS.small.path}`,
      largeIconUri: `file://${ICONS.large.path}`,
    })),
    category: 'FRIENDS_AND_FAMILY',
    distributionMode: 'PUBLIC',
    isAvailableWorldwide: false,
    distributionCountries: LOCALES.map(countryOf),
    testingInstructions: listing.testingInstructions.join('\n\n'),
  };
}

function forEachLocale<Value>(make: (locale: Locale) => Value): Record<Locale, Value> {
  return Object.fromEntries(LOCALES.map((locale) => [locale, make(locale)])) as Record<Locale, Value>;
}

/** The country of a locale. */
function countryOf(locale: Locale): v1.skill.Manifest.DistributionCountries {
  const countries = { 'en-US': 'US', 'en-CA': 'CA', 'en-GB': 'GB', 'en-AU': 'AU', 'en-IN': 'IN' } as const;
  return countries[locale];
}
