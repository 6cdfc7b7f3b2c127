import { describe, expect, it } from 'vitest';
import { enUS } from '../../lambda/content/en-US/en-us.ts';
import {
  createIsOnlyWish,
  createIsToSave,
  createReadAuthor,
  createReadSentence,
} from '../../lambda/understanding/sentences.ts';

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
    ['no, I mean, you made the tea, can you put that down', 'you made the tea'],
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

  it.each(['remember that day in the rain', 'wait for me as you always do'])('is whole: "%s"', (said) => {
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

describe('the wish to say one', () => {
  const isOnlyWish = createIsOnlyWish(enUS.hearing);

  it.each(['something nice', 'something nice about my husband', 'a thank you for Bo', 'An appreciation.'])(
    'is "%s", which is no sentence',
    (said) => {
      expect(isOnlyWish(said)).toBe(true);
    },
  );

  it.each(['something nice happened when you came home', 'you waited for me', 'one thing he did was wait'])(
    'is not "%s"',
    (said) => {
      expect(isOnlyWish(said)).toBe(false);
    },
  );
});

describe('a sentence that should be saved', () => {
  const isToSave = createIsToSave(enUS.hearing);

  it.each([
    ['one second save that you made biryani', true],
    ['put on our list that you um always make me laugh', true],
    ['you fixed the tap, put that in the book', true],
    ['you keep me sane', false],
    ['I love how you wait', false],
  ])('is told by the words around it: "%s" (%s)', (said, toSave) => {
    expect(isToSave(said, sentenceIn(said))).toBe(toSave);
  });
});

describe('who says a sentence', () => {
  const authorOf = createReadAuthor(enUS.hearing);
  const names = ['Ana', 'Bo', null];

  it.each([
    ['one from Bo, Ana sat with me', { text: 'Ana sat with me', from: 'Bo' }],
    ['an appreciation from ana: Bo cooked twice', { text: 'Bo cooked twice', from: 'Ana' }],
    ['From Bo: thank you for the tea', { text: 'thank you for the tea', from: 'Bo' }],
    ['one from Bo she sat with me', { text: 'she sat with me', from: 'Bo' }],
  ])('stands before it in "%s"', (said, authored) => {
    expect(authorOf(said, names)).toEqual(authored);
  });

  it.each([
    'something from Bo',
    'one from Bob, she sat with me',
    'one thing Bo said about me',
    'from Bo to me',
  ])('does not in "%s"', (said) => {
    expect(authorOf(said, names)).toBeNull();
  });
});

describe('a no before a sentence', () => {
  it.each([
    ['no. I miss you and I love how you call', 'I miss you and I love how you call'],
    ['nope he stayed up with me', 'he stayed up with me'],
  ])('is no part of it: "%s"', (said, sentence) => {
    expect(sentenceIn(said)).toBe(sentence);
  });

  it.each(['no one cooks like you', 'never mind my moods, you came'])('is a part of it: "%s"', (said) => {
    expect(sentenceIn(said)).toBe(said);
  });
});
