/** Which exercise and which length somebody names. */
import { describe, expect, it } from 'vitest';
import { heardIn, type Moment } from '../../interaction-models/costs/examples.ts';
import { enUS } from '../../lambda/content/en-US/en-us.ts';
import { createClues } from '../../lambda/understanding/clues.ts';
import {
  createIsLimiting,
  createIsRejected,
  createIsRejecting,
  dayIn,
  exerciseIn,
  isLongTurnedDown,
  lengthBesideYes,
  minutesIn,
  type SaidChoice,
  starterIn,
} from '../../lambda/understanding/said-choice.ts';
import { english } from '../skill.ts';

const { cluesIn, readSlot } = createClues(enUS.hearing.phrases);

function said(words: string, moment: Moment): SaidChoice {
  const { question, names } = heardIn(moment);
  const clues = cluesIn(words, question, names);
  return {
    clues,
    valuesIn: (slot) => readSlot(names).anywhere(slot, clues.heard),
    isRejecting: createIsRejecting(enUS.hearing),
    isRejected: createIsRejected(enUS.hearing),
    isLimiting: createIsLimiting(enUS.hearing),
    besideYes: enUS.hearing.besideYes,
  };
}

describe('the exercise', () => {
  it.each([
    ['not the game, feelings', undefined, 'validation'],
    ['we did the funny one yesterday, we want to talk about feelings', 'play', 'validation'],
    ['not the check-in, something light and silly', 'check-in', 'play'],
    ['time together instead of the questions', undefined, 'together'],
    ['a question about our week', 'questions', 'questions'],
    ['the weekly check-in', undefined, 'weekly'],
    ['we would rather sit together with no phones', undefined, 'together'],
    ['can we say thank you to each other', undefined, 'appreciation'],
    ["there's a little thing bugging me", undefined, 'small-thing'],
  ])('in "%s" is the one they want', (words, likely, exercise) => {
    expect(exerciseIn(said(words, 'welcome'), likely)).toBe(exercise);
  });

  it('is not turned down by a question why not', () => {
    expect(exerciseIn(said('why not do the check-in', 'menu'), 'check-in')).toBe('check-in');
    expect(exerciseIn(said("we haven't done the check-in", 'menu'), 'check-in')).toBe('check-in');
  });

  it('is none if all that are named are turned down', () => {
    expect(exerciseIn(said('anything but not the game', 'menu'), 'play')).toBeUndefined();
  });
});

describe('the length', () => {
  it.each([
    ['we only want ten', 'welcome', '10'],
    ['half an hour', 'welcome', '30'],
    ['we could do about ten', 'length', '10'],
    ['the two of us are ready', 'welcome', undefined],
    ['the one about feelings', 'length', undefined],
    ['ten', 'talk-end', undefined],
  ] as const)('in "%s" at %s is %s', (words, moment, minutes) => {
    expect(minutesIn(said(words, moment))).toBe(minutes);
  });

  it.each([
    'yes there are five of us',
    "yes we've been married twenty years",
    "yes we'll be five minutes late",
    'yes not the short one',
    "yes i've been up for fifteen hours",
  ])('is no number that means something else: "%s"', (words) => {
    expect(lengthBesideYes(said(words, 'welcome'))).toBeUndefined();
  });

  it('beside a yes counts where a yes begins an exercise', () => {
    expect(lengthBesideYes(said('yes but only ten minutes', 'welcome'))).toEqual({ minutes: '10' });
    expect(lengthBesideYes(said('yes but a short one', 'welcome'))).toEqual({ minutes: '5' });
    expect(lengthBesideYes(said('yes but a short one', 'ready'))).toBe('shorter');
    expect(lengthBesideYes(said('yes', 'welcome'))).toBeUndefined();
    expect(lengthBesideYes(said('yes ten minutes', 'talk-end'))).toBeUndefined();
  });
});

describe('the day', () => {
  it.each([
    ['make it Tuesdays, not Sundays', 'tuesday'],
    ['not Sunday, Tuesday at seven', 'tuesday'],
    ["Sunday's no good, Tuesday is better", 'tuesday'],
    ["we're at football on Sundays, do Tuesday", 'tuesday'],
    ['Sunday at seven', 'sunday'],
    ['at seven', undefined],
  ])('in "%s" is %s', (words, day) => {
    expect(dayIn(said(words, 'remind-when'))).toBe(day);
  });
});

describe('a long length', () => {
  it.each([
    'twenty is too much for us',
    "I can't do twenty minutes tonight",
    'anything but twenty',
    'not twenty',
  ])('is turned down by "%s"', (words) => {
    expect(isLongTurnedDown(said(words, 'length'))).toBe(true);
  });

  it.each([
    'twenty',
    'twenty it is',
    'why not twenty',
    'not the short one, twenty',
    'ten is too short',
    'ten is long enough',
    'twenty is a lot better',
    'no more than ten minutes',
  ])('is not by "%s"', (words) => {
    expect(isLongTurnedDown(said(words, 'length'))).toBe(false);
  });

  it('is not the one beside it: "not twenty, ten"', () => {
    expect(minutesIn(said('not twenty, ten', 'length'))).toBe('10');
  });
});

describe('who starts', () => {
  it.each([
    ['the short one, and Bo goes first', { name: 'Bo' }],
    ['twenty, and I go first', null],
    ['twenty please', undefined],
  ])('in "%s", beside a length, is %j', (words, first) => {
    expect(starterIn(said(words, 'length'))).toEqual(first);
  });

  it('is not looked for at another question', () => {
    expect(starterIn(said('Bo goes first', 'recap-ask'))).toBeUndefined();
  });
});

describe('at the question for the length', () => {
  const understood = (words: string) => english.listener.understand(words, heardIn('length')).event.type;

  it.each([
    ['the big one', 'more-time'],
    ['as always', 'usual'],
  ] as const)('"%s" is %s', (words, type) => {
    expect(understood(words)).toBe(type);
  });

  it.each(['not the big one', "I don't want the long one", 'nothing big', 'the whole thing is too much'])(
    '"%s" does not begin the long one',
    (words) => {
      expect(understood(words)).not.toBe('more-time');
    },
  );
});

describe('the period', () => {
  it.each([
    ['a recap of yesterday', 'yesterday'],
    ['a recap of last week', 'last-week'],
    ["just the ones about Ana, he's having a rough day", 'week'],
  ])('of "%s" is %s', (words, period) => {
    expect(english.listener.understand(words, heardIn('recap-ask')).event).toMatchObject({
      type: 'recap',
      period,
    });
  });
});
