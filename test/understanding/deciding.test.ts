import { describe, expect, it } from 'vitest';
import { heardIn } from '../../interaction-models/costs/examples.ts';
import { english } from '../skill.ts';
import { asked, decided, NO_PHRASE } from './decided.ts';

describe('the likeliest sense', () => {
  it('is meant', () => {
    const judged = [
      { sense: 'skip', probability: 0.7 },
      { sense: 'none', probability: 0.3 },
    ];
    expect(decided(`the ${NO_PHRASE}`, judged)).toEqual({ type: 'skip' });
  });

  it('is not meant if it is not likely enough, or if the words are likelier not for the skill', () => {
    expect(decided(NO_PHRASE, [{ sense: 'skip', probability: 0.1 }])).toEqual({ type: 'unclear' });
    const judged = [
      { sense: 'none', probability: 0.6 },
      { sense: 'skip', probability: 0.4 },
    ];
    expect(decided(NO_PHRASE, judged)).toEqual({ type: 'unclear' });
  });

  it('is not meant either if it is hardly likelier than that the words are not for the skill', () => {
    const judged = (skip: number) => [
      { sense: 'skip', probability: skip },
      { sense: 'none', probability: 1 - skip },
    ];
    expect(decided(`the ${NO_PHRASE}`, judged(0.55))).toEqual({ type: 'unclear' });
    expect(decided(`the ${NO_PHRASE}`, judged(0.65))).toEqual({ type: 'skip' });
  });

  it('is refused in a tie', () => {
    const judged = [
      { sense: 'skip', probability: 0.5 },
      { sense: 'stop', probability: 0.5 },
    ];
    expect(decided(NO_PHRASE, judged)).toEqual({ type: 'unclear' });
  });

  it.each([
    ['yes', 'no'],
    ['no', 'yes'],
    ['keep-it', 'delete-it'],
    ['delete-it', 'keep-it'],
  ])('%s is refused if %s is nearly as likely', (sense, opposite) => {
    const judged = [
      { sense, probability: 0.55 },
      { sense: opposite, probability: 0.4 },
      { sense: 'none', probability: 0.05 },
    ];
    expect(decided(NO_PHRASE, judged)).toEqual({ type: 'unclear' });
  });

  it('is added up from those that come to the same at a question', () => {
    const judged = [
      { sense: 'none', probability: 0.36 },
      { sense: 'done', probability: 0.32 },
      { sense: 'next', probability: 0.32 },
    ];
    expect(decided(NO_PHRASE, judged)).toEqual({ type: 'unclear' });
    expect(decided(`the ${NO_PHRASE}`, judged, heardIn('talk-end'))).toEqual({ type: 'done' });
  });

  it('comes with the values that were said', () => {
    const certain = (sense: string) => [{ sense, probability: 1 }];
    expect(decided('quartz two minutes', certain('more-time'))).toEqual({ type: 'more-time', seconds: 120 });
    expect(decided('quartz sunday half past seven', certain('remind'))).toEqual({
      type: 'remind',
      day: 'sunday',
      time: '19:30',
    });
    expect(decided('you finally came', certain('appreciation'))).toEqual({
      type: 'appreciation',
      text: 'you finally came',
      barbed: true,
    });
    expect(decided('Xanthippe', certain('names'))).toEqual({ type: 'names', name: 'Xanthippe', other: null });
  });
});

describe('a yes', () => {
  it('to beginning is none if they want something deleted', () => {
    const { event } = english.listener.understand(
      'well can you take that one away then, the tea one',
      heardIn('welcome'),
    );
    expect(event).toEqual({ type: 'take-back', about: ['tea'] });
  });

  const yes = [{ sense: 'yes', probability: 1 }];

  it('with a length begins that length, where it begins something', () => {
    expect(decided('yes but only ten minutes', yes, heardIn('welcome'))).toEqual({
      type: 'choose',
      exercise: null,
      minutes: 10,
    });
    expect(decided('yes but a short one', yes, heardIn('ready'))).toEqual({ type: 'shorter' });
    expect(decided('yes ten minutes of that', yes, heardIn('talk-end'))).toEqual({ type: 'yes' });
  });

  it('with a day or a time sets the reminder to that', () => {
    expect(decided('yes but make it half past seven', yes, heardIn('remind-sure'))).toMatchObject({
      type: 'remind',
      time: '19:30',
    });
    for (const said of ['yes please', 'yes, good night', 'yes thanks, we had a good morning'])
      expect(decided(said, yes, heardIn('remind-sure'))).toEqual({ type: 'yes' });
  });
});

describe('a phrase that is the whole of what was said', () => {
  const wrong = [{ sense: 'stop', probability: 1 }];

  it.each([
    ['take that back', { type: 'take-back' }],
    ['please take that back', { type: 'take-back' }],
    ['skip this question', { type: 'skip' }],
    ['play our appreciations', { type: 'recap', period: 'week', whose: null }],
    ['read what Bo said', { type: 'recap', period: 'week', whose: { by: 'Bo' } }],
    ['add an appreciation for Bo', { type: 'appreciation', text: '', barbed: false, to: 'Bo' }],
    ['start our appreciation exercise', { type: 'choose', exercise: 'appreciation', minutes: null }],
  ])('wins over every sense: "%s"', (said, event) => {
    expect(decided(said, wrong)).toEqual(event);
  });

  it.each(["that's me", 'mine', 'i did it'])(
    'and has only light words, such as "%s", means what the question makes of it',
    (said) => {
      expect(decided(said, wrong)).toEqual({ type: 'it-is-me' });
      expect(decided(said, [{ sense: 'done', probability: 1 }], heardIn('talk-end'))).toEqual({
        type: 'done',
      });
    },
  );

  it('means what all the words mean at the question, if that is likely', () => {
    const judged = [{ sense: 'another', probability: 0.9 }];
    expect(decided('one more', judged, asked('another'))).toEqual({ type: 'another' });
  });

  it.each([
    ['scrub it', 'yes'],
    ['scrub it', 'keep-it'],
    ['bin it', 'yes'],
  ])('"%s" is never turned into its opposite, %s: neither is guessed', (said, sense) => {
    const judged = [{ sense, probability: 0.95 }];
    expect(decided(said, judged, asked('adding.confirm'))).toEqual({ type: 'unclear' });
    expect(decided(said, judged, asked('recap.more'))).toEqual({ type: 'unclear' });
  });

  it('is not outweighed by a yes where a yes saves or allows something', () => {
    const judged = [{ sense: 'yes', probability: 0.6 }];
    expect(decided('turn it off', judged, asked('adding.confirm'))).toEqual({ type: 'stop' });
    expect(decided('turn it off', judged, asked('consent.a', 'allows'))).toEqual({ type: 'stop' });
    expect(decided('turn it off', judged, heardIn('welcome'))).toEqual({ type: 'yes' });
  });

  it('that deletes is a yes where a yes leaves what is under way', () => {
    const judged = [{ sense: 'yes', probability: 0.95 }];
    expect(decided('scrub it', judged, asked('start-over'))).toEqual({ type: 'yes' });
  });

  it('does not win with other words beside it', () => {
    expect(decided('take that back to the shop', wrong)).toEqual({ type: 'stop' });
  });
});

describe('a wish to delete one that is named', () => {
  it('is heard where it means nothing else', () => {
    const unknown = [{ sense: 'none', probability: 0.9 }];
    for (const id of ['check-in/talk.a', 'carry-on', 'check-in/get-it.a'])
      expect(decided('delete the coffee one', unknown, asked(id))).toEqual({
        type: 'take-back',
        about: ['coffee'],
      });
    expect(decided('delete the tab on the coffee table', unknown, asked('carry-on')).type).toBe('unclear');
  });
});

describe('a parting', () => {
  const parting = [{ sense: 'parting', probability: 0.9 }];

  it.each(['we nearly split up over the paint', 'we broke up laughing', 'she passed her exam'])(
    'is none in "%s"',
    (said) => {
      expect(decided(said, parting, asked('welcome'))).toEqual({ type: 'unclear' });
    },
  );

  it('is grief if somebody else has died, and can be a sentence to keep', () => {
    const said = 'my mum passed away on tuesday';
    expect(decided(said, parting, asked('welcome'))).toEqual({ type: 'distress' });
    expect(decided(said, parting, heardIn('keep-what')).type).toBe('appreciation');
  });

  it.each([
    'my husband died, my mum is here',
    "it's nearly a year since my wife died",
    "we split up and i'm at my mum's",
    "we've broken up mate",
    'i saw it on his phone and we broke up',
  ])('is one in "%s"', (said) => {
    expect(decided(said, parting, asked('welcome'))).toEqual({ type: 'parting' });
  });
});

it('who starts is one of the two, if one of them is named', () => {
  const first = [{ sense: 'first', probability: 0.9 }];
  for (const said of ['ana guesses first', 'can ana do her wish first'])
    expect(decided(said, first, asked('play/another.1'))).toMatchObject({
      type: 'first',
      who: { name: 'ana' },
    });
});

describe('an exercise beside a yes to beginning', () => {
  const yes = [{ sense: 'yes', probability: 0.9 }];

  it.each([
    ['yes but the listening one', 'listening'],
    ['yes the phones away one not the check in', 'together'],
  ])('is the one they want: "%s"', (said, exercise) => {
    for (const id of ['welcome', 'fresh'])
      expect(decided(said, yes, asked(id))).toMatchObject({ type: 'choose', exercise });
  });

  it.each(["yes i'm listening", 'yes the check in', 'yes but not the listening one'])(
    'is none in "%s"',
    (said) => {
      expect(decided(said, yes, asked('welcome'))).toEqual({ type: 'yes' });
    },
  );
});
