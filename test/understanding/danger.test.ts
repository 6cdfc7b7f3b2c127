import { describe, expect, it, test } from 'vitest';
import { DANGERS } from '../../lambda/content/danger.ts';
import { enUS } from '../../lambda/content/en-US/en-us.ts';
import { contentFor, locales } from '../../lambda/content/locales.ts';
import { createDangerReader } from '../../lambda/understanding/danger.ts';
import { english } from '../skill.ts';
import sentences from './danger-sentences.json' with { type: 'json' };

/** The patterns alone. What all words together say is measured in test/heard. */
const patterns = createDangerReader(enUS.hearing.danger, null);
const read = (words: string) => patterns(words)?.concern ?? null;

describe.each(DANGERS)('%s', (kind) => {
  test.each(sentences[kind])('is heard: "%s"', (words) => {
    expect(read(words)).toBe(kind);
  });
});

test.each(sentences.none)('only sounds like danger: "%s"', (words) => {
  expect(read(words)).toBeNull();
});

describe('a danger is heard', () => {
  const cries = DANGERS.flatMap((kind) => sentences[kind].map((words) => ({ kind, words })));

  test('in capitals, with punctuation, curly apostrophes, fillers, stutters and a lead-in', () => {
    for (const { words } of cries) {
      const [first = '', ...rest] = words.split(' ');
      for (const said of [
        `${words.toUpperCase().replaceAll("'", '’')}!!`,
        `um ${words}`,
        `well, you know, ${words}.`,
        `${first} ${words}`,
        [first, 'uh', ...rest].join(' '),
      ])
        expect(read(said), said).not.toBeNull();
    }
  });

  test('without the apostrophes that a recogniser leaves out', () => {
    const unheard = cries.filter(({ words }) => {
      const said = words
        .replaceAll(/\b(can|don|won|doesn|isn|didn)'t\b/gu, '$1t')
        .replaceAll(/\b(i)'m\b/gu, 'im');
      return read(said) === null;
    });
    expect(unheard).toEqual([]);
  });

  test('in the English of every country', () => {
    for (const { locale } of locales) {
      const there = createDangerReader(contentFor(locale).hearing.danger, null);
      expect(cries.filter(({ words }) => there(words) === null)).toEqual([]);
      expect(sentences.none.filter((words) => there(words) !== null)).toEqual([]);
    }
  });

  test('with what only sounds like one beside it', () => {
    expect(read('my feet are killing me and he hits me')).toBe('unsafe');
    expect(read('you beat me at chess and i want to die')).toBe('self-harm');
  });

  test('before the others if several are: what may be too late in a minute first', () => {
    expect(read('call the police he hits our son and he hits me')).toBe('emergency');
    expect(read('he hits our son and he hits me')).toBe('child');
    expect(read('he hits me and i want to die')).toBe('self-harm');
    expect(read('i hit her and she hits me')).toBe('hurt-someone');
    expect(read('he hits me make her answer')).toBe('unsafe');
  });
});

describe('what is over', () => {
  const { understand } = english.listener;
  const event = (said: string) => understand(said, { question: null, names: ['Ana', 'Bo'] }).event;

  test('loses no place, whatever its words sound like: it may go on', () => {
    expect(event('he used to hit me')).toEqual({ type: 'support', about: 'unsafe', doubtful: true });
  });

  test.each([
    ["my ex left me and I don't see a way on", 'self-harm'],
    ['I used to love my life, I want it to stop', 'self-harm'],
    ['somebody touches our daughter at school', 'child'],
  ])('is not what else is told beside it: "%s"', (said, about) => {
    expect(event(said)).toMatchObject({ type: 'support', about });
  });

  test('is an emergency all the same', () => {
    expect(event("call an ambulance, he's bleeding like years ago")).toEqual({
      type: 'support',
      about: 'emergency',
    });
  });

  test('is not a danger, unless it goes on', () => {
    expect(read('my dad used to hit me when i was little')).toBeNull();
    expect(read('he used to hit me')).toBeNull();
    expect(read('he used to hit me and now he hits me again')).toBe('unsafe');
    expect(read('you hit me yesterday')).toBe('unsafe');
  });
});

test('nothing is heard in nothing, and any words can be read', () => {
  for (const words of [
    '',
    ' ',
    '...',
    "'",
    '💛',
    '\u0000',
    'a'.repeat(5000),
    'he '.repeat(2000),
    '(he|she) ~3 *',
  ])
    expect(read(words)).toBeNull();
});

describe('what couples say in a check-in', () => {
  it.each([
    'nobody is in danger',
    "no no, nobody's hurt",
    "she said she's done mate",
    "my wife says she's tired",
    "he's lying",
    'nothing to report to be honest',
    'we lost the baby last week',
  ])('"%s" is no danger, though its words are near one', (said) => {
    expect(english.listener.concern(said)).toBeNull();
  });

  it.each([
    ['nobody is in danger but he has a knife', 'emergency'],
    ["she said she's done with living", 'other-self-harm'],
    ["he's lying on the floor and he isn't breathing", 'emergency'],
    ['we are fine, he only hits me when he drinks', 'unsafe'],
  ])('"%s" is one all the same', (said, about) => {
    expect(english.listener.concern(said)).toMatchObject({ type: 'support', about });
  });
});

it('is heard beside what couples say in a check-in: only those words are left out', () => {
  for (const said of ['he never listens and i hide the knives', "nobody is hurt but he won't let me out"])
    expect(english.listener.concern(said)).toMatchObject({ type: 'support' });
});
