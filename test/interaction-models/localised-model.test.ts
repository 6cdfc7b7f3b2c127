import { describe, expect, it } from 'vitest';
import { heardIn } from '../../interaction-models/costs/examples.ts';
import { lintInteractionModel } from '../../interaction-models/linter/lint.ts';
import { validateAgainstSchema } from '../../interaction-models/linter/model-schema.ts';
import differences from '../../interaction-models/locale-differences.json' with { type: 'json' };
import { LOCALES, type Locale, localisedModel } from '../../interaction-models/localised-model.ts';
import { contentFor } from '../../lambda/content/locales.ts';
import { createListener } from '../../lambda/understanding/listener.ts';
import { modelOfLocale } from '../../simulator/understanding/model-of-locale.ts';
import { understand } from '../../simulator/understanding/understand.ts';

const now = new Date('2026-11-22T19:00:00Z');

const intentOf = (words: string, locale: Locale): string =>
  understand(modelOfLocale(locale), words, { now, strict: true }).intent;

describe('The interaction model of each locale', () => {
  it.each(LOCALES)('%s breaks no rule of the linter, and fits the schema', (locale) => {
    expect(lintInteractionModel(localisedModel(locale), locale)).toEqual([]);
    expect(validateAgainstSchema(localisedModel(locale))).toEqual([]);
  });

  it('is there for every English locale', () => {
    expect([...LOCALES].sort()).toEqual(['en-AU', 'en-CA', 'en-GB', 'en-IN', 'en-US']);
  });

  it('has the same invocation name', () => {
    for (const locale of LOCALES)
      expect(localisedModel(locale).interactionModel.languageModel?.invocationName).toBe('our checkin');
  });

  it.each([
    ['en-US', 'call nine one one'],
    ['en-CA', 'call nine one one'],
    ['en-GB', 'call nine nine nine'],
    ['en-AU', 'call triple zero'],
    ['en-IN', 'call one one two'],
  ] as const)('of %s knows the emergency number: "%s"', (locale, words) => {
    expect(intentOf(words, locale)).toBe('EmergencyIntent');
  });

  it.each(LOCALES)(
    'of %s knows the emergency number of the US too, which people know from films',
    (locale) => {
      expect(intentOf('call nine one one', locale)).toBe('EmergencyIntent');
    },
  );

  it.each([
    ['en-US', 'summarize our week'],
    ['en-CA', 'summarize our week'],
    ['en-GB', 'summarise our week'],
    ['en-AU', 'summarise our week'],
    ['en-IN', 'summarise our week'],
  ] as const)('of %s has the spelling of its country: "%s"', (locale, words) => {
    expect(intentOf(words, locale)).toBe('RecapIntent');
  });
});

describe('A sample that arrives as words', () => {
  const spellings: Readonly<Record<Locale, { spelling?: Readonly<Record<string, string>> }>> = differences;

  it.each(LOCALES)('is read in %s in the spelling of the country', (locale) => {
    const { spelling = {} } = spellings[locale];
    const { understand } = createListener(contentFor(locale));
    const samples = (localisedModel('en-US').interactionModel.languageModel?.intents ?? [])
      .flatMap((intent) => intent.samples ?? [])
      .filter((sample) => !sample.includes('{'));
    expect(samples.length).toBeGreaterThan(500);
    const spelled = (sample: string): string =>
      sample.replace(/[\p{L}']+/gu, (word) => spelling[word] ?? word);
    for (const sample of samples.filter((one) => spelled(one) !== one))
      expect(understand(spelled(sample), heardIn('cold')).event, spelled(sample)).toEqual(
        understand(sample, heardIn('cold')).event,
      );
  });
});

describe('A difference', () => {
  it('is applied to the model of en-US', () => {
    const { languageModel } = localisedModel('en-US', {
      samples: { EmergencyIntent: ['call triple nine'] },
    }).interactionModel;
    const emergency = languageModel?.intents?.find(({ name }) => name === 'EmergencyIntent');
    expect(emergency?.samples).toContain('call nine one one');
    expect(emergency?.samples?.at(-1)).toBe('call triple nine');
  });

  it.each([
    ['names an unknown intent', { samples: { NoSuchIntent: ['a'] } }, /no intent NoSuchIntent/u],
    ['adds a sample again', { samples: { EmergencyIntent: ['call the police'] } }, /already/u],
    ['spells a word that is not said', { spelling: { harbor: 'harbour' } }, /"harbor"/u],
  ])('is refused if it %s', (_, difference, message) => {
    expect(() => localisedModel('en-US', difference)).toThrow(message);
  });
});
