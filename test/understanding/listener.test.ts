import { describe, expect, it } from 'vitest';
import { heardIn } from '../../interaction-models/costs/examples.ts';
import { enUS } from '../../lambda/content/en-US/en-us.ts';
import { ALWAYS, hashed } from '../../lambda/understanding/hashed-costs.ts';
import { createListener } from '../../lambda/understanding/listener.ts';
import { english } from '../skill.ts';

const { listener } = english;

describe('a name', () => {
  it.each([
    ['Ana', 'Ana'],
    ['um Ana', 'Ana'],
    ['Ana please', 'Ana'],
    ["it's Ana", 'Ana'],
    ["hi, I'm Ana", 'Ana'],
    ["Her name's Kim", 'Kim'],
    ['my partner is Bo', 'Bo'],
    ['D’Arcy', 'D’Arcy'],
    ['Umberto', 'Umberto'],
    ['Just', 'Just'],
    ['小明', '小明'],
    ['Ana & Co', 'Ana & Co'],
  ])('in "%s" is %s', (words, name) => {
    expect(listener.name(words)).toBe(name);
  });

  it.each(['me', "I don't know", "I'll go first", 'Nobody'])('is not in "%s"', (words) => {
    expect(listener.name(words)).toBeNull();
  });
});

describe('words said when a name was asked for', () => {
  it.each([
    ["i'm Deepa and he is Arjun", 'Deepa', 'Arjun'],
    ['i am Kate and she is Mei', 'Kate', 'Mei'],
  ])('"%s" are two names and no danger', (words, name, other) => {
    expect(listener.understand(words, heardIn('names.a')).event).toEqual({ type: 'names', name, other });
  });
});

describe('words said when a sentence to keep was asked for', () => {
  const event = (words: string) => listener.understand(words, heardIn('keep-what')).event;

  it.each([
    ['no thanks', 'no'],
    ["let's stop here", 'stop'],
    ['skip', 'skip'],
    ['carry on', 'resume'],
    ['what was the question', 'repeat'],
    ['one more minute', 'more-time'],
  ])('"%s" are not kept: they mean %s', (words, type) => {
    expect(event(words).type).toBe(type);
  });

  it.each([
    'he brings me my tea in bed every morning without fail',
    'she brushed my hair when my arm was broken',
  ])('"%s" are no danger', (words) => {
    expect(event(words).type).toBe('appreciation');
  });

  it.each(['he hit me last night', 'i want to die'])('"%s" are one', (words) => {
    expect(event(words).type).toBe('support');
  });

  it.each(['thank you for the soup', 'you stopped and listened', 'no one cooks like you'])(
    '"%s" are a sentence',
    (words) => {
      expect(event(words)).toEqual({ type: 'appreciation', text: words, barbed: false });
    },
  );

  it.each([
    "you're killing me with your jokes",
    'I could die laughing with you',
    'you beat me at chess, kindly',
  ])('"%s" are no cry for help', (words) => {
    expect(listener.concern(words)).toBeNull();
  });
});

describe('a deletion', () => {
  it.each(['wipe it', 'get rid of it', 'rub that out', 'chuck it', 'erase the lot'])(
    'is plainly wanted with "%s"',
    (words) => {
      for (const moment of ['take-back', 'forget'] as const)
        expect(listener.understand(words, heardIn(moment)).event.type).toMatch(
          /^(?:yes|delete-it|take-back|forget)$/u,
        );
    },
  );
});

describe('words that turn a meaning round', () => {
  it.each([
    ['she got it wrong', 'get-it', 'no'],
    ['he got it all wrong', 'get-it', 'no'],
    ['she got none of it', 'get-it', 'no'],
    ["he didn't miss a thing", 'get-it', 'yes'],
    ['not done', 'talk-end', 'more-time'],
    ['not another one', 'another', 'no'],
    ["i can't wait", 'ready', 'yes'],
  ] as const)('are heard: "%s" at %s means %s', (words, moment, type) => {
    expect(listener.understand(words, heardIn(moment)).event.type).toBe(type);
  });
});

describe('how long', () => {
  it.each(['welcome', 'menu', 'cold', 'consent'] as const)(
    'it takes is no question about what is kept (%s)',
    (moment) => {
      expect(listener.understand('how long does it take', heardIn(moment)).event.type).toBe('time-left');
      expect(listener.understand('how long do you keep it', heardIn(moment)).event.type).toBe('how-long');
    },
  );
});

describe('a phrase that means something by itself', () => {
  it.each([
    ['one more', 'recap-more', 'yes'],
    ['what did she say', 'get-it', 'repeat'],
    ['fresh start', 'start-over', 'start-over'],
  ] as const)('"%s" at %s means %s', (words, moment, type) => {
    expect(listener.understand(words, heardIn(moment)).event.type).toBe(type);
  });
});

describe('a danger', () => {
  it.each(['he hits me', 'i want to kill myself'])('is certain in "%s"', (words) => {
    expect(listener.concern(words)).toMatchObject({ type: 'support' });
    expect(listener.concern(words)).not.toHaveProperty('doubtful');
  });

  it.each(['i want to go home'])('may be meant by "%s"', (words) => {
    expect(listener.concern(words)).toMatchObject({ type: 'support', doubtful: true });
  });

  it.each([
    'he takes all his pills himself now',
    'the children have left the house',
    'what should i do with my hands',
    "i can't breathe you're so funny",
  ])('is not in "%s"', (words) => {
    expect(listener.concern(words)).toBeNull();
  });
});

/** A listener for whom "quartz" is a danger with these odds. */
function hearingDanger(odds: number) {
  const weights = new Map([
    [ALWAYS, [0, -8]],
    ['quartz', [0, 8 + Math.log(odds)]],
  ]);
  const dangerCosts = {
    basis: '',
    senses: ['none', 'self-harm'],
    costs: hashed(weights, 2, { step: 0.25, bound: 40 }),
  };
  return createListener({ hearing: { ...enUS.hearing, dangerCosts } });
}

describe('a danger', () => {
  const understood = (words: string, odds: number) =>
    hearingDanger(odds).understand(words, heardIn('get-it')).event;

  it('that is hardly likely is only mentioned, if the words mean nothing else', () => {
    expect(understood('quartz zebra', 0.005)).toEqual({ type: 'unclear', worrying: true });
    expect(understood('yes quartz', 0.005)).toEqual({ type: 'yes' });
    expect(hearingDanger(0.005).concern('quartz zebra')).toBeNull();
  });

  it('that is less likely than that is not', () => {
    expect(understood('quartz zebra', 0.0005)).toEqual({ type: 'unclear' });
  });

  it('that is slight is answered, unless the words plainly mean something else', () => {
    const concern = { type: 'support', about: 'self-harm', doubtful: true };
    expect(understood('quartz zebra', 0.014)).toEqual(concern);
    expect(understood('yes please quartz', 0.014)).toEqual({ type: 'yes' });
    expect(hearingDanger(0.014).concern('yes please quartz then')).toEqual(concern);
  });

  it('that is likelier than that counts before every meaning, and is in doubt or not', () => {
    const concern = { type: 'support', about: 'self-harm' };
    expect(understood('yes quartz', 0.08)).toEqual({ ...concern, doubtful: true });
    expect(understood('yes quartz', 2)).toEqual({ ...concern, doubtful: true });
    expect(understood('yes quartz', 10)).toEqual(concern);
  });
});

describe('a plain yes', () => {
  const asked = [
    ...[
      'welcome',
      'consent',
      'length',
      'carry-on',
      'fresh',
      'arrive',
      'ready',
      'talk-end',
      'get-it',
      'another',
    ],
    ...['confirm', 'recap-ask', 'recap-more', 'remind-sure', 'forget', 'take-back', 'start-over', 'support'],
  ] as const;
  it.each(asked)('is understood at %s', (moment) => {
    for (const words of ['yes', 'yeah okay', 'yes please'])
      expect([words, listener.understand(words, heardIn(moment)).event.type]).not.toContain('unclear');
  });

  it.each(['yes', 'okay', 'yeah okay', 'sure', 'why not'])(
    'means the short one at the length: "%s"',
    (words) => {
      expect(listener.understand(words, heardIn('length')).event).toEqual({ type: 'yes' });
    },
  );
});
