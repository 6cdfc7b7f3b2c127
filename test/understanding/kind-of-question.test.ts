import { describe, expect, it } from 'vitest';
import { heardIn, MOMENTS } from '../../interaction-models/costs/examples.ts';
import stateIds from '../../interaction-models/state-ids.json' with { type: 'json' };
import { kindOf, learnedAs } from '../../lambda/understanding/kind-of-question.ts';
import { english } from '../skill.ts';

const LEARNED = new Set(
  MOMENTS.flatMap((moment) => {
    const { question } = heardIn(moment);
    return question === null ? [] : [kindOf(question.id)];
  }),
);
const ASKED = stateIds.map((id) => id.replace(/@.*/u, '')).filter((id) => id !== 'closed');

/** A yes, a no or a name answers them, and no question with examples takes all three. */
const LIKE_NO_OTHER = ['forget.person.who', 'forget.words.who', 'recap.by', 'recap.who', 'rename'];

describe('What words mean at a question', () => {
  it('is learned from examples for nearly each question that the skill asks', () => {
    const unlearned = ASKED.map((id) => learnedAs(kindOf(id))).filter((kind) => !LEARNED.has(kind));
    expect([...new Set(unlearned)].sort()).toEqual(LIKE_NO_OTHER);
  });

  it('is learned from its own examples, if it has some', () => {
    for (const kind of LEARNED) expect(learnedAs(kind)).toBe(kind);
  });

  it.each(LIKE_NO_OTHER)('is a yes, a no and a name at %s', (id) => {
    const typeOf = (words: string): string => {
      const heard = heardIn('who-said');
      const question = { ...heard.question, id };
      return english.listener.understand(words, { ...heard, question } as typeof heard).event.type;
    };
    expect(['yes', 'yeah', 'no', "it's Bo", 'the name is Zoe'].map(typeOf)).toEqual([
      'yes',
      'yes',
      'no',
      'names',
      'names',
    ]);
  });

  it.each([
    ['delete it', 'delete-it'],
    ['scrap that one', 'delete-it'],
    ['keep it', 'keep-it'],
    ['perfect', 'yes'],
  ])('is the same before a sentence is saved, whichever exercise it comes from: "%s"', (words, type) => {
    const heard = heardIn('confirm');
    const question = { id: 'check-in/appreciate.a.confirm' };
    for (const asked of [heard.question, { ...heard.question, ...question }])
      expect(
        english.listener.understand(words, { ...heard, question: asked } as typeof heard).event.type,
      ).toBe(type);
  });
});
