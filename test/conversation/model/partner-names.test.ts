import { describe, expect, test } from 'vitest';
import { other } from '../../../lambda/conversation/model/household.ts';
import { between, called } from '../../../lambda/conversation/model/partner-names.ts';
import { newState } from '../../../lambda/conversation/model/state.ts';
import { household } from '../couple.ts';

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
