import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import carriers from '../../interaction-models/carriers.json' with { type: 'json' };
import { heardIn, type Moment } from '../../interaction-models/costs/examples.ts';
import model from '../../interaction-models/en-US.json' with { type: 'json' };
import { saidIn } from '../../lambda/alexa/intents.ts';
import { enUS } from '../../lambda/content/en-US/en-us.ts';
import { slotAfter } from '../../lambda/understanding/carriers.ts';
import { english } from '../skill.ts';
import { appreciated, decoded, intentOf } from './decoded.ts';
import type { Said } from './envelopes.ts';

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
    expect(wordsOf({ utterance: 'yes', after_would: '' })).toEqual({ words: 'yes' });
  });

  it.each(carriers.map((carrier) => [slotAfter(carrier), carrier] as const))(
    'in the slot %s begin with "%s" again',
    (slot, carrier) => {
      expect(wordsOf({ utterance: '', [slot]: ' loved the tea ' })).toEqual({
        words: `${carrier} loved the tea`,
      });
    },
  );

  it('have a carrier for every slot of the model but the one that is asked for', () => {
    const slots = (utterance?.slots ?? []).map(({ name }) => name).filter((name) => name !== 'utterance');
    expect(slots).toEqual(carriers.map(slotAfter));
    for (const carrier of carriers)
      expect(utterance?.samples).toContain(`${carrier} {${slotAfter(carrier)}}`);
  });

  it.each<Said>([{}, { utterance: '' }, { utterance: '   ' }, { after_i: '' }])(
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
