import { describe, expect, it } from 'vitest';
import { enUS } from '../../lambda/content/en-US/en-us.ts';
import { createClues } from '../../lambda/understanding/clues.ts';

const { phrasebook, readSlot } = createClues(enUS.hearing.phrases);
const { at, anywhere } = readSlot(['Mary Ann', 'Bo']);
const readIn = (slot: string, said: string): string | undefined =>
  anywhere(slot, phrasebook.normalise(said))[0]?.value;

describe('a number', () => {
  it.each([
    ['five', '5'],
    ['ten', '10'],
    ['twenty', '20'],
    ['twenty five', '25'],
    ['forty-five', '45'],
    ['twenty ten', '20'],
    ['20', '20'],
  ])('"%s" is %s', (said, value) => {
    expect(readIn('minutes', said)).toBe(value);
  });

  it('is none in other words', () => {
    expect(readIn('minutes', 'a while')).toBeUndefined();
  });
});

describe('a length of time', () => {
  it.each([
    ['two minutes', 120],
    ['two more minutes, so two minutes', 120],
    ['half a minute', 30],
    ['thirty seconds', 30],
    ['an hour', 3600],
    ['half an hour', 1800],
    ['a couple of minutes', 120],
    ['a minute and a half', 90],
    ['90 seconds', 90],
    ['give us five minutes please', 300],
  ])('"%s" is %i seconds', (said, seconds) => {
    expect(readIn('duration', said)).toBe(String(seconds));
  });

  it.each(['five', 'minutes', 'five apples'])('is not in "%s"', (said) => {
    expect(readIn('duration', said)).toBeUndefined();
  });
});

describe('a day', () => {
  it.each([
    ['on sunday', 'sunday'],
    ['Mondays', 'monday'],
    ['every day', 'every-day'],
    ['daily', 'every-day'],
    ['every evening', 'every-day'],
  ])('"%s" is %s', (said, day) => {
    expect(readIn('day', said)).toBe(day);
  });

  it('is none in "some day"', () => {
    expect(readIn('day', 'some day')).toBeUndefined();
  });
});

describe('a time of day', () => {
  it.each([
    ['seven in the morning', '07:00'],
    ['seven in the evening', '19:00'],
    ['seven p.m.', '19:00'],
    ['7 a.m.', '07:00'],
    ['seven', '19:00'],
    ["eight o'clock", '20:00'],
    ['half past seven', '19:30'],
    ['afternoon about five', '17:00'],
    ['arvo around half five', '17:30'],
    ['friday night at eight', '20:00'],
    ['sunday afternoon ten minutes', '15:00'],
    ['friday evening two people', '19:00'],
    ['sunday evening two weeks from now', '19:00'],
    ['afternoon around ten', '15:00'],
    ['friday night at twelve', '21:00'],
    ['evening', '19:00'],
    ['half past seven in the morning', '07:30'],
    ['seven thirty', '19:30'],
    ['seven thirty in the morning', '07:30'],
    ['seven forty-five p.m.', '19:45'],
    ['quarter to nine', '20:45'],
    ['a quarter to nine in the morning', '08:45'],
    ['quarter past nine', '21:15'],
    ['twenty to one in the afternoon', '12:40'],
    ['7:30', '19:30'],
    ['19:30', '19:30'],
    ['twelve in the afternoon', '12:00'],
    ['noon', '12:00'],
    ['midnight', '00:00'],
    ['the morning', '09:00'],
    ['at night', '21:00'],
  ])('"%s" is %s', (said, time) => {
    expect(readIn('time', said)).toBe(time);
  });

  it.each(['25:00', 'later', 'the weekend'])('is not in "%s"', (said) => {
    expect(readIn('time', said)).toBeUndefined();
  });
});

describe('a word of a list', () => {
  it.each([
    ['exercise', 'the listening exercise', 'listening'],
    ['exercise', 'our weekly check-in', 'weekly'],
    ['depth', 'a bit lighter', 'lighter'],
    ['theme', 'about gratitude', 'appreciation'],
    ['period', 'what we said last week', 'last-week'],
    ['partner', 'the other one', 'other'],
  ])('for the slot %s in "%s" is %s', (slot, said, id) => {
    expect(readIn(slot, said)).toBe(id);
  });

  it('is the longest that fits', () => {
    expect(at('exercise', phrasebook.normalise('weekly check in'), 0)[0]).toEqual({
      value: 'weekly',
      words: 3,
    });
  });
});

describe('a name', () => {
  it('is one of the two that are known, in as many words as it has, and as it was said', () => {
    expect(readIn('name', "read MARY ANN's please")).toBe('MARY ANN');
    expect(readIn('name', 'what did bo say')).toBe('bo');
  });

  it('that is not known is not sure, and no ordinary word is one', () => {
    expect(at('name', phrasebook.normalise('Xanthippe'), 0)).toEqual([
      { value: 'Xanthippe', words: 1, unsure: true },
    ]);
    expect(at('name', phrasebook.normalise('everything'), 0)).toEqual([]);
    expect(readIn('name', 'Xanthippe')).toBeUndefined();
  });
});
