import { describe, expect, test } from 'vitest';
import type { Subject } from '../../lambda/conversation/model/lines.ts';
import { hear, hearAt } from '../interaction-models/hear.ts';

/** What couples ask about, in ordinary words. */
const ASKED: readonly [words: string, about: Subject][] = [
  ['what is emotional intimacy', 'intimacy'],
  ['explain emotional intimacy to us', 'intimacy'],
  ['what is meant by emotional intimacy', 'intimacy'],
  ['how do we get more emotional intimacy', 'intimacy'],
  ['what is a safe haven', 'safe-haven'],
  ['what do you mean by safe haven', 'safe-haven'],
  ['tell us about trust', 'trust'],
  ['does it help with trust', 'trust'],
  ['tell us about communication', 'communication'],
  ['will it help with our communication', 'communication'],
  ['tell us about physical intimacy', 'physical'],
  ['why does physical closeness matter', 'physical'],
  ['tell us about satisfaction', 'satisfaction'],
  ['what is lasting satisfaction', 'satisfaction'],
  ['what are the four reasons', 'benefits'],
  ['tell us about feeling less alone', 'long-view'],
  ['how does this help in the long run', 'long-view'],
  ['tell us about kind words', 'validation'],
];

describe('What couples ask about', () => {
  test.each(ASKED)('"%s" is understood wherever they ask it', (words, about) => {
    const told = { type: 'learn', about };
    expect(hear(words).event).toEqual(told);
    for (const moment of ['menu', 'welcome', 'question-end', 'talk-end'] as const)
      expect(hearAt(moment, words), moment).toEqual(told);
  });
});
