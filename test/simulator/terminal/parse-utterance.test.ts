import { expect, test } from 'vitest';
import type { Options } from '../../../simulator/terminal/options.ts';
import { parseUtterance } from '../../../simulator/terminal/parse-utterance.ts';
import { FREE_SLOT_MODEL } from '../free-slot-model.ts';
import { START, model as WITHOUT_FREE_SLOT } from '../scripted-skill.ts';

type Situation = Pick<Options, 'state' | 'start' | 'strict' | 'noElicit' | 'timezone'>;

const DEFAULTS: Situation = { state: null, start: START, strict: false, noElicit: false, timezone: 'UTC' };
const parse = (utterance: string, options: Partial<Situation> = {}) =>
  parseUtterance(FREE_SLOT_MODEL, utterance, { ...DEFAULTS, ...options });
const free = (utterance: string) => ({ intent: 'UtteranceIntent', slots: { utterance }, match: 'exact' });
const MORE_TIME = { intent: 'MoreTimeIntent', slots: {}, match: 'exact' };

test.each(['welcome', 'talk.a', 'names@NamesIntent.name'])(
  'in "%s" the words fill the free slot',
  (state) => {
    expect(parse('one more minute', { state })).toEqual(free('one more minute'));
    expect(parse('alexa, one more minute', { state })).toEqual(free('one more minute'));
    expect(parse('yes', { state }).intent).toBe('AMAZON.YesIntent');
  },
);

test.each(['closed', null])('in %j they are understood by the whole model', (state) => {
  expect(parseUtterance(FREE_SLOT_MODEL, 'one more minute', { ...DEFAULTS, state })).toEqual(MORE_TIME);
});

test('with --no-elicit they are understood by the whole model in every state', () => {
  expect(parse('one more minute', { state: 'welcome', noElicit: true })).toEqual(MORE_TIME);
});

test('an invocation begins a session in which nothing has been asked', () => {
  expect(parse('alexa, tell our check-in one more minute', { state: 'welcome' })).toEqual(MORE_TIME);
  expect(parse('alexa, open our check-in', { state: 'welcome' }).intent).toBe('LaunchRequest');
});

test('a word that only begins like the wake word is one of the words', () => {
  expect(parse("Alexa's idea", { state: 'welcome' })).toEqual(free("Alexa's idea"));
});

test('without a free slot in the model the state id says which slot they fill', () => {
  const state = 'names@NamesIntent.first';
  expect(parseUtterance(WITHOUT_FREE_SLOT, 'Alex', { ...DEFAULTS, state })).toEqual({
    intent: 'NamesIntent',
    slots: { first: 'Alex' },
    match: 'exact',
  });
});
