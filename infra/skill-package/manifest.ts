import type { v1 } from 'ask-smapi-model';
import { LOCALES, type Locale } from '../../interaction-models/localised-model.ts';
import listing from './listing.json' with { type: 'json' };

export type Envelope = v1.skill.Manifest.SkillManifestEnvelope;
type Publishing = v1.skill.Manifest.SkillManifestPublishingInformation;

/** What is different with each deployment. */
export interface Deployment {
  /** The ARN of the alias of the function that answers. */
  readonly endpoint: string;
  /** Where the privacy policy can be read. */
  readonly privacy: string;
  /** Where the terms of use can be read. */
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

/** The manifest: what the store shows, what the skill asks for, and where it is answered. */
export function manifestFor({ endpoint, privacy, terms }: Deployment): Envelope {
  return {
    manifest: {
      manifestVersion: '1.0',
      publishingInformation: publishing(),
      privacyAndCompliance: {
        usesPersonalInfo: true,
        isChildDirected: false,
        // Amazon: true only for those whom HIPAA binds.
        usesHealthInfo: false,
        containsAds: false,
        allowsPurchases: false,
        isExportCompliant: true,
        locales: forEachLocale(() => ({ privacyPolicyUrl: privacy, termsOfUseUrl: terms })),
      },
      permissions: [{ name: 'alexa::alerts:reminders:skill:readwrite' }, { name: 'alexa::person_id:read' }],
      // No interfaces: APL for audio needs none, and nothing is shown on a screen.
      apis: { custom: { endpoint: { uri: endpoint }, interfaces: [] } },
      // Only what the skill answers: whoever disables it is forgotten, and so is what a permission was withdrawn for.
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
 * The manifest to create a skill with. Alexa checks that an endpoint may be called, and what lets it be called needs the
 * id of the skill; icons travel with the package alone.
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

/** Each locale is a language and the country in which it is spoken so. */
function countryOf(locale: Locale): v1.skill.Manifest.DistributionCountries {
  const countries = { 'en-US': 'US', 'en-CA': 'CA', 'en-GB': 'GB', 'en-AU': 'AU', 'en-IN': 'IN' } as const;
  return countries[locale];
}
