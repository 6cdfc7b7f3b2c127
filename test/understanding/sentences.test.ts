import { describe, expect, it } from 'vitest';
import { enUS } from '../../lambda/content/en-US/en-us.ts';
import { createReadSentence } from '../../lambda/understanding/sentences.ts';

const sentenceIn = createReadSentence(enUS.hearing);

describe('a sentence to keep', () => {
  it.each([
    ["I'd like to say thank you for the tea", 'thank you for the tea'],
    ['I’d like to say thank you for the tea', 'thank you for the tea'],
    ['okay so thank you for the tea', 'thank you for the tea'],
    ['my appreciation is you waited for me', 'you waited for me'],
    ['Well... you waited for me', 'you waited for me'],
    ['thank you for the tea, please', 'thank you for the tea'],
    ["thank you for the tea, that's it", 'thank you for the tea'],
  ])('is without the words before and after it: "%s"', (said, sentence) => {
    expect(sentenceIn(said)).toBe(sentence);
  });

  it.each([
    ['um thank you uh for the tea', 'thank you for the tea'],
    ['thank you, erm, for the tea', 'thank you, for the tea'],
    ['you waited um', 'you waited'],
  ])('is without hesitation: "%s"', (said, sentence) => {
    expect(sentenceIn(said)).toBe(sentence);
  });

  it.each([
    'Thank you. You waited for me.',
    'I love A.J. and B.',
    'you said it would be fine!',
    'your drum is loud, and I love it',
    'you are the summer of my year',
    '👩‍❤️‍👨 thank you 🫶🏽',
  ])('is as it was said otherwise: "%s"', (said) => {
    expect(sentenceIn(said)).toBe(said);
  });

  it('does not lose words that only begin like those before it', () => {
    expect(sentenceIn('Sophie loves how you sing')).toBe('Sophie loves how you sing');
    expect(sentenceIn('justice matters to you')).toBe('justice matters to you');
  });

  it('has single spaces', () => {
    expect(sentenceIn('  thank  you \n for the tea ')).toBe('thank you for the tea');
  });
});
