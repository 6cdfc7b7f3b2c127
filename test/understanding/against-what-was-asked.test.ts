/** Answers that sound like a yes and are none: nothing is deleted, saved or begun against what they say. */
import { describe, expect, it } from 'vitest';
import { heardIn } from '../../interaction-models/costs/examples.ts';
import type { Event } from '../../lambda/conversation/model/event.ts';
import { english } from '../skill.ts';
import { asked } from './decided.ts';

/** What these words are understood as in a situation, or at the question with this id, by two with these nicknames. */
function understood(
  said: string,
  where: Parameters<typeof heardIn>[0] | 'adding.confirm',
  names: [string, string] = ['Ana', 'Bo'],
): Event {
  const { question: open } = where === 'adding.confirm' ? asked(where) : heardIn(where);
  const question = open && { ...open, names: { a: names[0], b: names[1] } };
  return english.listener.understand(said, { question, names }).event;
}

const YES: readonly Event['type'][] = ['yes', 'keep-it', 'delete-it', 'next'];

describe('where everything would be deleted', () => {
  it.each([
    'delete everything except the appreciations',
    'yes, everything but our names',
    'yes apart from the nice things',
    'yes, tomorrow',
    'delete it later',
    'yes, in a bit',
    'yes but tomorrow please',
    'yes please delete it all tomorrow',
    'delete everything, just not our names',
    'delete everything and keep the appreciations',
    'yes, on sunday',
  ])('"%s" deletes nothing yet', (said) => {
    expect(YES).not.toContain(understood(said, 'forget').type);
  });

  it.each(["just Bo's", "only Bo's"])('"%s" is about what one of them said', (said) => {
    expect(understood(said, 'forget')).toEqual({ type: 'forget', what: { saidBy: 'Bo' } });
  });

  it('"just Bo" names whom they mean, where that is asked', () => {
    const { question } = asked('forget.person.who');
    const event = english.listener.understand('just Bo', { question, names: ['Ana', 'Bo'] }).event;
    expect(event).toMatchObject({ type: 'names', name: 'Bo' });
  });

  it('a nickname of two words is one', () => {
    const mary = understood("forget only Mary Jane's", 'forget', ['Mary Jane', 'Bo']);
    expect(mary).toEqual({ type: 'forget', what: { saidBy: 'Mary Jane' } });
  });
});

describe('where a sentence would be saved', () => {
  it.each([
    "I wouldn't like to save that",
    "we wouldn't like to save it",
    "there's no need to save it",
    "I wouldn't like you to keep that",
    "I wouldn't like to keep it",
  ])('"%s" saves nothing', (said) => {
    for (const situation of ['confirm', 'adding.confirm'] as const)
      expect(YES.filter((type) => type !== 'delete-it')).not.toContain(understood(said, situation).type);
  });

  it.each(["eh? what've you got there", 'okay so who does that go to', 'what does it say now'])(
    '"%s" is a question, and saves nothing',
    (said) => {
      expect(YES).not.toContain(understood(said, 'confirm').type);
    },
  );

  it.each([
    ["it's not from Ana, it's from Bo", 'Bo'],
    ["yes, but it's from Bo", 'Bo'],
  ])('"%s" names the author', (said, name) => {
    expect(understood(said, 'adding.confirm')).toEqual({ type: 'first', who: { name } });
  });

  it('an author with a nickname of two words is found', () => {
    const mary = understood("yes, but it's from Mary Jane", 'adding.confirm', ['Mary Jane', 'Bo']);
    expect(mary).toEqual({ type: 'first', who: { name: 'Mary Jane' } });
  });

  it.each(['also', 'plus', 'then', 'and'])('"yes, %s ..." adds the rest once', (word) => {
    const event = understood(`yes, ${word} he washed the car`, 'adding.confirm');
    expect(event).toMatchObject({ type: 'reword', edit: { more: `${word} he washed the car` } });
  });

  it('a thank-you to the partner is added too', () => {
    const event = understood('yes, and thank you for cooking', 'adding.confirm');
    expect(event).toMatchObject({ type: 'reword', edit: { more: 'and thank you for cooking' } });
  });
});

describe('a wish to delete one of those that were saved', () => {
  it.each([
    ['delete the one from Bo please', { from: 'Bo' }],
    ['delete the second one from Bo', { from: 'Bo' }],
    ['I want to delete the appreciation that Bo was more patient', {}],
  ])('"%s" is no sentence to save', (said, whose) => {
    expect(understood(said, 'welcome')).toMatchObject({ type: 'take-back', ...whose });
  });
});

describe('a wish to keep a question', () => {
  it.each([
    ['we want to add one question of our own only', ''],
    ['save a question for us then', ''],
    ['Bo wants to add a question: what makes you laugh', 'what makes you laugh'],
    ['keep a question for us: what makes you laugh', 'what makes you laugh'],
    ['keep a question for us: tell me about your day', 'tell me about your day'],
    ['keep a question for us: this week what made you smile', 'this week what made you smile'],
    ["keep a question for us: aren't you tired", "aren't you tired"],
    ['keep a question for us: about what do you dream', 'about what do you dream'],
  ])('"%s" keeps "%s"', (said, text) => {
    expect(understood(said, 'cold')).toEqual({ type: 'keep-question', text });
  });
});

describe('a wish not to save', () => {
  it.each([
    'we would not like to save anything tonight',
    "we don't really want to save tonight",
    "I don't think we want to save anything tonight",
  ])('"%s" is one, though "want to save" is in it', (said) => {
    expect(understood(said, 'cold').type).toBe('dont-save');
  });

  it.each(["don't stop, I want to save a sentence", "don't go, I want to save something"])(
    '"%s" is none',
    (said) => {
      for (const situation of ['carry-on', 'cold'] as const)
        expect(understood(said, situation).type).not.toBe('dont-save');
    },
  );
});

describe('where a length is asked for', () => {
  it.each(['not the short one', 'five is too short', "the short one isn't enough", "five isn't enough"])(
    '"%s" begins no short one',
    (said) => {
      const event = understood(said, 'length');
      expect(event.type).not.toBe('shorter');
      expect(event).not.toMatchObject({ type: 'choose', minutes: 5 });
    },
  );

  it.each(['we have five minutes, not enough for twenty', 'five, not enough time for twenty'])(
    '"%s" begins no long one',
    (said) => {
      expect(understood(said, 'length')).not.toMatchObject({ type: 'more-time' });
    },
  );

  it.each(["we don't have twenty minutes", 'no time for twenty', 'not enough time for twenty'])(
    '"%s" begins no long one',
    (said) => {
      const event = understood(said, 'length');
      expect(event.type).not.toBe('more-time');
      expect(event).not.toMatchObject({ type: 'choose', minutes: 20 });
    },
  );
});

describe('where a time is asked for', () => {
  it.each([
    ['every day in the morning at seven', '07:00'],
    ['sunday morning at eight', '08:00'],
    ['sunday morning eight thirty', '08:30'],
    ['saturday morning ten', '10:00'],
    ['sunday afternoon about five', '17:00'],
    ['sunday at seven', '19:00'],
  ])('"%s" is at %s', (said, time) => {
    expect(understood(said, 'remind-when')).toMatchObject({ type: 'remind', time });
  });
});

describe('at the welcome after a recap', () => {
  const heard = heardIn('welcome');
  const reacting = (said: string): Event => {
    const question = heard.question && { ...heard.question, talking: true };
    return english.listener.understand(said, { ...heard, question }).event;
  };

  it.each([
    'yes that was lovely Bo',
    'well I never',
    'not nice that one',
    'you mixed us up, that was mine',
    'no, it was the hoovering',
    'no I mean who said the one about the fence',
  ])('"%s" is about what they heard: nothing begins, and nothing ends', (said) => {
    expect(['yes', 'no', 'next', 'resume', 'skip', 'choose']).not.toContain(reacting(said).type);
  });

  it.each(['yes', 'yes please', 'yeah go on then', "yes let's start", "okay we're ready, go ahead"])(
    '"%s" begins',
    (said) => {
      expect(['yes', 'resume', 'next']).toContain(reacting(said).type);
    },
  );

  it.each(['no', 'no thanks', 'no, not tonight', "nah we're good thanks", "nah we're off to bed"])(
    '"%s" does not',
    (said) => {
      expect(['no', 'stop', 'skip']).toContain(reacting(said).type);
    },
  );

  it.each(['this one, delete it', 'bin that one'])('"%s" asks to delete one', (said) => {
    expect(['take-back', 'delete-it']).toContain(reacting(said).type);
  });
});
