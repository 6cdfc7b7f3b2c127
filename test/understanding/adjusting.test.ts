/** What else the words say beside what was meant. */
import { describe, expect, it } from 'vitest';
import { heardIn, type Moment } from '../../interaction-models/costs/examples.ts';
import { decided } from './decided.ts';

/** The event, if the words are taken for this sense at a moment. */
const meant = (said: string, sense: string, moment: Moment) =>
  decided(said, [{ sense, probability: 1 }], heardIn(moment));

describe('somebody who is away', () => {
  it.each(['Bo has gone to answer the door', "he's just nipped to the kitchen", 'she is on the phone'])(
    '"%s" is a pause while they talk',
    (said) => {
      expect(meant(said, 'alone', 'mid-talk').type).toBe('interrupted');
      expect(meant(said, 'alone', 'talk-end').type).toBe('interrupted');
    },
  );

  it('for longer, or where nobody talks, leaves the other one alone', () => {
    for (const said of [
      'Bo has gone home',
      "she's fallen asleep in the kitchen",
      'Bo has left, back in a week',
    ])
      expect(meant(said, 'alone', 'talk-end').type).toBe('alone');
    expect(meant("I'm on my own, he had to take a call", 'alone', 'talk-end').type).toBe('alone');
    expect(meant('Bo has gone to answer the door', 'alone', 'welcome').type).toBe('alone');
  });
});

describe('a quarrel', () => {
  it('is none if they say that it is nothing', () => {
    expect(meant("we're only bickering, ignore us", 'time-out', 'mid-talk').type).toBe('unclear');
    for (const said of ["we're fighting again", "she keeps winding me up, we're shouting"])
      expect(meant(said, 'time-out', 'mid-talk').type).toBe('time-out');
  });
});

describe('a yes to carrying on', () => {
  it('is one with a wish for more time beside it', () => {
    expect(meant('yes carry on but ten minutes this time', 'choose', 'carry-on').type).toBe('resume');
  });

  it('is none if they want another exercise', () => {
    expect(meant('yes but the listening exercise', 'choose', 'carry-on').type).toBe('choose');
  });
});

describe('the question for one of the two', () => {
  it('takes a yes with the name in it, and a no of whoever says it', () => {
    expect(meant('yeah it was the one with Ana here', 'none', 'who-said')).toEqual({
      type: 'first',
      who: { name: 'Ana' },
    });
    expect(meant('yeah neither of them said it', 'none', 'who-said').type).toBe('unclear');
    expect(meant('no it is from me', 'it-is-me', 'who-said').type).toBe('no');
  });
});

describe('the length', () => {
  it('between the short one and the long one is ten minutes', () => {
    expect(meant('the middle one then', 'choose', 'length')).toMatchObject({ type: 'choose', minutes: 10 });
  });
});

describe('a parting', () => {
  it.each([
    "my sister's getting divorced, he hit the roof",
    'my mum and dad split up when I was ten',
    'her friend broke up with him',
  ])('of others is none of theirs: "%s"', (said) => {
    expect(meant(said, 'parting', 'mid-talk').type).toBe('unclear');
  });

  it.each([
    "we split up and I'm at my mum's",
    "I'm at my mum's, we split up",
    'I told my friend that we broke up',
    "we're getting divorced",
    'my husband and I are separated',
    'my husband died in the bathroom',
    'he left me, he told me on the phone',
  ])('of theirs is one: "%s"', (said) => {
    expect(meant(said, 'parting', 'mid-talk').type).toBe('parting');
  });

  it('is none if the other one is back soon', () => {
    expect(meant("he's gone to get snacks, pause it", 'parting', 'mid-talk').type).toBe('interrupted');
  });
});

describe('a yes to beginning', () => {
  it('with who starts beside it says who starts', () => {
    expect(meant('yes go on and Bo can start', 'yes', 'welcome')).toEqual({
      type: 'first',
      who: { name: 'Bo' },
    });
    expect(meant('yes go on', 'yes', 'welcome').type).toBe('yes');
  });
});

describe('what is said in a quiet', () => {
  it('about somebody who is away or back changes nothing of whose turn it is', () => {
    expect(meant("he's gone to make tea", 'none', 'mid-talk').type).toBe('interrupted');
    expect(meant("she's back now", 'done', 'mid-talk').type).toBe('resume');
    expect(meant("she's done now", 'done', 'mid-talk').type).toBe('done');
  });
});

describe('the end of the reminder', () => {
  it.each(['is the reminder still on', "no, Sunday's reminder, is it on"])(
    'is not asked for by "%s"',
    (said) => {
      expect(meant(said, 'unremind', 'welcome').type).toBe('when-reminded');
    },
  );

  it.each([
    'turn the reminder off',
    'is it still on? cancel it',
    'no reminder on Sundays, please',
    "we don't need a reminder on Sundays",
  ])('is asked for by "%s"', (said) => {
    expect(meant(said, 'unremind', 'welcome').type).toBe('unremind');
  });
});

describe('the chimes', () => {
  it.each(['can you not do the ding', 'that bell woke the baby, no more', 'the chime is too loud'])(
    '"%s" turns them off',
    (said) => {
      for (const sense of ['none', 'unremind', 'louder'])
        expect(meant(said, sense, 'mid-talk')).toEqual({ type: 'chimes', on: false });
    },
  );

  it.each(['confirm', 'keep-what'] as const)(
    'not where a sentence is asked for or read back: %s',
    (moment) => {
      expect(meant('not the bell, the gong', 'none', moment).type).not.toBe('chimes');
    },
  );

  it.each(["that bell isn't ours, it's the door", 'somebody rang the bell, we are not in'])(
    '"%s" does not',
    (said) => {
      expect(meant(said, 'none', 'mid-talk').type).not.toBe('chimes');
    },
  );
});
