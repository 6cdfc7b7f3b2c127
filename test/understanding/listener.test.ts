import { describe, expect, it } from 'vitest';
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

describe('words said when a sentence to keep was asked for', () => {
  it.each([
    ["I don't want to keep one", 'no'],
    ['Keep it between us.', 'no'],
    ['I just said it', 'yes'],
    ['Thank you!', 'yes'],
    ["let's stop here", 'stop'],
    ['carry on', 'resume'],
  ])('"%s" are not kept: they mean %s', (words, type) => {
    expect(listener.command(words)?.type).toBe(type);
  });

  it.each(['thank you for the soup', 'thank you 🫶🏽', 'you stopped and listened', 'no one cooks like you'])(
    '"%s" are a sentence',
    (words) => {
      expect(listener.command(words)).toBeNull();
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
