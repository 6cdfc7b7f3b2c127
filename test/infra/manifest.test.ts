import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import listing from '../../infra/skill-package/listing.json' with { type: 'json' };
import { manifestFor } from '../../infra/skill-package/manifest.ts';
import { EXAMPLES } from '../../infra/skill-package/parameters.ts';
import { schemaCheck } from '../../interaction-models/linter/amazon-schema.ts';
import { LOCALES } from '../../interaction-models/localised-model.ts';
import { admit } from '../../lambda/alexa/envelope.ts';
import { SKILL_ID } from '../../simulator/cloud/identity.ts';
import { createEcho } from '../../simulator/device/echo.ts';
import { parseInvocation } from '../../simulator/understanding/invocation.ts';
import { modelOfLocale } from '../../simulator/understanding/model-of-locale.ts';
import { understand } from '../../simulator/understanding/understand.ts';
import { type SkillOnDatabase, skillOnDatabase } from '../skill.ts';

const manifest = manifestFor(EXAMPLES).manifest ?? {};
const { publishingInformation, privacyAndCompliance, apis, events, permissions } = manifest;
const now = new Date('2026-11-22T19:00:00Z');
const description = listing.description.join('\n\n');

describe('The manifest', () => {
  it('fits Amazon’s schema', () => {
    const faultsOf = schemaCheck('v1.skill.Manifest.SkillManifestEnvelope', 'v1.skill.Manifest.');
    expect(faultsOf({ manifest })).toEqual([]);
  });

  it('lists every locale, and the country of each', () => {
    expect(Object.keys(publishingInformation?.locales ?? {})).toEqual(LOCALES);
    expect(publishingInformation?.distributionCountries).toEqual(
      LOCALES.map((locale) => locale.split('-')[1]),
    );
    expect(publishingInformation?.isAvailableWorldwide).toBe(false);
  });

  it('has the address of the policy and of the terms in each locale', () => {
    for (const locale of LOCALES)
      expect(privacyAndCompliance?.locales?.[locale]).toEqual({
        privacyPolicyUrl: EXAMPLES.privacy,
        termsOfUseUrl: EXAMPLES.terms,
      });
  });

  it('declares personal information, and no ads, no purchases, no health data and no children', () => {
    expect(privacyAndCompliance).toMatchObject({
      usesPersonalInfo: true,
      isChildDirected: false,
      usesHealthInfo: false,
      containsAds: false,
      allowsPurchases: false,
      isExportCompliant: true,
    });
  });

  it('asks for the permissions for reminders and voices, and for no other', () => {
    expect(permissions?.map(({ name }) => name)).toEqual([
      'alexa::alerts:reminders:skill:readwrite',
      'alexa::person_id:read',
    ]);
  });

  it('has the endpoint of the deployment, and the interface for screens that are round, rectangular or televisions', () => {
    expect(apis?.custom?.endpoint?.uri).toBe(EXAMPLES.endpoint);
    expect(events?.endpoint.uri).toBe(EXAMPLES.endpoint);
    const [screens, ...others] = apis?.custom?.interfaces ?? [];
    expect(others).toEqual([]);
    if (screens?.type !== 'ALEXA_PRESENTATION_APL') throw new TypeError('expected the interface of APL');
    const kinds = screens.supportedViewports?.map(({ mode, shape }) => `${mode} ${shape}`);
    expect([...new Set(kinds)]).toEqual(['HUB ROUND', 'HUB RECTANGLE', 'TV RECTANGLE']);
  });

  it('subscribes to the events that the skill handles, and to no other', () => {
    const kinds = {
      SKILL_DISABLED: 'SkillDisabled',
      SKILL_PERMISSION_ACCEPTED: 'SkillPermissionAccepted',
      SKILL_PERMISSION_CHANGED: 'SkillPermissionChanged',
      SKILL_ENABLED: 'SkillEnabled',
      SKILL_ACCOUNT_LINKED: 'SkillAccountLinked',
    };
    const answered = Object.entries(kinds).filter(([, kind]) => isAdmitted(`AlexaSkillEvent.${kind}`));
    expect(events?.subscriptions?.map(({ eventName }) => eventName)).toEqual(answered.map(([name]) => name));
  });
});

describe('The listing in the store', () => {
  it('keeps to Amazon’s length limits', () => {
    expect(listing.name.length).toBeGreaterThanOrEqual(2);
    expect(listing.summary.length).toBeLessThanOrEqual(160);
    expect(description.length).toBeLessThanOrEqual(4_000);
    expect(listing.testingInstructions.join('\n\n').length).toBeLessThanOrEqual(4_000);
    expect(listing.keywords.length).toBeLessThanOrEqual(30);
    for (const phrase of listing.examplePhrases) expect(phrase.length).toBeLessThanOrEqual(200);
  });

  it.each([
    'practice for two adults who both want it',
    'not therapy',
    'not for emergencies',
    'local emergency number',
    'cannot call anyone',
  ])('says plainly: %s', (words) => {
    expect(description).toContain(words);
  });

  it('promises no effect on health, and does not say "Alexa skill"', () => {
    const all = [listing.name, listing.summary, description, ...listing.keywords].join('\n');
    expect(all).not.toMatch(/alexa skill/iu);
    expect(all).not.toMatch(/\b(?:heal|cure|treat|diagnos|mental|wellbeing|wellness|stress|anxi|depress)/iu);
    expect(all).not.toMatch(/\b(?:save|fix|guarantee|proven)\b/iu);
    expect(listing.keywords.join(' ')).not.toMatch(/therap|counsel|health/iu);
  });

  it('uses only words that are spelled alike in every country', () => {
    const all = [listing.summary, description, ...listing.keywords].join('\n');
    expect(all).not.toMatch(/counsel|colou?r|favou?r|(?:recogn|real|organ|apolog|summar)i[sz]|program/iu);
  });

  const quoted = [...listing.description, ...listing.testingInstructions].flatMap((text) =>
    [...text.matchAll(/"([^"]+)"/gu)].map(([, words = '']) => words),
  );
  const phrases = [...new Set([...listing.examplePhrases, ...quoted])];

  it.each(LOCALES)('quotes only phrases that the interaction model of %s understands', (locale) => {
    expect(phrases.length).toBeGreaterThan(30);
    const model = modelOfLocale(locale);
    const misunderstood = phrases.filter((phrase) => {
      const words = phrase.replace(/^Alexa, /u, '');
      const called = parseInvocation(model.interactionModel.languageModel.invocationName, words);
      if (called?.kind === 'launch') return false;
      const said = called?.utterance ?? words;
      return understand(model, said, { now, strict: true }).match !== 'exact';
    });
    expect(misunderstood).toEqual([]);
  });
});

describe('Each example phrase works in a new session', () => {
  let real: SkillOnDatabase;
  beforeAll(async () => {
    real = await skillOnDatabase();
  });
  afterAll(() => real.close());

  it.each(LOCALES.flatMap((locale) => listing.examplePhrases.map((phrase) => [locale, phrase] as const)))(
    'in %s: %s',
    async (locale, phrase) => {
      const { skill: handler, database, services } = real;
      const model = modelOfLocale(locale);
      const user = `${locale} ${phrase}`;
      const echo = createEcho({
        handler,
        model,
        database,
        services,
        user,
        locale,
        seed: 7,
        start: now,
        strict: true,
      });
      const exchange = await echo.line(phrase);
      expect(exchange?.heard?.match).toBe('exact');
      expect(exchange).toMatchObject({ mic: 'open', session: 'open', violations: [], error: null });
      expect(exchange?.spoken).toMatch(/\?$/u);
    },
  );
});

function isAdmitted(type: string): boolean {
  const event = {
    version: '1.0',
    context: { System: { application: { applicationId: SKILL_ID }, user: { userId: 'demo' } } },
    request: { type, requestId: 'r', timestamp: now.toISOString() },
  };
  try {
    admit(event, SKILL_ID);
    return true;
  } catch {
    return false;
  }
}
