import { describe, expect, test } from 'vitest';
import { elicitationOfState, elicitedInState } from '../../../simulator/understanding/elicited-slot.ts';
import { FREE_SLOT_MODEL, modelFrom, TWO_FREE_SLOTS_DATA } from '../free-slot-model.ts';
import { MODEL } from './small-model.ts';

test('the state id names the slot that is asked for after an @', () => {
  expect(elicitationOfState('names.first@NameIntent.name')).toEqual({ intent: 'NameIntent', slot: 'name' });
  expect(elicitationOfState('talk@AMAZON.YesIntent.slot')).toEqual({
    intent: 'AMAZON.YesIntent',
    slot: 'slot',
  });
});

test('a state id without an @ asks for no slot', () => {
  expect(elicitationOfState('welcome')).toBeNull();
  expect(elicitationOfState(null)).toBeNull();
});

describe('with a model that requires one slot for free speech', () => {
  test.each(['welcome', 'talk.a', 'names@NamesIntent.name'])('"%s" asks for that slot', (state) => {
    expect(elicitedInState(FREE_SLOT_MODEL, state)).toEqual({ intent: 'UtteranceIntent', slot: 'utterance' });
  });

  test.each(['closed', null])('%j asks for no slot', (state) => {
    expect(elicitedInState(FREE_SLOT_MODEL, state)).toBeNull();
  });
});

describe.each([
  ['no slot for free speech', MODEL],
  ['two of them', modelFrom(TWO_FREE_SLOTS_DATA)],
])('with a model that requires %s', (_, model) => {
  test('the state id alone says what is asked for', () => {
    expect(elicitedInState(model, 'welcome')).toBeNull();
    expect(elicitedInState(model, 'names@NamesIntent.name')).toEqual({ intent: 'NamesIntent', slot: 'name' });
  });
});
