import { describe, expect, test } from 'vitest';
import { other } from '../../lambda/conversation/household.ts';
import { between, called } from '../../lambda/conversation/people.ts';
import { newState } from '../../lambda/conversation/state.ts';
import { household } from './couple.ts';

describe('how the two are called', () => {
  test('by their nicknames', () => {
    const state = newState(household());
    expect(called(state, 'a')).toBe('Ana');
    expect(between(state, 'b')).toEqual({ name: 'Bo', partner: 'Ana' });
  });

  test('as first and second partner, where someone would rather not say', () => {
    const state = newState(household({ names: { a: null, b: 'Bo' } }));
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
