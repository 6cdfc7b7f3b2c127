import { describe, expect, it } from 'vitest';
import { type UnderstandOptions, understand } from '../../../simulator/understanding/understand.ts';
import { MODEL, NOW } from './small-model.ts';

const hear = (utterance: string, options: Partial<UnderstandOptions> = {}) =>
  understand(MODEL, utterance, { now: NOW, ...options });

/** The intent and the values of the slots, as one line. */
const line = (utterance: string, options: Partial<UnderstandOptions> = {}): string => {
  const { intent, slots } = hear(utterance, options);
  return [intent, ...Object.entries(slots).map(([name, slot]) => `${name}=${slot.value}`)].join(' ');
};

describe('an exact sample', () => {
  it.each([
    ['We’re ready!', 'AMAZON.YesIntent'],
    ['yes 🙂', 'AMAZON.YesIntent'],
    ['Nope.', 'AMAZON.NoIntent'],
    ['OK', 'AMAZON.YesIntent'],
    ['shut up', 'AMAZON.StopIntent'],
    ['never mind', 'AMAZON.CancelIntent'],
    ['can you help me', 'AMAZON.HelpIntent'],
    ['repeat that', 'AMAZON.RepeatIntent'],
    ['go home', 'AMAZON.NavigateHomeIntent'],
    ['one more minute', 'MoreTimeIntent'],
    ['two and a half minutes more', 'MoreTimeIntent duration=PT2M30S'],
    ['another thirty seconds', 'MoreTimeIntent duration=PT30S'],
    ['twenty check-in', 'ChooseIntent minutes=20 exercise=check-in'],
    ['twenty five whole check in', 'ChooseIntent minutes=25 exercise=whole check in'],
    ['make it 20', 'ChooseIntent minutes=20'],
    ['remind us on Sunday at half past seven p.m.', 'ChooseIntent day=sunday time=19:30'],
    ['play the recap of last week', 'ChooseIntent date=2026-W46'],
    ['we live in New York', 'ChooseIntent city=New York'],
    ['Ann & Zoë', 'NamesIntent first=Ann second=Zoë'],
    ['ben and mary ann', 'NamesIntent first=ben second=mary ann'],
    ["it's Ben's turn", 'NamesIntent first=Ben'],
    ['it’s James’ turn', 'NamesIntent first=James'],
    ['call me Zorblax', 'NamesIntent first=Zorblax'],
    ['call me 🦊', 'NamesIntent first=🦊'],
    ["I'm 太郎", 'NamesIntent first=太郎'],
    ['Keep your "laugh" & songs for us', 'AppreciationIntent appreciation=your "laugh" & songs'],
    ['I appreciate: you & <b>me</b> 🙂!', 'AppreciationIntent appreciation=you & <b>me</b> 🙂!'],
  ])('of "%s" is %s', (utterance, expected) => {
    expect(line(utterance)).toBe(expected);
    expect(hear(utterance).match).toBe('exact');
  });

  it('in the model wins over the same standard phrase of a built-in intent', () => {
    expect(line('skip')).toBe('SkipIntent');
    expect(line('skip forward')).toBe('AMAZON.NextIntent');
  });

  it('wins if fewer words are in its slots, and free speech comes last', () => {
    expect(line('my wish for us is wish')).toBe('WishIntent wish=wish');
    expect(line('wish for rain')).toBe('WishIntent wish=for rain');
    expect(line('give us one minute')).toBe('MoreTimeIntent duration=PT1M');
  });

  it('has the words that were said beside the value', () => {
    expect(hear('give us Thirty Seconds').slots.duration).toEqual({
      value: 'PT30S',
      spoken: 'Thirty Seconds',
    });
  });

  it('resolves a synonym of a custom type to its value', () => {
    expect(hear('listening turn').slots.exercise).toEqual({
      value: 'listening turn',
      spoken: 'listening turn',
      resolved: { id: 'listening', name: 'listening' },
    });
  });

  it('accepts a value that is not in the list of a custom type only within a carrier phrase', () => {
    expect(hear("let's do the gratitude walk").slots.exercise?.resolved).toBeNull();
    expect(hear('gratitude walk').intent).toBe('AMAZON.FallbackIntent');
    expect(hear("let's do the it").intent).toBe('AMAZON.FallbackIntent');
  });
});

describe('a bare name', () => {
  it.each(['ben', 'Zorblax', 'Will', 'Mary Jane', '太郎'])('is a name in "%s"', (name) => {
    expect(line(name)).toBe(`NamesIntent first=${name}`);
  });

  it.each(['will', 'money', 'Money', 'you and me', 'salt and pepper', 'Tired'])(
    'is not a name in "%s"',
    (words) => {
      expect(line(words)).toBe('AMAZON.FallbackIntent');
    },
  );
});

describe('a near match', () => {
  it.each([
    ['one more min', 'MoreTimeIntent'],
    ['repeet that', 'AMAZON.RepeatIntent'],
    ['next one please', 'AMAZON.NextIntent'],
    ['yes yes', 'AMAZON.YesIntent'],
    ['could we have more time please', 'MoreTimeIntent'],
    ['were done', 'AMAZON.NextIntent'],
    ['skip that question', 'SkipIntent'],
    ['well give us two minutes please', 'MoreTimeIntent duration=PT2M'],
    ['gimme two minutes', 'MoreTimeIntent duration=PT2M'],
    ['give us two minutes maybee', 'AMAZON.FallbackIntent'],
  ])('of "%s" is %s', (utterance, expected) => {
    expect(line(utterance)).toBe(expected);
    expect(hear(utterance).match).toBe(expected === 'AMAZON.FallbackIntent' ? 'none' : 'near');
  });

  it('is turned off by strict', () => {
    expect(hear('one more min', { strict: true })).toEqual({
      intent: 'AMAZON.FallbackIntent',
      slots: {},
      match: 'none',
    });
  });

  it.each([
    'so then my boss walked in and I froze',
    'I was going to repeat that to my mother',
    'we need more time together',
    'no one',
    'our home',
    'say it again to her',
    'oh no',
    "I'm tired",
    "I'm so proud of you",
    "it's raining",
    'and I said no',
    'you never listen',
    'not yet is what you always say',
    'the question is whose turn it was',
    "that's not what I meant",
    'I want to move on from this house',
    'I stopped asking',
    'you know what I mean',
    'it was the next day',
    'help me understand',
    "let's talk about the kids",
    'I felt alone on Sunday',
  ])('is not found for what people say to each other: "%s"', (utterance) => {
    expect(hear(utterance)).toEqual({ intent: 'AMAZON.FallbackIntent', slots: {}, match: 'none' });
  });

  const withoutFallback = (keep: (intent: string) => boolean = () => true) => {
    const { languageModel } = MODEL.interactionModel;
    const intents = languageModel.intents.filter(
      ({ name }) => name !== 'AMAZON.FallbackIntent' && keep(name),
    );
    return { interactionModel: { languageModel: { ...languageModel, intents } } };
  };

  it('is a value outside the list of a bare slot if the model has no fallback', () => {
    expect(understand(withoutFallback(), 'my boss walked in', { now: NOW })).toEqual({
      intent: 'ChooseIntent',
      slots: { exercise: { value: 'my boss walked in', spoken: 'my boss walked in', resolved: null } },
      match: 'none',
    });
  });

  it('is not replaced by an intent if the model has neither', () => {
    const model = withoutFallback((name) => name !== 'ChooseIntent');
    expect(understand(model, 'my boss walked in', { now: NOW })).toEqual({
      intent: '',
      slots: {},
      match: 'none',
    });
  });
});

describe('a slot that was asked for', () => {
  const appreciation = { elicit: { intent: 'AppreciationIntent', slot: 'appreciation' } };
  const name = { elicit: { intent: 'NamesIntent', slot: 'first' } };
  const minutes = { elicit: { intent: 'ChooseIntent', slot: 'minutes' } };
  const exercise = { elicit: { intent: 'ChooseIntent', slot: 'exercise' } };

  it.each([
    ['I love how you listened', 'AppreciationIntent appreciation=I love how you listened'],
    [
      'I appreciate your "cooking" & you!',
      'AppreciationIntent appreciation=I appreciate your "cooking" & you!',
    ],
    ['wish you were here', 'AppreciationIntent appreciation=wish you were here'],
    ['Ben', 'AppreciationIntent appreciation=Ben'],
    ['🙂', 'AppreciationIntent appreciation=🙂'],
    ['my wish for us is rain', 'AppreciationIntent appreciation=my wish for us is rain'],
    ['one more minute', 'AppreciationIntent appreciation=one more minute'],
    ['Ten minutes, please!', 'AppreciationIntent appreciation=Ten minutes, please!'],
    ['next one please', 'AppreciationIntent appreciation=next one please'],
    ['repeet that', 'AppreciationIntent appreciation=repeet that'],
    ['', 'AMAZON.FallbackIntent'],
  ])('takes all words as free speech, as they were said: "%s"', (utterance, expected) => {
    expect(line(utterance, appreciation)).toBe(expected);
    expect(hear(utterance, appreciation).match).toBe(utterance === '' ? 'none' : 'exact');
  });

  it.each([
    ['stop', 'AMAZON.StopIntent'],
    ['No.', 'AMAZON.NoIntent'],
    ['never mind 🙂', 'AMAZON.CancelIntent'],
    ['sounds good', 'AMAZON.YesIntent'],
    ['move on', 'AMAZON.NextIntent'],
    // The model gives "skip" to an intent of its own, but it is also a standard phrase of AMAZON.NextIntent.
    ['skip', 'AMAZON.NextIntent'],
  ])('leaves the exact samples of Alexa\'s own intents to them: "%s"', (utterance, expected) => {
    for (const strict of [false, true]) expect(line(utterance, { ...appreciation, strict })).toBe(expected);
  });

  it.each([
    ['Ben', 'NamesIntent first=Ben'],
    ['Zorblax the Great.', 'NamesIntent first=Zorblax the Great'],
    ['A&B', 'NamesIntent first=A&B'],
    ['will', 'NamesIntent first=will'],
    ["I'm Ben", 'NamesIntent first=Ben'],
    ['people say 🦊', 'NamesIntent first=🦊'],
    ['Ann and Bob', 'NamesIntent first=Ann second=Bob'],
    ['stop', 'AMAZON.StopIntent'],
    ['skip', 'SkipIntent'],
    ['more time', 'MoreTimeIntent'],
    ['make it twenty', 'ChooseIntent minutes=20'],
    ['one more min please', 'MoreTimeIntent'],
    ['so then my boss walked in and I froze', 'AMAZON.FallbackIntent'],
  ])('accepts a name of up to three words: "%s"', (utterance, expected) => {
    expect(line(utterance, name)).toBe(expected);
  });

  it('accepts the values of its type, and nothing else', () => {
    expect(line('twenty five', minutes)).toBe('ChooseIntent minutes=25');
    expect(line('whatever you like', minutes)).toBe('AMAZON.FallbackIntent');
    expect(hear('the listening turn', exercise).slots.exercise?.resolved?.id).toBe('listening');
    expect(hear('juggling', exercise).slots.exercise?.resolved).toBeNull();
  });

  it('has no effect if the model has no such slot', () => {
    expect(line('ten minutes', { elicit: { intent: 'NoIntent', slot: 'none' } })).toBe(
      'ChooseIntent minutes=10',
    );
  });
});

describe('an utterance of five hundred words', () => {
  const words = ['and', 'I', 'said', 'one', 'minute', 'more', 'call', 'me', 'wish', 'keep', 'for', 'us'];
  const speech = Array.from({ length: 500 }, (_, index) => words[index % words.length]).join(' ');

  it('falls back, but is accepted as the value of a slot for free speech', () => {
    expect(hear(speech).intent).toBe('AMAZON.FallbackIntent');
    const elicit = { intent: 'AppreciationIntent', slot: 'appreciation' };
    expect(hear(speech, { elicit }).slots.appreciation?.value).toBe(speech);
  });
});
