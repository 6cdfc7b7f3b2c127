import { describe, expect, it } from 'vitest';
import { lintInteractionModel } from '../../interaction-models/linter/lint.ts';
import { validateAgainstSchema } from '../../interaction-models/linter/model-schema.ts';
import differences from '../../interaction-models/locale-differences.json' with { type: 'json' };
import { LOCALES, type Locale, localised, localisedModel } from '../../interaction-models/localised-model.ts';
import { createListener } from '../../lambda/alexa/listener.ts';
import { contentFor } from '../../lambda/content/locales.ts';
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

  it('is called by the same name', () => {
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

  it.each(LOCALES)('of %s knows the number that is heard in films, too', (locale) => {
    expect(intentOf('call nine one one', locale)).toBe('EmergencyIntent');
  });

  it.each([
    ['en-US', 'summarize our week'],
    ['en-CA', 'summarize our week'],
    ['en-GB', 'summarise our week'],
    ['en-AU', 'summarise our week'],
    ['en-IN', 'summarise our week'],
  ] as const)('of %s spells as one spells there: "%s"', (locale, words) => {
    expect(intentOf(words, locale)).toBe('RecapIntent');
  });
});

describe('A command that a slot may catch', () => {
  const spellings: Readonly<Record<Locale, { spelling?: Readonly<Record<string, string>> }>> = differences;

  it.each(LOCALES)('is known in %s as one spells it there', (locale) => {
    const { spelling = {} } = spellings[locale];
    const { hearing } = contentFor(locale);
    const { command } = createListener(hearing);
    for (const phrase of Object.values(hearing.commands).flat()) {
      const spelled = phrase.replace(/[\p{L}']+/gu, (word) => spelling[word] ?? word);
      expect(command(spelled), spelled).toEqual(command(phrase));
    }
  });
});

describe('A local difference', () => {
  it('leaves the base as it is', () => {
    const base = localisedModel('en-US');
    const before = structuredClone(base);
    localised(base, { samples: { EmergencyIntent: ['call nine nine nine'] } });
    expect(base).toEqual(before);
  });

  it('is refused where it would be none', () => {
    const base = localisedModel('en-US');
    expect(() => localised(base, { samples: { NoSuchIntent: ['a'] } })).toThrow(/no intent NoSuchIntent/u);
    expect(() => localised(base, { samples: { EmergencyIntent: ['call the police'] } })).toThrow(/already/u);
    expect(() => localised(base, { spelling: { harbor: 'harbour' } })).toThrow(/"harbor"/u);
  });
});
