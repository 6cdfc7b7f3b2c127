import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { LOCALES } from '../../interaction-models/localised-model.ts';
import type { Content } from '../../lambda/content/content.ts';
import { LOCAL_LINES } from '../../lambda/content/difference.ts';
import { enUS } from '../../lambda/content/en-US/en-us.ts';
import { contentFor, locales } from '../../lambda/content/locales.ts';
import { createListener } from '../../lambda/understanding/listener.ts';
import { modelOfLocale } from '../../simulator/understanding/model-of-locale.ts';
import { understand } from '../../simulator/understanding/understand.ts';
import { numbersIn } from './spoken-numbers.ts';
import { everyQuestion, everyWording, keys, sentencesOf, variantsOf } from './wordings.ts';

/** The telephone numbers by locale. docs/safety.md has the source of each. */
const NUMBERS = {
  'en-US': {
    talk: ['988'],
    text: ['988', '88788'],
    unsafe: ['8007997233'],
    child: ['8004224453'],
    // The hotline talks with people who hurt somebody, too.
    hurt: ['8007997233'],
    danger: '911',
  },
  'en-GB': {
    talk: ['116123'],
    text: ['85258'],
    unsafe: ['08082000247', '116123'],
    child: ['08088005000'],
    hurt: ['116123'],
    danger: '999',
  },
  'en-CA': {
    talk: ['988'],
    text: ['988'],
    unsafe: ['211', '988'],
    child: ['211'],
    hurt: ['211', '988'],
    danger: '911',
  },
  'en-AU': {
    talk: ['131114'],
    text: ['0477131114', '0458737732'],
    unsafe: ['1800737732'],
    child: [],
    hurt: ['131114'],
    danger: '000',
  },
  // No number for texts was found: these are for somebody who calls for them.
  'en-IN': {
    talk: ['14416'],
    text: ['14416', '112'],
    unsafe: ['112', '181'],
    child: [],
    hurt: ['14416'],
    danger: '112',
  },
  en: { talk: [], text: [], unsafe: [], child: [], hurt: [], danger: null },
} as const;

/** Asked for, and with several numbers; or so short that everybody knows it. */
const SAID_ONCE: readonly string[] = ['support.asked', 'support.by-text', 'support.emergency'];

type Place = keyof typeof NUMBERS;

const places = Object.keys(NUMBERS) as Place[];

/** The numbers of the US. In most other countries they do not work, or belong to somebody else. */
const { talk, text, unsafe, child, danger } = NUMBERS['en-US'];
const ofTheUS = [...new Set([...talk, ...text, ...unsafe, ...child, danger])];

/** Everything that can be said in a locale, with its key. */
function everythingSaid(content: Content): [where: string, text: string][] {
  return [
    ...everyWording(content),
    ...everyQuestion(content).map(({ id, text }): [string, string] => [id, text]),
    ...Object.entries(content.tips).flatMap(([practice, tips]) =>
      tips.map((tip): [string, string] => [practice, tip]),
    ),
    ...Object.entries(content.time),
  ];
}

test('numbers are read in words and in digits, as people group them', () => {
  expect(numbersIn('Call oh eight oh eight, two thousand, two four seven, or 1-800-799-7233.')).toEqual([
    '08082000247',
    '18007997233',
  ]);
  expect(numbersIn('Thirteen, eleven, fourteen. In danger: triple zero.')).toEqual(['131114', '000']);
  expect(numbersIn('One of you has two minutes, and nine one one is nine one one.')).toEqual(['911', '911']);
});

test('every locale in which the skill is offered has an English of its own', () => {
  expect(locales.map(({ locale }) => locale).toSorted()).toEqual([...places].toSorted());
  for (const locale of LOCALES) expect(contentFor(locale).locale).toBe(locale);
});

test('any other locale is answered in the English of no country, never with the numbers of one', () => {
  for (const locale of ['en-NZ', 'en-ZA', 'en', 'de-DE', 'EN-GB', ''])
    expect(contentFor(locale).locale).toBe('en');
});

test('each line of the US that speaks a number is one that every country has to word itself', () => {
  const spoken = keys.filter((key) =>
    variantsOf(enUS, key).some((text) => numbersIn(text).some((number) => ofTheUS.includes(number as '911'))),
  );
  expect(spoken.toSorted()).toEqual([...LOCAL_LINES].toSorted());
});

describe.each(places)('In %s', (place) => {
  const content = contentFor(place);
  const { talk, text, unsafe, child, hurt, danger } = NUMBERS[place];
  const emergency: readonly string[] = danger === null ? [] : [danger];
  const spokenIn = (key: (typeof LOCAL_LINES)[number]): string[][] =>
    variantsOf(content, key).map((text) => [...new Set(numbersIn(text))].toSorted());
  const each = (numbers: readonly string[]): string[][] => {
    const all = [...new Set(numbers)].toSorted();
    return [all, all];
  };

  test('whoever asks hears who to call, in both wordings', () => {
    expect(spokenIn('support.asked')).toEqual(each([...talk, ...unsafe, ...emergency]));
    expect(spokenIn('support.by-text')).toEqual(each([...text, ...emergency]));
    expect(spokenIn('support.self-harm')).toEqual(each([...talk, ...emergency]));
    expect(spokenIn('support.other-self-harm')).toEqual(each([...talk, ...emergency]));
    expect(spokenIn('support.child')).toEqual(each([...child, ...emergency]));
    expect(spokenIn('support.hurt-someone')).toEqual(each(danger === null ? emergency : hurt));
    expect(spokenIn('support.unsafe')).toEqual(each(unsafe));
    expect(spokenIn('support.emergency')).toEqual(each(emergency));
  });

  test('a number that has to be written down is said twice, unless they asked and hear several', () => {
    for (const key of LOCAL_LINES)
      if (!SAID_ONCE.includes(key) && danger !== null)
        for (const text of variantsOf(content, key)) {
          const said = numbersIn(text);
          expect(said.length, `${key}: ${text}`).toBeGreaterThan(new Set(said).size);
        }
  });

  test('no reply is longer than three sentences, and none that may be overheard says why it is given', () => {
    for (const key of keys.filter((one) => one.startsWith('support.')))
      for (const text of variantsOf(content, key))
        expect(sentencesOf(text).length, text).toBeLessThanOrEqual(3);
    for (const text of [...variantsOf(content, 'support.unsafe'), ...variantsOf(content, 'support.by-text')])
      expect(text).not.toMatch(/\b(safe|unsafe|abuse|violence|hurt|afraid|domestic|said|saying)\b/iu);
  });

  test('a counselor is named apart from the lines for a crisis', () => {
    for (const text of variantsOf(content, 'support.counsel')) {
      expect(numbersIn(text)).toEqual([]);
      expect(text).toMatch(/counselor/u);
      expect(text).toMatch(/doctor/u);
    }
  });

  test('no number of the US is spoken that does not answer there', () => {
    const own: readonly string[] = [...talk, ...text, ...unsafe, ...child, ...emergency];
    const foreign = ofTheUS.filter((number) => !own.includes(number));
    const spoken = everythingSaid(content).filter(([, text]) =>
      numbersIn(text).some((number) => foreign.some((one) => number.includes(one))),
    );
    expect(spoken).toEqual([]);
  });

  test('if no number is known, the local emergency number is named', () => {
    const named = LOCAL_LINES.filter((key) =>
      variantsOf(content, key).every((text) => text.includes('your local emergency number')),
    );
    expect(named).toEqual(danger === null ? [...LOCAL_LINES] : []);
  });

  test('each number is in docs/safety.md, with where it was found', () => {
    const page = readFileSync(new URL('../../docs/safety.md', import.meta.url), 'utf8');
    const rows = page.split('\n').filter((row) => row.startsWith(`| ${place} |`));
    const digits = rows.map((row) => (row.split('|')[2] ?? '').replace(/\D/gu, ''));
    expect(digits.toSorted()).toEqual(
      [...new Set([...talk, ...text, ...unsafe, ...child, ...hurt, ...emergency])].toSorted(),
    );
    for (const row of rows) expect(row, row).toMatch(/https?:\/\//u);
  });
});

describe.each(LOCALES)('A cry for help in %s', (locale) => {
  const model = modelOfLocale(locale);
  const { emergency = [] } = contentFor(locale).hearing.danger;
  const samples =
    model.interactionModel.languageModel.intents.find(({ name }) => name === 'EmergencyIntent')?.samples ??
    [];

  test('is heard in a slot as it is heard outside of one', () => {
    const listener = createListener(contentFor(locale));
    expect(samples.length).toBeGreaterThan(0);
    for (const sample of samples)
      expect(listener.concern(sample), sample).toEqual({ type: 'support', about: 'emergency' });
  });

  test('is heard outside of a slot as it is heard in one, but for digits, which no sample may hold', () => {
    const now = new Date('2026-11-22T19:00:00Z');
    const inWords = emergency.filter((phrase) => !/\d/u.test(phrase));
    const unheard = inWords.filter(
      (phrase) => understand(model, phrase, { now, strict: true }).intent !== 'EmergencyIntent',
    );
    expect(unheard).toEqual([]);
  });

  test('is heard by the English of no country, too', () => {
    const listener = createListener(contentFor(''));
    for (const phrase of emergency)
      expect(listener.concern(`please ${phrase}`), phrase).toEqual({ type: 'support', about: 'emergency' });
  });
});
