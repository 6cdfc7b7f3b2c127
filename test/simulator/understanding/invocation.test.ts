import { describe, expect, it } from 'vitest';
import { parseInvocation } from '../../../simulator/understanding/invocation.ts';

const parse = (words: string) => parseInvocation('our checkin', words);

describe('the invocation', () => {
  it.each([
    'open our checkin',
    'Start our check-in.',
    'start our check in',
    'launch our check‐in',
    'begin our checkin',
    'do our checkin',
    'load our checkin',
    'run our checkin',
    'use our checkin',
    'resume our checkin',
    'play our checkin',
    'enable our checkin',
    'Our Check-In',
    'please start our check-in',
    'can you open our checkin please',
    "let's do our check-in now",
    'ask our checkin',
    'start the our checkin',
    'open our check-in skill',
    'start our checkin skill please',
    'our check-in skill',
  ])('opens the skill in "%s"', (words) => {
    expect(parse(words)).toEqual({ kind: 'launch' });
  });

  it.each([
    ['ask our check in to play our weekly Recap', 'play our weekly Recap'],
    ["tell our checkin we're done", "we're done"],
    ['please ask our checkin about the time left', 'the time left'],
    ['ask our checkin for help', 'help'],
    ['play our weekly recap with our check-in', 'play our weekly recap'],
    ['get help from our check-in please', 'get help'],
    ['start our check-in and skip this', 'skip this'],
    ['ask our check-in skill to play our weekly recap', 'play our weekly recap'],
    ['open our check in and start our check in', 'start our check in'],
  ])('contains a request in "%s"', (words, utterance) => {
    expect(parse(words)).toEqual({ kind: 'one-shot', utterance });
  });

  it.each([
    '',
    'I loved our check-in',
    'how was our check in on sunday',
    'start a check-in',
    'start our check',
    'our checking account',
    'our checkin skills',
    "it's time for our check-in",
    'next',
  ])('is not found in "%s"', (words) => {
    expect(parse(words)).toBeNull();
  });
});
