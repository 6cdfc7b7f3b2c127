import { describe, expect, it } from 'vitest';
import { heardIn } from '../../interaction-models/costs/examples.ts';
import { asNames, decoded } from './decoded.ts';

describe('a name', () => {
  it('is taken as it was said, with the other one if both were said', () => {
    expect(decoded('NamesIntent', { name: 'Ana' })).toEqual({ type: 'names', name: 'Ana', other: null });
    expect(decoded('NamesIntent', { name: 'Ana', other: 'Bo' })).toEqual({
      type: 'names',
      name: 'Ana',
      other: 'Bo',
    });
    expect(decoded('RenameIntent', { name: 'Bo', other: 'Bob' })).toEqual({
      type: 'rename',
      name: 'Bo',
      other: 'Bob',
    });
  });

  it.each([
    ['skip', 'skip'],
    ['Rather not!', 'rather-not'],
    ['stop', 'stop'],
    ['help', 'help'],
    ['what can we say?', 'help'],
    ["I'd rather not say", 'rather-not'],
    ['I’d rather not say', 'rather-not'],
    ['no thanks', 'no'],
    ['support', 'support'],
    ['one more minute', 'more-time'],
    ['me', 'it-is-me'],
    ['forget us', 'forget'],
    ["don't save tonight", 'dont-save'],
  ])('that was asked for, and is really the command %j, is that command', (utterance, type) => {
    for (const moment of ['names.a', 'names.b', 'who-said'] as const)
      expect(decoded('UtteranceIntent', { utterance }, heardIn(moment)).type).toBe(type);
  });

  it.each(['from Ana', "it's from Ana", 'that was Ana', 'Ana said it', 'Ana did', "I think it's Ana"])(
    'is found in %j',
    (words) => {
      const names = { type: 'names', name: 'Ana', other: null };
      expect(decoded('NamesIntent', { name: words })).toEqual(names);
      expect(asNames(decoded('UtteranceIntent', { utterance: words }, heardIn('who-said')))).toEqual(names);
    },
  );

  it.each(['nobody', 'you', 'the two of us'])('is none if it is %j', (name) => {
    expect(decoded('NamesIntent', { name })).toEqual({ type: 'unclear' });
    expect(decoded('RenameIntent', { name })).toEqual({ type: 'rename', name: null, other: null });
  });

  it('that is really a cry for help is heard as one', () => {
    expect(decoded('NamesIntent', { name: 'I want to die' })).toEqual({
      type: 'support',
      about: 'self-harm',
    });
  });
});
