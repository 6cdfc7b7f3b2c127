import { describe, expect, it } from 'vitest';
import { beginningLike, compile } from '../../../simulator/understanding/compiled-model.ts';
import { understand } from '../../../simulator/understanding/understand.ts';
import { FREE_SLOT_DATA, FREE_SLOT_MODEL, modelFrom } from '../free-slot-model.ts';
import { NOW } from './small-model.ts';

const line = (utterance: string, model = FREE_SLOT_MODEL): string => {
  const { intent, slots, match } = understand(model, utterance, { now: NOW });
  return [intent, ...Object.entries(slots).map(([name, { value }]) => `${name}=${value}`), match].join(' ');
};

describe('a sample with one word before free speech', () => {
  it.each([
    ['I felt alone on Sunday.', 'UtteranceIntent i=felt alone on Sunday. exact'],
    ['we’re tired, all of us', 'UtteranceIntent were=tired, all of us exact'],
    ['thank you for the tea', 'UtteranceIntent thankYouFor=the tea exact'],
    ["I'm glad 🙂", 'UtteranceIntent im=glad 🙂 exact'],
  ])('takes all other words of "%s"', (utterance, expected) => {
    expect(line(utterance)).toBe(expected);
  });

  it.each([
    ["i'm Ben", 'NamesIntent name=Ben exact'],
    ['can we have two more', 'MoreTimeIntent minutes=2 exact'],
    ['can we have two more 🙂', 'MoreTimeIntent minutes=2 exact'],
    ['i', 'AMAZON.FallbackIntent none'],
    ['can you help me', 'AMAZON.HelpIntent exact'],
  ])('is the last of the exact samples: "%s"', (utterance, expected) => {
    expect(line(utterance)).toBe(expected);
  });

  it('wins over a sample that is only near', () => {
    const { languageModel, ...rest } = FREE_SLOT_DATA.interactionModel;
    const intents = languageModel.intents.filter(({ name }) => name !== 'UtteranceIntent');
    const without = modelFrom({
      interactionModel: { languageModel: { ...languageModel, intents }, ...rest },
    });
    expect(line('can we need more time', without)).toBe('MoreTimeIntent near');
    expect(line('can we need more time')).toBe('UtteranceIntent can=we need more time exact');
  });
});

describe('the index of samples by their first word', () => {
  const { languageModel, ...rest } = FREE_SLOT_DATA.interactionModel;
  const words = Array.from({ length: 120 }, (_, index) => `word${index}`);
  const carriers = {
    name: 'CarriersIntent',
    slots: words.map((name) => ({ name, type: 'AMAZON.SearchQuery' })),
    samples: words.map((word) => `${word} {${word}}`),
  };
  const intents = [...languageModel.intents, carriers];
  const model = modelFrom({ interactionModel: { languageModel: { ...languageModel, intents }, ...rest } });
  const samples = (firstWord: string): string[] =>
    beginningLike(compile(model), firstWord).map(({ intent, literals }) =>
      `${intent} ${literals.join(' ')}`.trim(),
    );

  it('gives one of a hundred samples, and those that begin with a slot, in the order of the model', () => {
    expect(samples('word77')).toEqual(['NamesIntent', 'CarriersIntent word77']);
    expect(samples("i'm")).toEqual(["NamesIntent i'm", 'NamesIntent', "UtteranceIntent i'm"]);
    expect(samples('ben')).toEqual(['NamesIntent']);
    expect(line('word77 or so', model)).toBe('CarriersIntent word77=or so exact');
  });
});
