import type { Intent } from 'ask-sdk-model';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { heardIn, type Moment } from '../../interaction-models/costs/examples.ts';
import model from '../../interaction-models/en-US.json' with { type: 'json' };
import { eventOf, INTENTS, saidIn } from '../../lambda/alexa/intents.ts';
import { enUS } from '../../lambda/content/en-US/en-us.ts';
import { exercises } from '../../lambda/conversation/exercise/catalogue/catalogue.ts';
import type { Event } from '../../lambda/conversation/model/event.ts';
import type { Heard } from '../../lambda/understanding/listener.ts';
import { english } from '../skill.ts';
import { resolvedSlot, type Said, slotsOf } from './envelopes.ts';

/** Nothing was asked, of two whose names are not known. */
const UNASKED: Heard = { question: null, names: [] };

const intentOf = (name: string, said: Said = {}): Intent => ({
  name,
  confirmationStatus: 'NONE',
  slots: slotsOf(said),
});
const decoded = (name: string, said: Said = {}, asked = UNASKED): Event =>
  eventOf(intentOf(name, said), english.listener, asked);

/** The event of a sentence, said when a sentence to keep was asked for. */
const appreciated = (utterance: string): Event =>
  decoded('UtteranceIntent', { utterance }, heardIn('keep-what'));

describe('the intents', () => {
  it('are those of the interaction model, no more and no fewer', () => {
    const { languageModel } = model.interactionModel;
    expect(languageModel.intents.map(({ name }) => name).toSorted()).toEqual(INTENTS.toSorted());
  });

  it.each<[string, Event]>([
    ['AMAZON.YesIntent', { type: 'yes' }],
    ['AMAZON.NoIntent', { type: 'no' }],
    ['AMAZON.NextIntent', { type: 'next' }],
    ['DoneIntent', { type: 'done' }],
    ['AMAZON.PauseIntent', { type: 'pause' }],
    ['AMAZON.ResumeIntent', { type: 'resume' }],
    ['AMAZON.RepeatIntent', { type: 'repeat' }],
    ['AMAZON.StartOverIntent', { type: 'start-over' }],
    ['AMAZON.HelpIntent', { type: 'help' }],
    ['AMAZON.StopIntent', { type: 'stop' }],
    ['AMAZON.CancelIntent', { type: 'stop' }],
    ['AMAZON.NavigateHomeIntent', { type: 'stop' }],
    ['AMAZON.FallbackIntent', { type: 'unclear' }],
    ['SkipIntent', { type: 'skip' }],
    ['WhereAreWeIntent', { type: 'where' }],
    ['TimeLeftIntent', { type: 'time-left' }],
    ['RatherNotIntent', { type: 'rather-not' }],
    ['SupportIntent', { type: 'support', about: 'asked' }],
    ['SelfHarmIntent', { type: 'support', about: 'self-harm' }],
    ['UnsafeIntent', { type: 'support', about: 'unsafe' }],
    ['EmergencyIntent', { type: 'support', about: 'emergency' }],
    ['MoreTimeIntent', { type: 'more-time', seconds: null }],
    ['ChooseIntent', { type: 'unclear' }],
    ['DepthIntent', { type: 'unclear' }],
    ['WhoStartsIntent', { type: 'first', who: null }],
    ['YouChooseIntent', { type: 'you-choose', what: null }],
    ['AnotherIntent', { type: 'another' }],
    ['MenuIntent', { type: 'menu' }],
    ['ProgressIntent', { type: 'progress' }],
    ['TipIntent', { type: 'tip' }],
    ['WhyIntent', { type: 'learn', about: 'why' }],
    ['LearnIntent', { type: 'learn', about: 'this' }],
    ['NamesIntent', { type: 'unclear' }],
    ['RenameIntent', { type: 'rename', name: null, other: null }],
    ['AppreciationIntent', { type: 'appreciation', text: '', barbed: false }],
    ['RecapIntent', { type: 'recap', period: 'week', whose: null }],
    ['WhatTheySaidIntent', { type: 'unclear' }],
    ['MineIntent', { type: 'recap', period: 'week', whose: 'for-me' }],
    ['WhatISaidIntent', { type: 'recap', period: 'week', whose: 'by-me' }],
    ['TakeBackIntent', { type: 'take-back' }],
    ['RewordIntent', { type: 'reword' }],
    ['WhatIsKeptIntent', { type: 'kept' }],
    ['HowLongKeptIntent', { type: 'how-long' }],
    ['ListeningIntent', { type: 'listening' }],
    ['WhatHeardIntent', { type: 'what-heard' }],
    ['NotQuiteIntent', { type: 'not-quite' }],
    ['KeepItIntent', { type: 'keep-it' }],
    ['DeleteItIntent', { type: 'delete-it' }],
    ['SlowerIntent', { type: 'slower' }],
    ['LouderIntent', { type: 'louder' }],
    ['TimeOutIntent', { type: 'time-out' }],
    ['UtteranceIntent', { type: 'unclear' }],
    ['WhoHearsIntent', { type: 'who-hears' }],
    ['DontSaveIntent', { type: 'dont-save' }],
    ['SaveAgainIntent', { type: 'save-again' }],
    ['ForgetUsIntent', { type: 'forget', what: 'us' }],
    ['ForgetMeIntent', { type: 'forget', what: 'me' }],
    ['ForgetPersonIntent', { type: 'unclear' }],
    ['ForgetMyWordsIntent', { type: 'forget', what: 'said-by-me' }],
    ['ForgetWordsIntent', { type: 'unclear' }],
    ['SendIntent', { type: 'send' }],
    ['RemindIntent', { type: 'remind', day: null, time: null }],
    ['RemindDailyIntent', { type: 'remind', day: 'every-day', time: null }],
    ['WhenRemindedIntent', { type: 'when-reminded' }],
    ['StopRemindingIntent', { type: 'unremind' }],
    ['VoiceIntent', { type: 'learn-voice', name: null }],
    ['ForgetVoiceIntent', { type: 'forget', what: 'my-voice' }],
    ['ItIsMeIntent', { type: 'it-is-me' }],
    ['AnIntentOfALaterVersion', { type: 'unclear' }],
    ['toString', { type: 'unclear' }],
    ['__proto__', { type: 'unclear' }],
  ])('%s without slots is %j', (name, event) => {
    expect(decoded(name)).toEqual(event);
    expect(eventOf({ name, confirmationStatus: 'NONE' }, english.listener, UNASKED)).toEqual(event);
  });
});

describe('a length of time', () => {
  it.each([
    ['PT30S', 30],
    ['PT1M', 60],
    ['PT1M30S', 90],
    ['PT2H', 7200],
    ['PT1H1M1S', 3661],
    ['P1D', 86_400],
    ['P1DT1M', 86_460],
    ['PT0S', null],
    ['P', null],
    ['PT', null],
    ['?', null],
    ['one minute', null],
    ['', null],
  ])('%j is %s seconds', (duration, seconds) => {
    expect(decoded('MoreTimeIntent', { duration })).toEqual({ type: 'more-time', seconds });
  });

  it('can be said as a number of minutes', () => {
    expect(decoded('MoreTimeIntent', { minutes: '2' })).toEqual({ type: 'more-time', seconds: 120 });
    expect(decoded('MoreTimeIntent', { minutes: '?', duration: 'PT30S' })).toEqual({
      type: 'more-time',
      seconds: 30,
    });
  });

  it('never throws, whatever Alexa made of it', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), fc.string(), (duration, minutes) => {
        const event = decoded('MoreTimeIntent', { duration, minutes });
        const seconds = event.type === 'more-time' ? event.seconds : Number.NaN;
        expect(seconds === null || Number.isFinite(seconds)).toBe(true);
      }),
    );
  });
});

describe('a choice', () => {
  it.each(Object.keys(exercises))('knows the exercise %s by its id, whatever was said for it', (id) => {
    const exercise = resolvedSlot('exercise', 'just the hearing part', id);
    expect(decoded('ChooseIntent', { exercise })).toEqual({ type: 'choose', exercise: id, minutes: null });
  });

  it('does not take an exercise that it does not know, or that Alexa did not find', () => {
    const unknown = resolvedSlot('exercise', 'chess', 'chess');
    expect(decoded('ChooseIntent', { exercise: unknown, minutes: '5' })).toEqual({ type: 'unclear' });
    expect(decoded('ChooseIntent', { exercise: 'listening', minutes: '5' })).toEqual({ type: 'unclear' });
  });

  it('of an exercise that is not ours is words that mean nothing', () => {
    const unknown = resolvedSlot('exercise', 'chess', 'chess');
    expect(decoded('ChooseIntent', { exercise: unknown })).toEqual({ type: 'unclear' });
  });

  it('that is no choice is what its own words say', () => {
    expect(decoded('ChooseIntent', { exercise: 'one more question' })).toEqual({ type: 'another' });
    expect(decoded('ChooseIntent', { exercise: 'a break from each other' })).toEqual({ type: 'time-out' });
    expect(decoded('DepthIntent', { depth: 'between us' })).toEqual({ type: 'unclear' });
  });

  it('takes what it is about and how deep it goes', () => {
    const slots = {
      exercise: resolvedSlot('exercise', 'a question', 'questions'),
      depth: resolvedSlot('depth', 'easy', 'light'),
      theme: resolvedSlot('theme', 'our feelings', 'validation'),
    };
    expect(decoded('ChooseIntent', slots)).toEqual({
      type: 'choose',
      exercise: 'questions',
      minutes: null,
      depth: 'light',
      theme: 'validation',
    });
  });

  it('of a depth is taken from each who says one', () => {
    const [light, deep] = [
      resolvedSlot('depth', 'light', 'light'),
      resolvedSlot('otherDepth', 'deep', 'deep'),
    ];
    expect(decoded('DepthIntent', { depth: light })).toEqual({ type: 'depth', depth: 'light' });
    expect(decoded('DepthIntent', { depth: light, otherDepth: deep })).toEqual({
      type: 'depth',
      depth: 'light',
      other: 'deep',
    });
  });

  it('of who starts is a name, one of the two, or the other one', () => {
    expect(decoded('WhoStartsIntent', { name: 'Bo' })).toEqual({ type: 'first', who: { name: 'Bo' } });
    for (const [id, who] of [
      ['first', 'a'],
      ['second', 'b'],
      ['other', 'other'],
    ] as const)
      expect(decoded('WhoStartsIntent', { partner: resolvedSlot('partner', 'that one', id) })).toEqual({
        type: 'first',
        who,
      });
  });

  it.each(['exercise', 'length', 'depth', 'theme', 'first'])('of %s can be left to the skill', (what) => {
    expect(decoded('YouChooseIntent', { choice: resolvedSlot('choice', 'that', what) })).toEqual({
      type: 'you-choose',
      what,
    });
  });

  it.each([
    ['10', 10],
    ['5', 5],
    ['1000', 1000],
  ])('of %j minutes is %s', (said, minutes) => {
    expect(decoded('ChooseIntent', { minutes: said })).toEqual({ type: 'choose', exercise: null, minutes });
  });

  it.each(['?', '', 'ten'])('of %j minutes is no choice', (said) => {
    expect(decoded('ChooseIntent', { minutes: said })).toEqual({ type: 'unclear' });
  });
});

describe('a name', () => {
  it('is taken as it was said, with the other one if both were said', () => {
    expect(decoded('NamesIntent', { name: 'Ana' })).toEqual({ type: 'names', name: 'Ana', other: null });
    expect(decoded('NamesIntent', { name: 'Ana', other: 'Bo' })).toEqual({
      type: 'names',
      name: 'Ana',
      other: 'Bo',
    });
    expect(decoded('RenameIntent', { name: 'Bo', other: 'Bob' })).toEqual({
      type: 'rename',
      name: 'Bo',
      other: 'Bob',
    });
  });

  it.each([
    ['skip', 'skip'],
    ['Rather not!', 'rather-not'],
    ['stop', 'stop'],
    ['help', 'help'],
    ['what can we say?', 'help'],
    ["I'd rather not say", 'rather-not'],
    ['I’d rather not say', 'rather-not'],
    ['no thanks', 'no'],
    ['support', 'support'],
    ['one more minute', 'more-time'],
    ['me', 'it-is-me'],
    ['forget us', 'forget'],
    ["don't save tonight", 'dont-save'],
  ])('that was asked for, and is really the command %j, is that command', (utterance, type) => {
    for (const moment of ['names.a', 'names.b', 'who-said'] as const)
      expect(decoded('UtteranceIntent', { utterance }, heardIn(moment)).type).toBe(type);
  });

  it.each(['from Ana', "it's from Ana", 'that was Ana', 'Ana said it', 'Ana did', "I think it's Ana"])(
    'is found in %j',
    (words) => {
      const names = { type: 'names', name: 'Ana', other: null };
      expect(decoded('NamesIntent', { name: words })).toEqual(names);
      expect(decoded('UtteranceIntent', { utterance: words }, heardIn('who-said'))).toEqual(names);
    },
  );

  it.each(['nobody', 'you', 'the two of us'])('is none if it is %j', (name) => {
    expect(decoded('NamesIntent', { name })).toEqual({ type: 'unclear' });
    expect(decoded('RenameIntent', { name })).toEqual({ type: 'rename', name: null, other: null });
  });

  it('that is really a cry for help is heard as one', () => {
    expect(decoded('NamesIntent', { name: 'I want to die' })).toEqual({
      type: 'support',
      about: 'self-harm',
    });
  });
});

describe('what is read back', () => {
  it.each(['week', 'last-week', 'today', 'yesterday'])('is that of %s, whatever was said for it', (id) => {
    const period = resolvedSlot('period', 'those days', id);
    expect(decoded('RecapIntent', { period })).toEqual({ type: 'recap', period: id, whose: null });
    expect(decoded('MineIntent', { period })).toEqual({ type: 'recap', period: id, whose: 'for-me' });
    expect(decoded('WhatISaidIntent', { period })).toEqual({ type: 'recap', period: id, whose: 'by-me' });
    expect(decoded('WhatTheySaidIntent', { name: 'Bo', period })).toEqual({
      type: 'recap',
      period: id,
      whose: { by: 'Bo' },
    });
  });

  it('is what one said, before what is for somebody', () => {
    const recap = { type: 'recap', period: 'week' };
    expect(decoded('WhatTheySaidIntent', { forName: 'Bo' })).toEqual({ ...recap, whose: { for: 'Bo' } });
    expect(decoded('WhatTheySaidIntent', { name: 'Ana', forName: 'Bo' })).toEqual({
      ...recap,
      whose: { by: 'Ana' },
    });
  });

  it('is nothing if the days or the name are none', () => {
    expect(decoded('RecapIntent', { period: 'the spring' })).toEqual({ type: 'unclear' });
    expect(decoded('RecapIntent', { period: resolvedSlot('period', 'may', 'may') })).toEqual({
      type: 'unclear',
    });
    expect(decoded('WhatTheySaidIntent', { name: 'you' })).toEqual({ type: 'unclear' });
  });
});

describe('what is forgotten', () => {
  it('is a person, or what a person said', () => {
    expect(decoded('ForgetPersonIntent', { name: 'Bo' })).toEqual({ type: 'forget', what: { person: 'Bo' } });
    expect(decoded('ForgetWordsIntent', { name: 'Bo' })).toEqual({ type: 'forget', what: { saidBy: 'Bo' } });
    expect(decoded('ForgetPersonIntent', { name: 'nobody' })).toEqual({ type: 'unclear' });
    expect(decoded('ForgetWordsIntent', { name: 'you' })).toEqual({ type: 'unclear' });
  });
});

describe('a reminder', () => {
  it.each(['sunday', 'Sunday', 'Sundays'])('is on the day said as %s', (day) => {
    expect(decoded('RemindIntent', { day, time: '19:00' })).toEqual({
      type: 'remind',
      day: 'sunday',
      time: '19:00',
    });
  });

  it.each([
    ['07:05', '07:05'],
    ['23:59', '23:59'],
    ['MO', '09:00'],
    ['AF', '15:00'],
    ['EV', '19:00'],
    ['NI', '21:00'],
    ['?', null],
    ['24:00', null],
    ['seven', null],
    ['', null],
  ])('at %j is at %s', (said, time) => {
    expect(decoded('RemindIntent', { time: said })).toEqual({ type: 'remind', day: null, time });
    expect(decoded('RemindDailyIntent', { time: said })).toEqual({ type: 'remind', day: 'every-day', time });
  });

  it('has no day if the day is none', () => {
    expect(decoded('RemindIntent', { day: 'the weekend' })).toEqual({
      type: 'remind',
      day: null,
      time: null,
    });
  });
});

describe('a voice', () => {
  it('is learnt with the name that was said for it', () => {
    expect(decoded('VoiceIntent', { name: 'Bo' })).toEqual({ type: 'learn-voice', name: 'Bo' });
  });
});

describe('a cry for help', () => {
  const slots = model.interactionModel.languageModel.intents.flatMap(({ name, slots = [] }) =>
    slots.map((slot): [intent: string, slot: string] => [name, slot.name]),
  );
  it.each(slots)('in %s comes before all else, in the slot %s', (intent, slot) => {
    expect(decoded(intent, { [slot]: 'I want to die' })).toEqual({ type: 'support', about: 'self-harm' });
  });

  it.each([
    { phrase: 'i want to kill myself', about: 'self-harm' },
    { phrase: "i'm afraid he'll hurt himself", about: 'other-self-harm' },
    { phrase: 'he hits me', about: 'unsafe' },
    { phrase: 'call the police', about: 'emergency' },
    { phrase: 'he hits our son', about: 'child' },
    { phrase: 'i hit her last night', about: 'hurt-someone' },
    { phrase: 'tell me what she said in private', about: 'coercion' },
  ])('"$phrase" in a sentence offers support', ({ phrase, about }) => {
    expect(appreciated(`you know, ${phrase}`)).toEqual({ type: 'support', about });
    expect(appreciated(`${phrase.replaceAll("'", '’').toUpperCase()}!`)).toEqual({ type: 'support', about });
    expect(decoded('UtteranceIntent', { utterance: phrase })).toEqual({ type: 'support', about });
  });

  it.each(enUS.hearing.idioms)('is not the idiom "%s"', (idiom) => {
    expect(appreciated(`last week you were ${idiom}`).type).not.toBe('support');
    expect(appreciated(`you were ${idiom} and I want to die`)).toEqual({
      type: 'support',
      about: 'self-harm',
    });
  });

  it.each(['your skill, myself aside', 'the suicides squad film night', 'you dyeing my hair'])(
    'is not inside of other words: %s',
    (words) => {
      expect(appreciated(words).type).not.toBe('support');
    },
  );
});

describe('words', () => {
  const wordsOf = (said: Said) => saidIn(intentOf('UtteranceIntent', said), english.listener);
  const utterance = model.interactionModel.languageModel.intents.find(
    ({ name }) => name === 'UtteranceIntent',
  );

  it('that a question asked for are those of its slot, without the space around them', () => {
    expect(wordsOf({ utterance: '  thank you for the tea ' })).toEqual({ words: 'thank you for the tea' });
    expect(wordsOf({ utterance: 'yes', iWould: '' })).toEqual({ words: 'yes' });
  });

  it.each(Object.entries(enUS.hearing.phrases.carriers))(
    'in the slot %s begin with "%s" again',
    (slot, carrier) => {
      expect(wordsOf({ utterance: '', [slot]: ' loved the tea ' })).toEqual({
        words: `${carrier} loved the tea`,
      });
    },
  );

  it('have a carrier for every slot of the model but the one that is asked for', () => {
    const slots = (utterance?.slots ?? []).map(({ name }) => name).filter((name) => name !== 'utterance');
    expect(slots).toEqual(Object.keys(enUS.hearing.phrases.carriers));
    for (const [slot, carrier] of Object.entries(enUS.hearing.phrases.carriers))
      expect(utterance?.samples).toContain(`${carrier} {${slot}}`);
  });

  it.each<Said>([{}, { utterance: '' }, { utterance: '   ' }, { i: '' }])(
    'that are none are unclear: %j',
    (said) => {
      expect(decoded('UtteranceIntent', said)).toEqual({ type: 'unclear' });
    },
  );

  it('never throw, whatever they are and whatever was asked', () => {
    const moments: Moment[] = ['cold', 'names.a', 'keep-what', 'talk-end', 'remind-when', 'forget'];
    fc.assert(
      fc.property(
        fc.string({ unit: 'binary', maxLength: 80 }),
        fc.constantFrom(...moments),
        (words, moment) => {
          expect(decoded('UtteranceIntent', { utterance: words }, heardIn(moment)).type).toBeTypeOf('string');
        },
      ),
    );
  });
});

describe('an appreciation', () => {
  it('that was asked for is taken as it was said, without the space around it', () => {
    expect(appreciated('  thank you for the tea you made ')).toEqual({
      type: 'appreciation',
      text: 'thank you for the tea you made',
      barbed: false,
    });
  });

  it('may come with the names of who says it and who it is for', () => {
    expect(decoded('AppreciationIntent', { fromName: 'Ana', toName: 'Bo' })).toEqual({
      type: 'appreciation',
      text: '',
      barbed: false,
      from: 'Ana',
      to: 'Bo',
    });
    expect(decoded('AppreciationIntent', { toName: 'you' })).toEqual({
      type: 'appreciation',
      text: '',
      barbed: false,
    });
  });

  it.each(enUS.hearing.barbed)('with "%s" in it stings', (phrase) => {
    expect(english.listener.isBarbed(`you helped ${phrase}`)).toBe(true);
  });

  it('that stings is still the sentence that was said', () => {
    expect(appreciated('thank you for the tea you finally made')).toEqual({
      type: 'appreciation',
      text: 'thank you for the tea you finally made',
      barbed: true,
    });
  });

  it.each([
    'you cooked and finalised it',
    'that once in Lisbon you waited',
    'a change of plans was fine with you',
    "you were so kind at last night's dinner",
    'how much you care about time together',
    'you cooked even though you were tired',
    'you washed up without being asked',
  ])('does not sting if the words only look alike: %s', (words) => {
    expect(english.listener.isBarbed(words)).toBe(false);
  });
});

describe('what no sentence is as long as', () => {
  const long = 'and the tea was 💛 '.repeat(60_000);

  it('is cut where a slot is read, at a whole character, before anything looks at it', () => {
    const looked: string[] = [];
    const listener = {
      ...english.listener,
      concern: (said: string) => {
        looked.push(said);
        return null;
      },
    };
    saidIn(intentOf('NamesIntent', { name: long, other: long }), listener);
    const said = saidIn(intentOf('UtteranceIntent', { utterance: long }), listener);
    const both = saidIn(intentOf('ChooseIntent', { exercise: long, theme: long, depth: long }), listener);
    for (const words of [...looked, ...[said, both].map((one) => ('words' in one ? one.words : ''))]) {
      expect([...words].length).toBeGreaterThan(900);
      expect([...words].length).toBeLessThanOrEqual(1_000);
      // Half a character would not survive this.
      expect(Buffer.from(words).toString()).toBe(words);
      expect(long).toContain(words.slice(0, 900));
    }
    expect(looked).toHaveLength(5);
  });

  it('is far more than the longest sentence that is kept, and a danger in it is heard', () => {
    expect(appreciated(`thank you for ${'the tea '.repeat(50)}`)).toMatchObject({ type: 'appreciation' });
    const cry = `${'well you know '.repeat(30)} I want to kill myself`;
    for (const [intent, slot] of [
      ['UtteranceIntent', 'utterance'],
      ['NamesIntent', 'name'],
    ] as const)
      expect(decoded(intent, { [slot]: cry })).toEqual({ type: 'support', about: 'self-harm' });
  });
});
