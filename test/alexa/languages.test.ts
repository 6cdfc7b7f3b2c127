import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createLanguages } from '../../lambda/alexa/languages.ts';
import { contentFor, locales } from '../../lambda/content/locales.ts';
import { createEcho, type Echo } from '../../simulator/device/echo.ts';
import { modelOfLocale } from '../../simulator/understanding/model-of-locale.ts';
import { type SkillOnDatabase, skillOnDatabase } from '../skill.ts';

describe('The language of a request', () => {
  it('is prepared once, with the words and the time zone of its country', () => {
    const language = createLanguages(contentFor);
    for (const { locale, zone } of locales) {
      expect(language(locale).wording.locale).toBe(locale);
      expect(language(locale).zone).toBe(zone);
      expect(language(locale)).toBe(language(locale));
    }
    expect(language('en-NZ')).toBe(language('de-DE'));
  });

  it('has a time zone that a clock can be set to', () => {
    for (const { zone } of locales)
      expect(() => new Intl.DateTimeFormat('en', { timeZone: zone }), zone).not.toThrow();
  });
});

describe('A speaker of a country that the skill does not know', () => {
  let real: SkillOnDatabase;
  beforeAll(async () => {
    real = await skillOnDatabase();
  });
  afterAll(() => real.close());

  const speaker = (user: string): Echo =>
    createEcho({
      handler: real.skill,
      model: modelOfLocale('en-AU'),
      database: real.database,
      services: real.services,
      locale: 'en-NZ',
      user,
      seed: 7,
      start: new Date('2026-11-22T19:00:00Z'),
      strict: true,
    });

  it('names the local emergency number, and no other', async () => {
    const exchange = await speaker('support').line('alexa, ask our checkin for support');
    expect(exchange).toMatchObject({ mic: 'open', violations: [], error: null });
    expect(exchange?.spoken).toContain('call your local emergency number');
    expect(exchange?.spoken).not.toMatch(/\d|nine|eight|zero/u);
  });

  it('sets a reminder in the locale that it has, not in one that Alexa would refuse', async () => {
    const echo = speaker('reminder');
    const said = ['start our check-in', 'Ana', 'Bo', 'yes', 'yes'];
    for (const [index, words] of said.entries()) await echo.line(index === 0 ? `alexa, ${words}` : words);
    await echo.line('(grant reminders)');
    await echo.line('alexa, remind us every sunday at seven in the evening');
    const exchange = await echo.line('yes');
    expect(exchange?.spoken).toMatch(/every Sunday at 7 pm/iu);
    expect(exchange).toMatchObject({ violations: [], error: null });
    expect((await echo.line('(wait 8d)'))?.spoken).toContain("It's time for your check-in.");
  });
});
