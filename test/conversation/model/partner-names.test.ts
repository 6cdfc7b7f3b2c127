import { describe, expect, test } from 'vitest';
import { other } from '../../../lambda/conversation/model/household.ts';
import { between, called, sameName } from '../../../lambda/conversation/model/partner-names.ts';
import { newState } from '../../../lambda/conversation/model/state.ts';
import { household } from '../couple.ts';

describe('two names are one', () => {
  test.each([
    ['Ana', ' ANA '],
    ['A. J.', 'aj'],
    ['a.j.', 'A J'],
    ['A.J. Smith', 'aj smith'],
    ['Zo\u00eb', 'Zoe\u0308'],
    ['Mary  Ann', 'mary ann'],
  ])('%j and %j', (one, two) => {
    expect([sameName(one, two), sameName(two, one)]).toEqual([true, true]);
  });

  test.each([
    ['Ana', 'Anna'],
    ['Al B', 'A L B'],
    ['Mary J.', 'Maryj'],
  ])('%j and %j are two', (one, two) => {
    expect(sameName(one, two)).toBe(false);
  });
});

describe('what the two are called', () => {
  test('by their nicknames', () => {
    const state = newState({ household: household(), place: null });
    expect(called(state, 'a')).toBe('Ana');
    expect(between(state, 'b')).toEqual({ name: 'Bo', partner: 'Ana' });
  });

  test('as first and second partner, if someone would rather not give a name', () => {
    const state = newState({ household: household({ names: { a: null, b: 'Bo' } }), place: null });
    expect(between(state, 'b')).toEqual({
      name: 'Bo',
      partner: { line: { key: 'partner.first', with: {} } },
    });
    expect(called(newState(null), 'b')).toEqual({ line: { key: 'partner.second', with: {} } });
  });

  test('each has the other', () => {
    expect([other('a'), other('b')]).toEqual(['b', 'a']);
  });
});
