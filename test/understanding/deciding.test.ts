import { describe, expect, it } from 'vitest';
import { heardIn } from '../../interaction-models/costs/examples.ts';
import { enUS } from '../../lambda/content/en-US/en-us.ts';
import { createClues } from '../../lambda/understanding/clues.ts';
import { decide } from '../../lambda/understanding/deciding.ts';
import type { Judged } from '../../lambda/understanding/evidence.ts';
import type { Heard } from '../../lambda/understanding/listener.ts';
import type { Names } from '../../lambda/understanding/names.ts';
import { english } from '../skill.ts';

const { cluesIn, phrasebook, readSlot } = createClues(enUS.hearing.phrases);

const names: Names = {
  one: () => null,
  among: () => null,
  all: ({ text }) => ({ name: text, other: null }),
};

/** What is decided of words, if their senses were judged like this. */
function decided(said: string, judged: Judged, { question, names: known }: Heard = heardIn('cold')) {
  return decide({
    clues: cluesIn(said, question, known),
    judged,
    names,
    sentenceIn: (words) => words,
    questionIn: (words) => words,
    beginsAsThanks: (words) => words.startsWith('i appreciate '),
    isBarbed: (words) => words.includes('finally'),
    isOnlyWish: (words) => words === 'something nice',
    isToSave: (words) => words.startsWith('save'),
    isRejecting: (before) => before.endsWith('not the'),
    isLimiting: () => false,
    isRejected: (after) => after.startsWith('is too'),
    besideYes: enUS.hearing.besideYes,
    renaming: enUS.hearing.renaming,
    somebodyNew: enUS.hearing.somebodyNew,
    valuesIn: (slot) => readSlot(known).anywhere(slot, phrasebook.normalise(said)),
  });
}

/** Words in which no phrase is. */
const NO_PHRASE = 'xylophone quartz';

const asked = (id: string, yes?: 'deletes' | 'allows'): Heard => {
  const { question, names } = heardIn('welcome');
  if (question === null) return expect.fail('nothing is asked');
  return { question: { ...question, id, ...(yes && { yes }) }, names };
};

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

describe('the wish to say something nice', () => {
  it('is no sentence to save, unless one was asked for', () => {
    const judged = [{ sense: 'appreciation', probability: 1 }];
    expect(decided('something nice', judged)).toEqual({ type: 'appreciation', text: '', barbed: false });
    expect(decided('something nice', judged, heardIn('keep-what'))).toMatchObject({ text: 'something nice' });
  });
});

describe('a name', () => {
  it('in words about who starts is given, where it was asked for', () => {
    const judged = [{ sense: 'first', probability: 1 }];
    const said = 'well I think that would be Xanthippe and not me first';
    expect(decided(said, judged, heardIn('names.a')).type).toBe('names');
    expect(decided(said, judged, heardIn('who-starts')).type).toBe('first');
  });

  it('that is corrected at the question whether to be remembered is the right one', () => {
    const judged = [{ sense: 'rename', probability: 1 }];
    expect(decided('Xanthippe instead', judged, heardIn('consent'))).toEqual({
      type: 'rename',
      name: null,
      other: 'Xanthippe instead',
    });
  });
});

describe('an answer to the question for a time', () => {
  const when = (listensFor: 'time' | null): Heard => {
    const { question, names } = heardIn('remind-when');
    if (question === null) return expect.fail('nothing is asked');
    return { question: { ...question, id: 'remind.time', listensFor }, names };
  };

  it.each([
    ['two', '14:00'],
    ['half past two', '14:30'],
    ['seven in the evening', '19:00'],
  ])('is "%s", even if the same is said beside it elsewhere', (said, time) => {
    const judged = [{ sense: 'none', probability: 1 }];
    expect(decided(said, judged, when('time'))).toEqual({ type: 'remind', day: null, time });
    expect(decided(said, judged, when(null))).toEqual({ type: 'unclear' });
  });

  it('is nothing that means something else, or goes on', () => {
    expect(decided('two', [{ sense: 'skip', probability: 1 }], when('time'))).toEqual({ type: 'skip' });
    const longer = 'it is ten past four in delhi just now mum';
    expect(decided(longer, [{ sense: 'none', probability: 1 }], when('time'))).toEqual({ type: 'unclear' });
  });
});

describe('the author of a sentence', () => {
  it.each([
    ['that was for Bo', 'Ana'],
    ['it was about Ana', 'Bo'],
    ['from Ana to Bo', 'Ana'],
    ['no, not Ana', 'Bo'],
    ['no, Bo said that', 'Bo'],
    ['from Bo', 'Bo'],
  ])('in "%s" is %s', (said, name) => {
    const judged = [{ sense: 'first', probability: 1 }];
    expect(decided(said, judged, heardIn('who-said'))).toEqual({ type: 'first', who: { name } });
  });
});

describe('the name of the one who asks', () => {
  it('is not turned into the other one: "for Bo" is Bo, where it is asked who "me" is', () => {
    const judged = [{ sense: 'first', probability: 1 }];
    expect(decided('the ones for Bo', judged, asked('recap.who'))).toEqual({
      type: 'first',
      who: { name: 'Bo' },
    });
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

/** The questions at which a yes deletes something. */
const DELETING = ['forget.us', 'forget.person', 'forget.words', 'take-back', 'parting'].map((id) =>
  asked(id, 'deletes'),
);
const DELETES = ['yes', 'delete-it'];
const eventTypes = (said: string): string[] =>
  DELETING.map((heard) => english.listener.understand(said, heard).event.type);

describe('a yes to saving a sentence', () => {
  const judged = (probability: number) => [{ sense: 'yes', probability }];

  it('has to be likely if no word of it says yes, and more so in many words', () => {
    const confirm = asked('adding.confirm');
    expect(decided(`the ${NO_PHRASE}`, judged(0.5), confirm)).toEqual({ type: 'unclear' });
    expect(decided(`the ${NO_PHRASE}`, judged(0.7), confirm)).toEqual({ type: 'yes' });
    expect(decided(`he was a ${NO_PHRASE} all week`, judged(0.97), confirm)).toEqual({ type: 'unclear' });
    expect(decided(`yes he was a ${NO_PHRASE} all week`, judged(0.97), confirm)).toEqual({ type: 'yes' });
  });
});

describe('a yes to being remembered', () => {
  it('has to be plain or likely', () => {
    const judged = (probability: number) => [{ sense: 'yes', probability }];
    for (const question of ['consent.a', 'consent.b', 'voice.b']) {
      expect(decided(`the ${NO_PHRASE}`, judged(0.85), asked(question, 'allows'))).toEqual({
        type: 'unclear',
      });
      expect(decided(`the ${NO_PHRASE}`, judged(0.95), asked(question, 'allows'))).toEqual({ type: 'yes' });
      expect(decided(`yes ${NO_PHRASE}`, judged(0.4), asked(question, 'allows'))).toEqual({ type: 'yes' });
    }
    expect(decided(`the ${NO_PHRASE}`, judged(0.4), asked('recap.more'))).toEqual({ type: 'yes' });
  });

  it('has to be likely at any question if no word of it is known', () => {
    expect(decided(NO_PHRASE, [{ sense: 'yes', probability: 0.9 }], asked('recap.more'))).toEqual({
      type: 'unclear',
    });
    expect(decided(NO_PHRASE, [{ sense: 'yes', probability: 0.95 }], asked('recap.more'))).toEqual({
      type: 'yes',
    });
  });

  it.each(['the short one please', 'is that the cat', 'the telly is too loud'])('is not "%s"', (said) => {
    expect(english.listener.understand(said, heardIn('consent')).event.type).not.toBe('yes');
  });
});

describe('a yes to deleting', () => {
  it.each(['yes', 'yes please', 'yes delete it', 'yes, please delete it'])('is "%s"', (said) => {
    for (const type of eventTypes(said)) expect(DELETES).toContain(type);
  });

  it.each([
    'keep it',
    'save it',
    'yes keep it',
    'please keep it',
    'keep everything',
    "i'm good",
    "we're good",
    'wait',
    'hold on',
    'wait yes',
    'yes wait',
    'yes hold on',
    'no',
    'no no',
    'nope',
    'no delete nothing',
    'delete nothing',
    "don't delete it",
    "don't delete anything",
    'please do not delete it',
    'not yet',
    'yes but not today',
    'later',
    'maybe',
    "i don't know",
    'never mind',
    'leave it',
    'leave it alone',
    'stop',
    'what',
    'um',
    'huh',
    'mm',
    'mm mm',
    'yes no',
    'no yes no',
    '',
  ])('is not "%s"', (said) => {
    for (const type of eventTypes(said)) expect(DELETES).not.toContain(type);
  });

  it('has to be said, however sure the senses are', () => {
    for (const heard of DELETING)
      for (const sense of DELETES) {
        expect(decided(NO_PHRASE, [{ sense, probability: 1 }], heard)).toEqual({ type: 'unclear' });
        expect(decided('keep it quartz', [{ sense, probability: 1 }], heard)).toEqual({ type: 'unclear' });
      }
  });

  it('may be less plain where nothing is deleted', () => {
    expect(decided(NO_PHRASE, [{ sense: 'yes', probability: 1 }], heardIn('welcome'))).toEqual({
      type: 'yes',
    });
  });
});
