import * as fc from 'fast-check';
import { SaxesParser } from 'saxes';
import { describe, expect, test } from 'vitest';
import { enUS } from '../../lambda/content/en-US/en-us.ts';
import { contentFor, locales } from '../../lambda/content/locales.ts';
import { line } from '../../lambda/conversation/model/act.ts';
import { unescapeSsml } from '../../lambda/speech/sound.ts';
import { createWording, openingOf } from '../../lambda/speech/wording.ts';
import { everyQuestion } from '../content/wordings.ts';

const wording = createWording(enUS);

/** The words as an XML parser reads them. */
function heardIn(ssml: string): string {
  let text = '';
  const parser = new SaxesParser();
  parser.on('text', (part) => {
    text += part;
  });
  parser.on('opentag', ({ name }) => {
    if (name !== 'speak') throw new Error(`expected no markup in the words, got <${name}>`);
  });
  parser.on('error', (error) => {
    throw error;
  });
  parser.write(`<speak>${ssml}</speak>`).close();
  return text;
}

const thanks = (name: string): string => heardIn(wording.words(line('names.corrected', { name }), 1));

const everySeed = Array.from({ length: 200 }, (_, seed) => Math.imul(seed, 2654435761) >>> 0);

describe('what people call themselves', () => {
  test.each([
    'Ana',
    'Tom & Jerry',
    '<speak>',
    '</speak><audio src="x"/>',
    '"Bo"',
    "O'Neil",
    '🦊',
    'Zoë',
    '麗',
    'עדי',
    '$t(welcome.ask)',
    '{{name}}',
    `\${payload}`,
    '&amp;',
    '[[next]]',
    'a\\b',
    '$&',
    "$'",
  ])('is spoken as it is: %s', (name) => {
    expect(thanks(name).toLocaleLowerCase()).toContain(name.toLocaleLowerCase());
  });

  test('is spoken as it is, whatever it is', () => {
    // A sentence that begins within the name gets a capital letter. That makes no difference when it is spoken.
    const spoken = (text: string): string => text.toLocaleUpperCase();
    fc.assert(
      fc.property(fc.string({ unit: 'binary', minLength: 1, maxLength: 30 }), (name) => {
        const allowed = name
          .replace(/[^\t\n\r\u{20}-\u{D7FF}\u{E000}-\u{FFFD}\u{10000}-\u{10FFFF}]/gu, '')
          .replace(/\r\n?/g, '\n');
        const words = heardIn(wording.words(line('consent.thanks', { name }), 0));
        expect(spoken(words)).toContain(spoken(allowed));
      }),
      { numRuns: 2000 },
    );
  });

  test('is "first partner" for someone who would rather not say, with a capital at the beginning', () => {
    const unnamed = { line: line('partner.first') };
    const said = everySeed.map((seed) =>
      wording.words(line('get-it.ask', { name: unnamed, partner: 'Bo' }), seed),
    );
    for (const words of said) expect(words).toMatch(/^First partner, [a-z]|[a-z], first partner\?$/);
    expect(said.filter((words) => words.startsWith('First partner')).length).toBeGreaterThan(0);
    expect(said.filter((words) => words.endsWith('first partner?')).length).toBeGreaterThan(0);
  });
});

describe('lengths of time', () => {
  test.each([
    [5, '5 seconds'],
    [20, '20 seconds'],
    [30, 'half a minute'],
    [44, 'half a minute'],
    [60, '1 minute'],
    [90, 'a minute and a half'],
    [120, '2 minutes'],
    [150, '2 and a half minutes'],
    [170, '3 minutes'],
    [300, '5 minutes'],
    [1200, '20 minutes'],
    [86_400, '1 day'],
    [4 * 86_400, '4 days'],
    [14 * 86_400, '2 weeks'],
    [30 * 86_400, '4 weeks'],
    [90 * 86_400, '3 months'],
  ])('%i seconds are said as "%s"', (seconds, words) => {
    const said = wording.words(line('time-left.length', { time: { seconds } }), 3);
    expect(said).toMatch(new RegExp(`about ${words}( in all)?\\.$`));
  });

  test.each([60, 64, 90, 120, 150, 170, 190])(
    'a turn of %i seconds is announced in good English',
    (seconds) => {
      for (const seed of everySeed) {
        const said = wording.words(line('talk.floor', { name: 'Ana', time: { seconds } }), seed);
        expect(said).not.toMatch(/the next (a|1|half) /);
      }
    },
  );

  test.each([30, 60, 90])('%i seconds that are left are told in good English', (seconds) => {
    for (const seed of everySeed)
      expect(wording.words(line('time-left.turn', { name: 'Ana', time: { seconds } }), seed)).not.toMatch(
        /(half|minute) are left/,
      );
  });
});

describe('variety', () => {
  test('the same seed gives the same words, and other seeds give all of them', () => {
    const welcome = line('welcome.back', { a: 'Ana', b: 'Bo' });
    const said = everySeed.map((seed) => wording.words(welcome, seed));
    expect(everySeed.map((seed) => wording.words(welcome, seed))).toEqual(said);
    expect(new Set(said).size).toBe(enUS.lines['welcome.back'].length);
  });

  test('an opening is avoided if there is another one', () => {
    for (const seed of everySeed) {
      const first = wording.words(line('quiet.more'), seed);
      const second = wording.words(line('quiet.more'), seed, openingOf(first));
      expect(openingOf(second)).not.toBe(openingOf(first));
    }
  });

  test('an opening that cannot be avoided is said all the same', () => {
    const only = wording.words(line('partner.first'), 1);
    expect(wording.words(line('partner.first'), 1, openingOf(only))).toBe(only);
  });

  test('an opening is the first three words, however they are written', () => {
    const opening = openingOf('Good, let’s CARRY on now.');
    expect(openingOf('good lets  carry, and more')).toBe(opening);
    expect(openingOf('Good, let’s start.')).not.toBe(opening);
    expect(openingOf('  "Kept."  ')).toBe(openingOf('kept'));
  });

  test('an opening tells nothing of what was said', () => {
    expect(openingOf('Ana finally listened.')).not.toMatch(/ana|finally|listened/i);
  });
});

describe('phrases and questions', () => {
  test('phrases that people may say lose their brackets', () => {
    for (const seed of everySeed) {
      const words = wording.words(line('help.exercise'), seed);
      expect(words).toContain('next');
      expect(words).not.toMatch(/\[\[|\]\]/);
    }
  });

  test('a reflection question is said by its id', () => {
    const words = wording.words(line('question.text', { question: { question: 'od1' } }), 1);
    expect(unescapeSsml(words)).toBe(enUS.questions.openness.deeper.od1);
  });

  test('one that is gone is silence, not an id', () => {
    expect(wording.words(line('question.text', { question: { question: 'gone1' } }), 1)).toBe('');
  });

  test('every question is known with its practice and depth', () => {
    expect(wording.questions).toContainEqual({ id: 'od1', practice: 'openness', depth: 'deeper' });
    expect(wording.questions).toEqual(
      everyQuestion(enUS).map(({ id, practice, depth }) => ({ id, practice, depth })),
    );
  });
});

describe('a time and a day', () => {
  const said = (locale: string, time: string): string =>
    unescapeSsml(
      createWording(contentFor(locale)).words(
        line('remind.set', { reminder: { reminder: { day: 'sunday', time } } }),
        1,
      ),
    );

  test.each(locales.map(({ locale }) => locale))('in %s are said with the half of the day', (locale) => {
    expect(said(locale, '19:00')).toMatch(/every Sunday at 7 pm\.$/iu);
    expect(said(locale, '00:30')).toMatch(/every Sunday at 12:30 am\.$/iu);
    expect(said(locale, '12:00')).toMatch(/every Sunday at 12 pm\.$/iu);
  });

  test('are said in the order of the country', () => {
    const day = (locale: string): string =>
      createWording(contentFor(locale)).words(
        line('card.item', { name: 'Ana', date: { date: '2026-11-22' }, text: 'tea' }),
        1,
      );
    expect(day('en-US')).toBe('Ana, Sunday, November 22: tea');
    expect(day('en-GB')).toBe('Ana, Sunday 22 November: tea');
  });
});
